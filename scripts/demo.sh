#!/bin/sh
# Checks the bundled article in the language of the reader's system, prints the report and writes it as a page.
set -eu
cd "$(dirname "$0")/.."

tahqiq=.venv/bin/tahqiq
page=out/report.html
language=$(.venv/bin/python -c 'from tahqiq.interfaces.telling import ui_language; print(ui_language())')
article=src/tahqiq/data/examples/article.$language.txt

mkdir -p out
"$tahqiq" check "$article" --report-lang "$language" --format text
"$tahqiq" check "$article" --report-lang "$language" --format html --out "$page"
echo
case $language in
ar) echo "التقرير نفسه صفحةً تفتحها في متصفحك: $PWD/$page" ;;
*) echo "The same report as a page for your browser: $PWD/$page" ;;
esac
