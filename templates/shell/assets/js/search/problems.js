/**
 * Errors that readers may see: their message is a Chinese sentence, and `retry` says that asking again may help.
 *
 * @typedef {Error & {retry: true}} Problem
 */

export const NOT_LOADED = "搜索数据没有加载成功，请检查网络后重试。";
export const DAMAGED = "搜索数据已损坏或正在更新，请稍后重试。";

/**
 * @param {string} message
 * @param {string} [name]
 * @returns {Problem}
 */
export function problem(message, name = "SearchError") {
  return Object.assign(new Error(message), { name, retry: /** @type {const} */ (true) });
}

/**
 * Any error as one that readers may see.
 * @param {any} error
 * @returns {Problem}
 */
export function asProblem(error) {
  return error && error.retry ? error : problem("搜索出了问题，请重试。");
}

/**
 * Rejects when a question is called off, and never settles otherwise.
 * @param {AbortSignal} signal
 * @returns {Promise<never>}
 */
export function calledOff(signal) {
  return new Promise((_, reject) => {
    const stop = () => reject(stopped());
    if (signal.aborted) stop();
    else signal.addEventListener("abort", stop, { once: true });
  });
}

/** @param {AbortSignal} [signal] */
export function stopIfCalledOff(signal) {
  if (signal && signal.aborted) throw stopped();
}

function stopped() {
  return problem("搜索已取消。", "AbortError");
}
