"""Scripts from modules: what is bundled and how it runs, and that every form that is not known is refused."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from generator.media import scripts

A = "export const a = 1;\n"
USE = 'import { a } from "./parts/a.js";\nuse(a);\n'

DIAMOND = {
    "main.js": """\
        // What the script does.
        import { left } from "./parts/left.js";
        import {
          Right,
          later,
        } from "./parts/right.js";

        left();
        later().then(() => log.push(new Right().name()));
        """,
    "parts/left.js": """\
        import { note } from "../shared/note.js";

        /** The same name stands for something else in another module. */
        const own = "left";

        /**
         * A note.
         * @param {import("./right.js").Right} [right]  is no import
         */
        export function left(right) {
          note(own, right);
        }
        """,
    "parts/right.js": """\
        import { note, WHERE } from "../shared/note.js";

        const own = () => `right of ${WHERE}`; // an import of nothing

        export class Right {
          name() {
            return own();
          }
        }

        export async function later() {
          note("later");
        }
        """,
    "shared/note.js": """\
        export const WHERE = "https://example.org/"; /* with // in it */
        log.push("once");

        export function note(text) {
          log.push(text);
        }
        """,
}


def _write(folder: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        lines = text.splitlines(keepends=True)
        indent = min(len(line) - len(line.lstrip()) for line in lines if line.strip())
        path.write_text("".join(line[indent:] or "\n" for line in lines), "utf-8")
    return folder / "main.js"


def test_a_script_has_its_modules_in_the_order_of_their_imports(tmp_path: Path) -> None:
    text = scripts.bundle(_write(tmp_path, DIAMOND))
    order = ["// shared/note.js", "// parts/left.js", "// parts/right.js", "// main.js"]
    assert [line for line in text.splitlines() if line in order] == order
    assert "What the script does" not in text
    assert "A note" not in text
    assert str(tmp_path) not in text
    assert text == scripts.bundle(tmp_path / "main.js")


@pytest.mark.browser
def test_modules_run_once_and_share_only_what_they_export(browser: Browser, tmp_path: Path) -> None:
    page = browser.new_page()
    text = scripts.bundle(_write(tmp_path, DIAMOND))
    log = page.evaluate(f"async () => {{ const log = [];\n{text}; await null; await null; return log; }}")
    page.close()
    assert log == ["once", "left", "later", "right of https://example.org/"]


BAD = {
    "default export": {"main.js": USE, "parts/a.js": "export default function a() {}"},
    "export of a list": {"main.js": USE, "parts/a.js": "const a = 1;\nexport { a };"},
    "export from elsewhere": {"main.js": USE, "parts/a.js": 'export * from "./b.js";', "parts/b.js": A},
    "export that changes": {"main.js": USE, "parts/a.js": "export let a = 1;"},
    "export of a pattern": {"main.js": USE, "parts/a.js": "export const { a } = window;"},
    "export from a script": {"main.js": A},
    "import of everything": {"main.js": 'import * as a from "./parts/a.js";', "parts/a.js": A},
    "import of a default": {"main.js": 'import a from "./parts/a.js";', "parts/a.js": A},
    "import under another name": {"main.js": 'import { a as b } from "./parts/a.js";', "parts/a.js": A},
    "import for its effect": {"main.js": 'import "./parts/a.js";', "parts/a.js": A},
    "import while running": {"main.js": 'const a = import("./parts/a.js");', "parts/a.js": A},
    "import with other quotes": {"main.js": "import { a } from './parts/a.js';", "parts/a.js": A},
    "import without an end": {"main.js": 'import { a } from "./parts/a.js"', "parts/a.js": A},
    "import further in": {"main.js": '  start();\nimport { a } from "./parts/a.js"; use(a);', "parts/a.js": A},
    "address of the module": {"main.js": "use(import.meta.url);"},
    "package": {"main.js": 'import { a } from "a";'},
    "other place": {"main.js": 'import { a } from "https://example.org/a.js";'},
    "file above the script": {"main.js": 'import { a } from "../a.js";', "../a.js": A},
    "missing file": {"main.js": USE},
    "name that is not exported": {"main.js": USE, "parts/a.js": "const a = 1;\nexport const b = a;"},
    "circle": {
        "main.js": USE,
        "parts/a.js": 'import { b } from "./b.js";\nexport const a = b;',
        "parts/b.js": 'import { a } from "./a.js";\nexport const b = a;',
    },
    "import of itself": {"main.js": USE, "parts/a.js": 'import { b } from "./a.js";\nexport const a = b;'},
    "name from two files": {
        "main.js": USE + 'import { a } from "./parts/b.js";',
        "parts/a.js": A,
        "parts/b.js": A,
    },
    "name of its own": {"main.js": USE + "function a() {}", "parts/a.js": A},
    "text over lines": {"main.js": "use(`\n// no comment\n`);"},
}


@pytest.mark.parametrize("files", BAD.values(), ids=BAD.keys())
def test_every_other_form_is_refused(tmp_path: Path, files: dict[str, str]) -> None:
    main = _write(tmp_path / "js", files)
    with pytest.raises(scripts.BadScript, match=r"js/(main|parts/[ab])\.js: \w"):
        scripts.bundle(main)


def test_a_circle_is_named(tmp_path: Path) -> None:
    with pytest.raises(scripts.BadScript, match=r"a\.js → b\.js → a\.js"):
        scripts.bundle(_write(tmp_path, BAD["circle"]))
