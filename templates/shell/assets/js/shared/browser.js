/** Whether scripts may change the page: `head.js` says so of browsers that are not too old for them. */
export const isNewEnough = document.documentElement.classList.contains("js");
