#!/bin/sh
# Makes the environment in .venv with what the command needs (`environment.sh run`), the site (serve), the checks (test).
# It asks nothing. A Python without venv gets it from apt-get where that is allowed, else through its own pip.
set -eu
cd "$(dirname "$0")/.."

say() { echo "environment: $*" >&2; }

find_python() {
    for name in ${PYTHON:-} python3 python3.14 python3.13 python3.12 python3.11; do
        if "$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            echo "$name"
            return
        fi
    done
    say "Python 3.11 or newer is needed; install it, or name it: make PYTHON=/path/to/python3.12 ..."
    exit 1
}

get_packages() {
    command -v apt-get >/dev/null || return 1
    root=
    if [ "$(id -u)" != 0 ]; then
        root="sudo -n"
        $root true 2>/dev/null || return 1
    fi
    say "apt-get install $*"
    $root env DEBIAN_FRONTEND=noninteractive apt-get update -qq &&
        $root env DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends "$@" >/dev/null
}

make_venv() {
    "$1" -m venv .venv >/dev/null 2>&1 && return
    rm -rf .venv
    version=$("$1" -c 'import sys; print("%d.%d" % sys.version_info[:2])')
    if get_packages "python$version-venv" && "$1" -m venv .venv; then return; fi
    rm -rf .venv
    if "$1" -m venv --without-pip .venv && "$1" -m pip --python .venv/bin/python install -q pip; then return; fi
    rm -rf .venv
    say "this Python cannot make environments; install the package python3-venv"
    exit 1
}

# The tests of the site drive a browser; without one they are skipped, and that is said.
get_browser() {
    command -v chromium >/dev/null || command -v chromium-browser >/dev/null && return
    get_packages chromium fonts-noto-core >/dev/null || say "no chromium: the tests that drive a browser are skipped"
}

install() {
    if .venv/bin/python -m uv --version >/dev/null 2>&1 || .venv/bin/python -m pip install -q -c constraints.txt uv; then
        .venv/bin/python -m uv pip install -q --python .venv/bin/python -c constraints.txt -b constraints.txt "$@"
    else
        say "uv cannot be had; pip takes longer"
        .venv/bin/python -m pip install -q -U "pip>=25.1"
        PIP_CONSTRAINT=constraints.txt .venv/bin/python -m pip install -q "$@"
    fi
}

if ! .venv/bin/python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
    rm -rf .venv
    make_venv "$(find_python)"
fi
case "${1:-run}" in
run) install -e '.[formats]' ;;
serve) install -e '.[formats,web]' ;;
test)
    get_browser
    install -e '.[formats,web,charts,frames,build]' --group dev --group tools
    ;;
*) say "unknown environment: $1" && exit 2 ;;
esac
touch ".venv/ready-${1:-run}"
