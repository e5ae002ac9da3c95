#!/usr/bin/env bash
# What is due, as one issue: the open one is written anew, and where nothing is due none is opened.
set -euo pipefail

: "${GITHUB_REPOSITORY:?}"
title="To look at this month"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

"${PYTHON:-.venv/bin/python}" -m generator due >"$work/due"
open=$(gh issue list --repo "$GITHUB_REPOSITORY" --label due --state open --limit 1 \
  --json number --jq '.[].number')
if grep -q '^0 to look at' "$work/due" && [[ -z $open ]]; then
  echo "Nothing is due."
  exit 0
fi
# Names of groups are words of strangers: as code they call nobody. An issue takes 65,536 characters.
{
  echo "Each line is a record that somebody should ask about. “fingerpost verify” says that it was done; how:"
  echo "[editing](https://github.com/$GITHUB_REPOSITORY/blob/HEAD/docs/editing.md)."
  echo
  head -n 400 "$work/due" | sed 's/^/    /'
  (($(wc -l <"$work/due") <= 400)) || printf '\n\n%s\n' "There is more: “fingerpost due” shows all of it."
} >"$work/body.md"
if [[ $open =~ ^[0-9]+$ ]]; then
  gh api --method PATCH "repos/$GITHUB_REPOSITORY/issues/$open" --field "body=@$work/body.md" --silent
else
  gh label create due --repo "$GITHUB_REPOSITORY" --force --description "Records that somebody should ask about"
  gh issue create --repo "$GITHUB_REPOSITORY" --title "$title" --label due --body-file "$work/body.md"
fi
