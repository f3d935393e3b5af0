#!/bin/sh
# Lists what an installed site consists of: a bill of materials (CycloneDX) and the licences, beside the wheel in dist/.
# Fails on a licence that pyproject.toml does not allow. `bill.sh audit` looks the same packages up for known faults.
set -eu
cd "$(dirname "$0")/.."

TOOLS=.venv-supply
SITE=build/site

uv() { .venv/bin/python -m uv "$@"; }

make_tools() {
    test -e "$TOOLS/ready" && test "$TOOLS/ready" -nt requirements/supply.txt && return
    uv venv -q --clear "$TOOLS"
    uv pip install -q --python "$TOOLS/bin/python" --require-hashes -r requirements/supply.txt
    touch "$TOOLS/ready"
}

# The wheel in an environment of nothing else, as on a server.
install_site() {
    uv venv -q --clear "$SITE"
    uv pip install -q --python "$SITE/bin/python" --require-hashes -r requirements/site.txt
    uv pip install -q --python "$SITE/bin/python" --no-deps --no-index "$1"
}

make_tools
if [ "${1:-}" = audit ]; then
    exec "$TOOLS/bin/python" scripts/audit.py "$TOOLS/bin/pip-audit" requirements/site.txt
fi
wheel=$1
install_site "$wheel"
name=${wheel%-py3-none-any.whl}
version=${name##*-}
# Where the version is dynamic, the bill would leave it out.
sed "s/^dynamic = .*/version = \"$version\"/" pyproject.toml >"$SITE/pyproject.toml"
"$TOOLS/bin/cyclonedx-py" environment --pyproject "$SITE/pyproject.toml" --output-reproducible -o "$name.cdx.json" "$SITE/bin/python"
# Listed from beside the wheel, where no licence is refused: what is wrong is easier to see in a whole list.
(cd "$(dirname "$wheel")" && "$OLDPWD/$TOOLS/bin/pip-licenses" --python "$OLDPWD/$SITE/bin/python" \
    --format markdown --output-file "$(basename "$name").licences.md") >/dev/null
# Both say in their LICENSE alone that it is MIT.
"$TOOLS/bin/pip-licenses" --python "$SITE/bin/python" --ignore-packages pyromark resvg_py >/dev/null
ls "$wheel" "$name.cdx.json" "$name.licences.md"
