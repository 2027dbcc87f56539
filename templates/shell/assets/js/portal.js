// What every page does. The parts know nothing of each other; a page that lacks what a part needs is left alone.
import { startAids } from "./portal/aids.js";
import { startContents } from "./portal/contents.js";
import { startEnlarge } from "./portal/enlarge.js";
import { startFolds } from "./portal/folds.js";
import { startHeaderSearch } from "./portal/header-search.js";
import { markTerms } from "./portal/highlight.js";
import { startLeaving } from "./portal/leaving.js";
import { startMenu, startYears } from "./portal/menu.js";
import { startNarrow } from "./portal/narrow.js";
import { startPageTools } from "./portal/page-tools.js";
import { startSearchField } from "./portal/search-field.js";
import { startSlashKey } from "./portal/slash-key.js";
import { startStatuses } from "./portal/statuses.js";
import { startTheme } from "./portal/theme.js";
import { startTimeline } from "./portal/timeline.js";
import { isNewEnough } from "./shared/browser.js";

if (isNewEnough) {
  startAids();
  startMenu();
  startYears();
  startTheme();
  startFolds();
  startContents();
  startTimeline();
  startNarrow();
  startStatuses();
  startSearchField();
  startHeaderSearch();
  startSlashKey();
  startPageTools();
  startEnlarge();
  startLeaving();
  markTerms();
  document.querySelectorAll("[data-print]").forEach((button) => button.addEventListener("click", () => print()));
}
