// The panel of reading aids, loaded by `portal/aids.js`.
import { startPanel } from "./aids/panel.js";
import { startLine } from "./aids/line.js";

startLine();
startPanel();
