"""Old office formats, converted by LibreOffice where it is installed: without macros, without links followed."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from generator.intake.documents.pieces import Unreadable

_SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="MacroSecurityLevel"><value>3</value>\
</prop><prop oor:name="DisableMacrosExecution"><value>true</value></prop>\
<prop oor:name="BlockUntrustedRefererLinks"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Writer/Content/Update"><prop oor:name="Link"><value>2</value></prop></item>
</oor:items>
"""


@contextmanager
def converted(path: Path) -> Iterator[Path]:
    """The document as .docx, for as long as it is needed.

    Raises:
        Unreadable: LibreOffice is missing or cannot open it.
    """
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None:
        raise Unreadable(f"{path.name}：读 {path.suffix} 需要 LibreOffice，本机没有。请用 Word 或 WPS 另存为 .docx。")
    with tempfile.TemporaryDirectory() as folder:
        profile = Path(folder, "profile")
        (profile / "user").mkdir(parents=True)
        (profile / "user/registrymodifications.xcu").write_text(_SETTINGS, "utf-8")
        options = [f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore"]
        command = [program, *options, "--convert-to", "docx", "--outdir", folder, str(path.resolve())]
        subprocess.run(command, capture_output=True, timeout=100, check=False)  # noqa: S603 - a fixed program
        made = Path(folder, f"{path.stem}.docx")
        if not made.is_file():
            raise Unreadable(f"{path.name}：LibreOffice 打不开，可能已损坏或加了密码。请另存为 .docx。")
        yield made
