/**
 * Files of an index. Each is a script that hands its data to `PortalSearchData`: that also works from `file://`.
 *
 * @typedef {{data: any, bytes: number}} Loaded
 */

import { DAMAGED, NOT_LOADED, problem } from "./problems.js";

/**
 * What the script that is running now should hand its data to.
 * @type {WeakMap<object, (name: string, data: any) => void>}
 */
const waiting = new WeakMap();

Object.assign(window, { PortalSearchData: receive });

/**
 * @param {string} name
 * @param {any} data
 */
function receive(name, data) {
  const take = document.currentScript && waiting.get(document.currentScript);
  if (take) take(name, data);
}

/**
 * Load a file, a second time under another address when it fails, so that a damaged copy in a cache is passed by.
 * @param {string} url
 * @param {string} name
 * @param {number} timeout  in milliseconds
 * @returns {Promise<Loaded>}
 */
export async function load(url, name, timeout) {
  try {
    return await loadOnce(url, name, timeout);
  } catch {
    return loadOnce(`${url}${url.includes("?") ? "&" : "?"}again=${Date.now()}`, name, timeout);
  }
}

/**
 * @param {string} url
 * @param {string} name
 * @param {number} timeout
 * @returns {Promise<Loaded>}
 */
function loadOnce(url, name, timeout) {
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    /** @type {any} */
    let data;
    const end = () => {
      clearTimeout(timer);
      script.remove();
    };
    /** @param {string} message */
    const fail = (message) => {
      end();
      reject(problem(message));
    };
    const timer = setTimeout(() => fail(NOT_LOADED), timeout);
    waiting.set(script, (given, received) => {
      if (given === name) data = received;
    });
    script.onerror = () => fail(NOT_LOADED);
    script.onload = () => {
      if (data === undefined) return fail(DAMAGED);
      end();
      return resolve({ data, bytes: bytesOf(url, data) });
    };
    script.async = true;
    script.src = url;
    document.head.append(script);
  });
}

/**
 * Bytes that a file took on its way, or its length where the browser does not say.
 * @param {string} url
 * @param {any} data
 * @returns {number}
 */
function bytesOf(url, data) {
  const entry = /** @type {PerformanceResourceTiming | undefined} */ (performance.getEntriesByName(url).pop());
  return (entry && entry.encodedBodySize) || JSON.stringify(data).length;
}
