"""The command: draw every picture, or those of the named cases."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from scripts.demo_images.palette import Palette, read_palette
from scripts.demo_images.picture import draw
from scripts.demo_images.spec import Spec, SpecError, check_spec, read_specs

ROOT = Path(__file__).resolve().parents[2]
SPECS = Path(__file__).resolve().parent / "specs"
CONTENT = ROOT / "content/demo"
MAX_BYTES = 80 * 1024


def main(arguments: Sequence[str] | None = None, specs: Path = SPECS, content: Path = CONTENT) -> int:
    """Draw all pictures of a folder of specs into the content of a branch; 1 when any of them is described wrongly."""
    parser = argparse.ArgumentParser(
        prog="python -m scripts.demo_images", description="Draw the pictures of the demo cases."
    )
    parser.add_argument("cases", nargs="*", metavar="YEAR/SLUG", help="only the pictures of these cases")
    wanted = parser.parse_args(arguments).cases
    palette, failures = read_palette(ROOT), 0
    for name, spec in read_specs(specs):
        if wanted and spec.get("case") not in wanted:
            continue
        try:
            check_spec(spec)
            print(save(content, spec, palette))
        except SpecError as mistake:
            failures += 1
            print(f"{name}: {mistake}", file=sys.stderr)
    return 1 if failures else 0


def save(content: Path, spec: Spec, palette: Palette) -> str:
    """Draw one picture, save it and say where and how large."""
    year, slug = spec["case"].split("/")
    data = draw(spec, palette)
    if len(data) > MAX_BYTES:
        raise SpecError(f"{len(data)} bytes, more than {MAX_BYTES}")
    path = content / year / "cases" / slug / spec["file"]
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return f"{path.relative_to(content)}  {len(data) / 1024:.0f} KB"


if __name__ == "__main__":
    sys.exit(main())
