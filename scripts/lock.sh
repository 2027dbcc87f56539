#!/bin/sh
# Write the lock files from pyproject.toml: exact versions and hashes for every platform, no registry addresses.
# Needs `uv`. Give `--upgrade` to take the newest versions that pyproject.toml allows.
set -eu
cd "$(dirname "$0")/.."

lock() {
    output=$1
    shift
    uv pip compile "$@" --output-file "$output" --quiet \
        --universal --python-version 3.11 --generate-hashes \
        --no-emit-index-url --no-emit-find-links --no-annotate --custom-compile-command "scripts/lock.sh"
}

lock requirements.txt pyproject.toml --group build "$@"
lock requirements-dev.txt pyproject.toml --group build --extra test --extra dev --constraints requirements.txt "$@"
lock requirements-audit.txt --group audit --constraints requirements.txt "$@"
lock requirements-mutate.txt pyproject.toml --group build --group mutate --extra test --constraints requirements-dev.txt "$@"
