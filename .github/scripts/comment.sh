#!/usr/bin/env bash
# Posts what a pull request changes, in words, as its one comment: the mark on its first line finds an earlier one.
# The words were made by a run that may have been anybody's code, so they are data here: size, kind and place are
# looked at, the commit is compared with the one that the pull request has, and what could call people is made harmless.
set -euo pipefail

: "${GITHUB_REPOSITORY:?}" "${RUN:?}" "${COMMIT:?}"
mark='<!-- fingerpost changes -->'
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
stop() { echo "Not posted: $1"; exit "${2:-1}"; }

gh run download "$RUN" --repo "$GITHUB_REPOSITORY" --name words --dir "$work/words" || stop "this run left no words." 0
for name in words.md number.txt; do
  file=$work/words/$name
  [[ -f $file && ! -L $file ]] || stop "$name is no plain file."
  (($(stat --format %s "$file") <= 60000)) || stop "$name is too large."
done
number=$(<"$work/words/number.txt")
[[ $number =~ ^[0-9]{1,9}$ ]] || stop "this is no number of a pull request."
[[ $(head -n 1 "$work/words/words.md") == "$mark" ]] || stop "these are no words of ours."
[[ $(gh api "repos/$GITHUB_REPOSITORY/pulls/$number" --jq .head.sha) == "$COMMIT" ]] || stop "it has changed since." 0

# One mark, nobody called, nothing embedded.
{ echo "$mark"; tail -n +2 "$work/words/words.md" | sed -e 's/@/\&#64;/g' -e 's/</\&lt;/g' -e 's/!\[/\\!\\[/g'; } >"$work/body.md"
theirs='.[] | select(.user.login == "github-actions[bot]") | select(.body | startswith("<!-- fingerpost changes -->")) | .id'
before=$(gh api --paginate "repos/$GITHUB_REPOSITORY/issues/$number/comments" --jq "$theirs" | sed -n 1p)
if [[ $before =~ ^[0-9]+$ ]]; then
  gh api --method PATCH "repos/$GITHUB_REPOSITORY/issues/comments/$before" --field "body=@$work/body.md" --silent
else
  gh api --method POST "repos/$GITHUB_REPOSITORY/issues/$number/comments" --field "body=@$work/body.md" --silent
fi
