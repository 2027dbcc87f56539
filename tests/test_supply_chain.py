"""What publishes the site: pinned, with no more rights than it needs, and out of the reach of a merge request."""

from __future__ import annotations

import hashlib
import json
import re
from pathlib import Path

import pytest
import yaml

from scripts import audit

ROOT = Path(__file__).parents[1]
WORKFLOWS = sorted((ROOT / ".github/workflows").glob("*.y*ml"))
RIGHTS = {
    "desks": {"contents": "read"},
    "audit": {"contents": "read"},
    "check": {"contents": "read"},
    "build": {"contents": "read", "pages": "read"},
    "plan": {"contents": "read", "pages": "read"},
    "part": {"contents": "read"},
    "join": {"contents": "read"},
    "deploy": {"pages": "write", "id-token": "write"},
}
"""What each job may do; whoever gives one more changes this table."""


@pytest.fixture(params=WORKFLOWS, ids=lambda path: path.stem)
def workflow(request):
    return request.param


@pytest.fixture
def read(workflow):
    return yaml.load(workflow.read_text("utf-8"), yaml.BaseLoader)  # `on` stays a word


def steps(read: dict) -> list[dict]:
    return [step for job in read["jobs"].values() for step in job["steps"]]


def test_actions_are_pinned_to_a_commit_and_say_their_version(workflow):
    used = re.findall(r"^.*\buses:.*$", workflow.read_text("utf-8"), re.MULTILINE)
    assert used
    for line in used:
        assert re.fullmatch(r" +(?:- )?uses: [a-z-]+/[a-z-]+(?:/[a-z-]+)?@[0-9a-f]{40} # v\d+\.\d+\.\d+", line)


def test_one_action_has_one_version():
    pins = set(
        re.findall(r"uses: ([a-z-]+/[a-z-]+)\S*@(\S+ # \S+)", "".join(path.read_text("utf-8") for path in WORKFLOWS))
    )
    assert len(pins) == len(dict(pins))


def test_jobs_have_the_rights_they_need_and_end(read):
    assert read["permissions"] == {}
    for name, job in read["jobs"].items():
        assert job["permissions"] == RIGHTS[name]
        assert int(job["timeout-minutes"]) <= 60


def test_nothing_runs_for_strangers_with_the_rights_of_the_project(read):
    events = read["on"]
    assert not {"pull_request_target", "workflow_run", "issue_comment"} & set(events)
    if "pull_request" in events:
        assert not any("write" in job["permissions"].values() for job in read["jobs"].values())
        assert not any("cache" in step.get("uses", "") for step in steps(read))
        assert "secrets." not in json.dumps(read)


def test_checkout_leaves_no_credentials(read):
    for step in steps(read):
        if step.get("uses", "").startswith("actions/checkout@"):
            assert step["with"]["persist-credentials"] == "false"


def test_nothing_is_pasted_into_commands(read):
    assert not any("${{" in step.get("run", "") for step in steps(read))


@pytest.mark.parametrize(("name", "run"), [("pages", "sha"), ("pages-matrix", "run_id")])
def test_the_caches_of_the_published_site_are_bound_to_the_program(name, run):
    read = yaml.safe_load((ROOT / f".github/workflows/{name}.yml").read_text("utf-8"))
    caches = [step for step in steps(read) if step.get("uses", "").startswith("actions/cache")]
    assert caches
    for cache in caches:
        key = cache["with"]["key"]
        assert key.endswith(
            f"-${{{{ hashFiles('requirements.txt', 'generator/**', 'templates/**') }}}}-${{{{ github.{run} }}}}"
        )
        if "/save@" not in cache["uses"]:
            assert cache["with"]["restore-keys"] == key.removesuffix(f"${{{{ github.{run} }}}}")


def test_one_of_two_workflows_publishes():
    whole, matrix = (
        yaml.safe_load((ROOT / f".github/workflows/{name}.yml").read_text("utf-8"))
        for name in ("pages", "pages-matrix")
    )
    for workflow, job, mode in ((whole, "build", "!="), (matrix, "plan", "==")):
        assert workflow["jobs"][job]["if"] == f"github.ref == 'refs/heads/main' && vars.PORTAL_MATRIX {mode} 'true'"
        assert workflow["concurrency"] == {"group": "pages", "cancel-in-progress": False}
    assert whole[True] == matrix[True]  # `on`, as YAML has it


