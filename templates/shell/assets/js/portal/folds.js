/** Folds are closed on narrow screens only, and never on paper. */

export function startFolds() {
  const folds = /** @type {HTMLDetailsElement[]} */ ([...document.querySelectorAll("[data-fold]")]);
  const isNarrow = matchMedia("(max-width: 59.99em)").matches;
  for (const fold of folds) {
    fold.open = !isNarrow;
    fold.dataset.ready = "";
  }
  /** @type {HTMLDetailsElement[]} */
  let closed = [];
  addEventListener("beforeprint", () => {
    closed = folds.filter((fold) => !fold.open);
    for (const fold of closed) fold.open = true;
  });
  addEventListener("afterprint", () => closed.forEach((fold) => (fold.open = false)));
}
