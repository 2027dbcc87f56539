// The search engine as a script: pages load it when a reader begins to search, and find it as `PortalSearch`.
import { open } from "./search/index.js";
import { normalise } from "./search/normalise.js";
import { rangesOf } from "./search/ranges.js";

Object.assign(window, { PortalSearch: Object.freeze({ open, normalise, rangesOf }) });