def test_gitlab_publishes_from_the_protected_branch_only():
    read = yaml.safe_load((ROOT / ".gitlab-ci.yml").read_text("utf-8"))
    assert re.fullmatch(r"python:3\.\d+\.\d+-slim-bookworm@sha256:[0-9a-f]{64}", read["image"])
    assert "cache" not in read
    assert read["check"]["cache"] == []
    child = yaml.safe_load((ROOT / "deploy/gitlab-matrix.yml").read_text("utf-8"))
    for name in ("image", "before_script"):
        assert child[name] == read[name]
    for job in (read["pages"], read["plan"], child["pages"], child[".part"]):
        assert job["cache"]["unprotect"] is False
    for job in (read["pages"], read["plan"], read["publish"], child["pages"], child[".part"]):
        allowed = [rule["if"] for rule in job["rules"] if rule.get("when") != "never"]
        assert allowed
        assert all('$CI_COMMIT_REF_PROTECTED == "true"' in rule for rule in allowed)


@pytest.mark.parametrize("name", ["SECURITY.md", "docs/decisions/0011-supply-chain.md"])
def test_what_the_documents_name_is_there(name):
    text = (ROOT / name).read_text("utf-8")
    made = {"build/sbom.cdx.json", "site/", "made/", "parts/"}
    named = set(re.findall(r"`((?:[\w.-]+/)+[\w.-]*|requirements[\w.-]*)`", text)) - made
    linked = {target for target in re.findall(r"\]\(([^)#]+)\)", text) if "://" not in target}
    assert named
    assert [path for path in named if not (ROOT / path).exists()] == []
    assert [path for path in linked if not (ROOT / name).parent.joinpath(path).exists()] == []


def test_the_vendored_script_is_what_its_recipe_made():
    """`scripts/vendor-yaml.sh` makes it from a package of pinned version and hash, and says this digest."""
    script = (ROOT / "templates/shell/assets/js/vendor/yaml.js").read_bytes()
    version = re.search(r"^version=(\S+)$", (ROOT / "scripts/vendor-yaml.sh").read_text("utf-8"), re.MULTILINE)
    assert script.startswith(f"/*! yaml {version[1]}, ".encode())
    assert b"Permission to use, copy, modify" in script
    assert hashlib.sha256(script).hexdigest() == "40d6318b2bcc461b26b94f6013841e016aa21a823cefcd0eb4fdf543d2b06edc"


def test_reports_go_to_the_advisory_and_to_no_person():
    text = (ROOT / "SECURITY.md").read_text("utf-8")
    assert text.count("Report a vulnerability") == 2
    assert not re.search(r"\w@\w", text)


def answer(*packages: dict) -> str:
    return json.dumps({"dependencies": packages})


WHOLE = {"name": "jinja2", "version": "3.1.6", "vulns": []}
FLAWED = {"name": "pillow", "version": "1.0", "vulns": [{"id": "PYSEC-2020-1", "fix_versions": ["1.1"]}]}
UNKNOWN = {"name": "nh3", "skip_reason": "Dependency not found"}
AUDITS = {
    "whole": (answer(WHOLE), "", 0, "1 个软件包，没有已知漏洞"),
    "flawed": (answer(WHOLE, FLAWED), "", 1, "pillow 1.0：PYSEC-2020-1，已修复的版本 fixed in 1.1"),
    "one unknown": (answer(WHOLE, UNKNOWN), "", 1, "nh3：查询服务不知道这个软件包"),
    "a mirror that knows none": (answer(UNKNOWN, UNKNOWN), "", 0, "没有检查"),
    "no network": ("", "requests.exceptions.ConnectionError: x", 0, "Not checked"),
    "another failure": ("", "ValueError: bad lock", 1, "ValueError: bad lock"),
}


@pytest.mark.parametrize("kind", AUDITS)
def test_an_audit_fails_for_everything_but_the_lack_of_a_network(kind):
    said, errors, status, told = AUDITS[kind]
    found = audit.judge(said, errors)
    assert found[0] == status
    assert told in found[1]
