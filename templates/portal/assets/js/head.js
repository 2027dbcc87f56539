// Runs before the page is drawn: scripts are on, and the reader's choice of light or dark is kept.
(function () {
  "use strict";
  var root = document.documentElement;
  root.className = "js";
  try {
    var theme = localStorage.getItem("theme");
    if (theme === "dark" || theme === "light") root.dataset.theme = theme;
  } catch (error) {
    // Storage may be closed (private windows, file://): the system's choice stays.
  }
})();
