#!/bin/sh
# Makes the environment in .venv with what the command needs (`environment.sh run`), the site (serve), the checks (test).
# It asks nothing and installs nothing outside .venv; what the system lacks it names. Every package is held against its
# hash in requirements/.
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

# Debian's Python has no venv module of its own, but often a pip that can stand in for it.
make_venv() {
    "$1" -m venv .venv >/dev/null 2>&1 && return
    rm -rf .venv
    "$1" -m venv --without-pip .venv && "$1" -m pip --python .venv/bin/python install -q pip && return
    rm -rf .venv
    version=$("$1" -c 'import sys; print("%d.%d" % sys.version_info[:2])')
    say "this Python cannot make environments; on Debian and Ubuntu: apt-get install python$version-venv"
    exit 1
}

name_browser() {
    command -v chromium >/dev/null || command -v chromium-browser >/dev/null ||
        say "the tests of the site need a browser, else they are skipped: apt-get install chromium fonts-noto-core libatomic1"
}

install() {
    .venv/bin/python -m uv pip install -q --python .venv/bin/python "$@"
}

if ! .venv/bin/python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
    rm -rf .venv
    make_venv "$(find_python)"
fi
.venv/bin/python -m pip install -q --require-hashes -r requirements/tools.txt
case "${1:-run}" in
run) install -c requirements/all.txt --no-build-isolation -e . ;;
serve) install -c requirements/all.txt --no-build-isolation -e '.[web]' ;;
test)
    name_browser
    install --require-hashes -r requirements/all.txt
    install --no-build-isolation --no-deps -e .
    ;;
*) say "unknown environment: $1" && exit 2 ;;
esac
touch ".venv/ready-${1:-run}"
