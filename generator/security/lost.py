"""The one script that stands in a page itself: that for missing addresses, which is shown at any depth below any path.

Where a site's address is not known, nothing says where the page's own folder is. So its style sheet is looked for in
the folders of the address that was asked for, from the deepest up; where it is found, links and scripts start.
"""

from __future__ import annotations

import base64
import hashlib

FIND_HOME = """(function () {
  var given = document.currentScript.dataset, folders = location.pathname.split("/").slice(0, -1);
  function look() {
    var folder = folders.join("/") + "/", sheet = document.createElement("link");
    sheet.rel = "stylesheet";
    sheet.href = folder + given.sheet;
    sheet.setAttribute("blocking", "render");
    sheet.onerror = function () { folders.pop(); if (folders.length) look(); };
    sheet.onload = function () {
      document.head.insertBefore(document.createElement("base"), document.head.firstChild).href = folder;
      given.scripts.split(" ").forEach(function (address) {
        var script = document.createElement("script");
        script.async = false;
        script.src = address;
        document.head.appendChild(script);
      });
    };
    document.head.appendChild(sheet);
  }
  look();
})();"""

ALLOWED = f"'sha256-{base64.b64encode(hashlib.sha256(FIND_HOME.encode()).digest()).decode()}'"
"""The script as a policy names it."""
