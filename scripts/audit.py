"""Look for known vulnerabilities in what the program needs: `make audit`.

pip-audit asks the vulnerability service of PyPI about every package of `requirements.txt` (`--vulnerability-service
osv`: that of OSV). Exit status 0 when there is none, or when no answer could be had, which is then said plainly; 1
for a vulnerability, for packages that the service does not know, and for all other failures.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

LOCK = Path(__file__).parents[1] / "requirements.txt"
NOT_REACHED = ("ConnectionError", "Could not connect", "ConnectTimeout", "ReadTimeout", "ProxyError")
NOT_CHECKED = """没有检查：连不上漏洞查询服务。请在能联网的机器上再运行 make audit。
Not checked: the vulnerability service cannot be reached. Please run make audit where there is a network."""


def main(options: list[str]) -> int:
    """Run pip-audit, say what it found, and give the exit status."""
    command = [sys.executable, "-m", "pip_audit", "--requirement", str(LOCK), "--disable-pip", "--require-hashes"]
    command += ["--format", "json", "--progress-spinner", "off", *options]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    status, said = judge(done.stdout, done.stderr)
    print(said)
    return status


def judge(answer: str, errors: str) -> tuple[int, str]:
    """The exit status and what to say, from what pip-audit wrote to its two outputs."""
    try:
        packages = json.loads(answer)["dependencies"]
    except ValueError:
        return (0, NOT_CHECKED) if any(each in errors for each in NOT_REACHED) else (1, errors)
    unknown = [each["name"] for each in packages if "skip_reason" in each]
    if len(unknown) == len(packages):  # a mirror answers that has packages only
        return 0, NOT_CHECKED
    found = [f"{name}：查询服务不知道这个软件包 not known to the service" for name in unknown]
    for each in packages:
        for flaw in each.get("vulns", ()):
            remedy = "、".join(flaw["fix_versions"]) or "尚无 none yet"
            found.append(f"{each['name']} {each['version']}：{flaw['id']}，已修复的版本 fixed in {remedy}")
    if found:
        return 1, "\n".join(found)
    return 0, f"{len(packages)} 个软件包，没有已知漏洞。 {len(packages)} packages, no known vulnerabilities."


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
