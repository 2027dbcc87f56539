/** Come back to the same place of a list that is filled after the page has loaded. */

/** @param {Promise<void>} filled */
export async function keepPlace(filled) {
  const before = history.state && history.state.top;
  addEventListener("pagehide", () => {
    try {
      history.replaceState({ top: scrollY }, "");
    } catch {
      // Then the page comes back at its beginning.
    }
  });
  await filled;
  if (before) scrollTo(0, before);
}
