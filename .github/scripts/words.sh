#!/usr/bin/env bash
# What a pull request changes, in words, and its number, as files for the workflow that posts them. Holds no right.
set -euo pipefail

: "${BASE:?}" "${NUMBER:?}" "${FOLDER:?}"
mkdir -p "$FOLDER"
printf '%s\n' "$NUMBER" >"$FOLDER/number.txt"
status=0
"${PYTHON:-.venv/bin/python}" -m generator changes "origin/$BASE" --format markdown >"$FOLDER/words.md" 2>"$FOLDER/why.txt" || status=$?
if ((status != 0)); then
  printf '%s\n' '<!-- fingerpost changes -->' \
    'The records have errors, so what changes cannot be said yet. They stand beside the lines, under “Files changed”.' \
    >"$FOLDER/words.md"
fi
if (($(stat --format %s "$FOLDER/words.md") > 50000)); then   # a comment takes 65,536 characters
  head -c 50000 "$FOLDER/words.md" | sed '$d' >"$FOLDER/cut.md"
  printf '\nThere is more: `fingerpost changes` says all of it.\n' >>"$FOLDER/cut.md"
  mv "$FOLDER/cut.md" "$FOLDER/words.md"
fi
rm -f "$FOLDER/why.txt"
cat "$FOLDER/words.md" >>"${GITHUB_STEP_SUMMARY:-/dev/null}"
