// The editor page: forms for all content, over a folder on this machine or a repository.
import { Desk } from "./admin/desk.js";
import { isNewEnough } from "./shared/browser.js";

if (isNewEnough) new Desk().start();
