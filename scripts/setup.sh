#!/bin/sh
# Install what a verb of the Makefile needs: scripts/setup.sh site|lint|test|lighthouse|mutate|audit [--system-only]
#
# Quiet, and quick when nothing is to do. System packages come through apt-get when they are missing, Python packages
# from the lock files into .venv or, to mutate and to audit, another beside it. With --system-only, only the former.
set -eu
cd "$(dirname "$0")/.."

goal=${1:-site}
scope=${2:-}
venv=.venv

# What books need: Pango, and fonts of Han (the rarest too), Arabic, Tibetan, Mongolian, Yi, and of formulas.
print="git libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0
    fonts-noto-cjk fonts-noto-core fonts-hanazono fonts-babelstone-han"

case $goal in
    site) lock=requirements.txt packages="$print" ;;
    lint) lock=requirements-dev.txt packages="" ;;
    test|lighthouse) lock=requirements-dev.txt
        packages="$print ghostscript poppler-utils qpdf libreoffice-calc libreoffice-writer" ;;
    mutate) lock=requirements-mutate.txt venv=.venv-mutate
        packages="$print" ;;
    audit) lock=requirements-audit.txt packages="" venv=.venv-audit ;; # apart: it must not change what it looks at
    *) echo "usage: scripts/setup.sh site|lint|test|lighthouse|mutate|audit [--system-only]" >&2; exit 2 ;;
esac

say() {
    echo "setup: $*" >&2
}

# System packages

find_python() {
    for candidate in python3 python3.13 python3.12 python3.11; do
        if command -v "$candidate" >/dev/null && "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))'; then
            echo "$candidate"
            return
        fi
    done
    say "需要 Python 3.11 或更高版本，请先安装。 Python 3.11 or newer is needed; please install it first."
    exit 1
}

venv_package() {
    "$1" -c 'import ensurepip, venv' 2>/dev/null ||
        "$1" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])'
}

is_installed() {
    [ "$(dpkg-query -W -f '${db:Status-Status}' "$1" 2>/dev/null)" = installed ]
}

has_chromium() {
    for browser in chromium-headless-shell chromium chromium-browser google-chrome; do
        command -v $browser >/dev/null && return
    done
    return 1
}

missing_packages() {
    for package in $packages; do
        is_installed "$package" || echo "$package"
    done
    [ -x $venv/bin/python ] || venv_package "$python"
    ! is_tested || command -v java >/dev/null || echo default-jre-headless # for the W3C's HTML checker
}

is_tested() {
    [ "$goal" = test ] || [ "$goal" = lighthouse ]
}

apt_install() {
    if [ "$(id -u)" != 0 ]; then
        say "缺少系统软件包，请先运行下面这条命令，再重试："
        say "System packages are missing. Please run this command, then try again:"
        echo "    sudo apt-get update && sudo apt-get install --yes --no-install-recommends $*" >&2
        exit 1
    fi
    say "安装系统软件包 installing system packages: $*"
    export DEBIAN_FRONTEND=noninteractive
    mkdir -p /usr/share/man/man1 2>/dev/null || true # slim images lack it, and Java does not install without
    apt-get -qq update
    apt-get -qq install --yes --no-install-recommends "$@" >/dev/null
}

install_packages() {
    if ! command -v dpkg-query >/dev/null; then
        say "不是 Debian 或 Ubuntu，请自行安装： not Debian or Ubuntu, please see to these yourself: $packages"
        return
    fi
    missing=$(missing_packages)
    # One word a package; none has spaces.
    # shellcheck disable=SC2086
    [ -z "$missing" ] || apt_install $missing
}

# Debian has packages of Chromium, the one without a window being the quicker; Ubuntu has only a snap, so there
# Playwright's own build is taken.
install_chromium() {
    is_tested && command -v dpkg-query >/dev/null || return 0
    has_chromium && return 0
    [ "$(id -u)" != 0 ] || apt-get -qq update
    for browser in chromium-headless-shell chromium; do
        if apt-cache policy $browser 2>/dev/null | grep -q 'Candidate: [0-9]'; then
            apt_install $browser
            return
        fi
    done
    if [ "$scope" != --system-only ] && [ ! -e $venv/.chromium ]; then
        say "安装 Playwright 自带的 Chromium installing the Chromium of Playwright"
        $venv/bin/playwright install --with-deps chromium >/dev/null
        touch $venv/.chromium
    fi
}

# Firefox of Debian; Ubuntu has only a snap, and there its tests are skipped.
install_firefox() {
    [ "$goal" = test ] && command -v dpkg-query >/dev/null || return 0
    is_installed firefox-esr && return 0
    if apt-cache policy firefox-esr 2>/dev/null | grep -q 'Candidate: [0-9]'; then
        apt_install firefox-esr
    fi
}

# Python packages

fingerprint() {
    { pwd; cat "$@"; } | cksum
}

is_done() {
    [ -x $venv/bin/python ] && [ -e "$venv/.$1" ] && [ "$(cat "$venv/.$1")" = "$2" ]
}

install_locked() {
    wanted=$(fingerprint "$lock")
    is_done "$lock" "$wanted" && return
    # Another lock or another place than last time: what is no longer wanted must go.
    if [ -e "$venv/.$lock" ] || [ ! -x $venv/bin/python ]; then
        say "建立 Python 环境 making $venv"
        "$python" -m venv --clear $venv
    fi
    say "安装 Python 软件包 installing Python packages of $lock"
    $venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes --requirement "$lock"
    echo "$wanted" >"$venv/.$lock"
}

install_project() {
    wanted=$(fingerprint pyproject.toml)
    is_done project "$wanted" && return
    $venv/bin/python -m pip install --quiet --disable-pip-version-check \
        --no-index --no-deps --no-build-isolation --editable .
    echo "$wanted" >$venv/.project
}

# Tools that look at finished pages, by version and SHA-512 from tests/web/tools.txt: the W3C's HTML checker, which
# needs nothing else; Lighthouse, which is large and brings what it needs, only when it is asked for.
install_web() {
    wanted="$goal $(fingerprint tests/web/tools.txt)"
    is_done web "$wanted" || is_done web "lighthouse ${wanted#* }" && return
    say "安装检查网页的工具 installing what checks pages"
    (
        PATH="$PWD/$venv/bin:$PATH"
        cd tests/web
        while read -r tool version digest; do
            [ "$tool" = vnu-jar ] || [ "$goal" = lighthouse ] || continue
            npm pack --silent --loglevel=error "$tool@$version" >/dev/null </dev/null
            found=$(python3 -c 'import base64, hashlib, sys
print(base64.b64encode(hashlib.sha512(open(sys.argv[1], "rb").read()).digest()).decode())' "$tool-$version.tgz")
            [ "$found" = "$digest" ] || { say "$tool-$version.tgz 与记录的摘要不符 does not have the pinned digest"; exit 1; }
            packs="${packs:-} ./$tool-$version.tgz"
        done <tools.txt
        # shellcheck disable=SC2086 # one word a tool
        npm install --prefix . --silent --no-save --no-package-lock --ignore-scripts --no-audit --no-fund $packs >/dev/null
        rm ./*.tgz
    )
    echo "$wanted" >"$venv/.web"
}

python=$(find_python)
install_packages
if [ "$scope" != --system-only ]; then
    install_locked
    [ "$goal" = audit ] || install_project
    ! is_tested || install_web
fi
install_chromium
install_firefox
