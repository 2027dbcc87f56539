/** Asking the search engine, which is loaded when it is first needed. */

import { engineUrl, indexUrl } from "./site.js";

/** @import { Answer, Request } from "../search/index.js" */
/** @typedef {{open: typeof import("../search/index.js").open}} Engine */

const NO_ENGINE = "搜索程序没有加载成功，请检查网络后重试。";

/** @type {Promise<Engine> | null} */
let loading = null;

/** @returns {Engine | undefined} */
function loadedEngine() {
  return /** @type {any} */ (window).PortalSearch;
}

/** The engine's script, which may also stand in the page; a failed attempt is forgotten. @returns {Promise<Engine>} */
function engine() {
  const known = loadedEngine();
  if (known) return Promise.resolve(known);
  if (!loading) {
    loading = loadEngine();
    loading.catch(() => {
      loading = null;
    });
  }
  return loading;
}

/** @returns {Promise<Engine>} */
function loadEngine() {
  return new Promise((resolve, reject) => {
    const script = document.createElement("script"); // not `import()`, which does not work from disk
    script.src = engineUrl;
    script.onload = script.onerror = () => {
      const loaded = loadedEngine();
      if (loaded) resolve(loaded);
      else reject(Object.assign(new Error(NO_ENGINE), { retry: true }));
    };
    document.head.append(script);
  });
}

/** The index that this page searches. */
async function openIndex() {
  return (await engine()).open(indexUrl);
}

/** Begin loading before the first character is typed; a failure is told when something is asked. */
export function warmUp() {
  openIndex().catch(() => {});
}

/**
 * What to tell the reader about a failure.
 * @param {any} error
 * @returns {string}
 */
export function messageOf(error) {
  return error && error.retry ? error.message : "搜索出了问题，请重试。";
}

/** Questions of one place on the page: a newer one calls off the one before. */
export class Questions {
  constructor() {
    /** @type {AbortController | null} */
    this.asking = null;
  }

  /**
   * @param {Request} request
   * @returns {Promise<Answer | null>} null when the question was called off; rejects with what `messageOf` can tell
   */
  async ask(request) {
    this.callOff();
    const mine = new AbortController();
    this.asking = mine;
    try {
      const index = await openIndex();
      if (mine.signal.aborted) return null;
      const answer = await index.search(request, mine.signal);
      return mine.signal.aborted ? null : answer;
    } catch (error) {
      if (mine.signal.aborted) return null;
      throw error;
    }
  }

  callOff() {
    if (this.asking) this.asking.abort();
  }
}
