"""A worker ends with its build, whenever that is killed."""

from __future__ import annotations

import subprocess
import sys

ADOPTED = """
import time
from generator.publish import workers
workers._adopt(None, {parent})
time.sleep(20)
print("still here")
"""


def adopted(parent: str) -> subprocess.CompletedProcess[str]:
    """A process that was told that it works for another."""
    command = [sys.executable, "-c", ADOPTED.format(parent=parent)]
    return subprocess.run(command, capture_output=True, text=True, timeout=30, check=False)


def test_a_worker_whose_build_was_killed_before_it_looked_ends() -> None:
    with subprocess.Popen([sys.executable, "-c", ""]) as dead:
        dead.wait()
    ended = adopted(str(dead.pid))
    assert (ended.returncode, ended.stdout, ended.stderr) == (1, "", "")
