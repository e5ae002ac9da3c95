#!/usr/bin/env bash
# The text of an issue in; out of it a commit on the published branch where its writer is on duty, else a pull request,
# and a comment that says in words what was done. Runs in a clone of the published branch, as docs/github.md says.
#
# What people wrote is data from here on: it is read from the file of the event into a file, and no shell ever sees it
# as a word. `fingerpost apply` decides what in it is a change.
set -euo pipefail

: "${GITHUB_EVENT_PATH:?}" "${GITHUB_REPOSITORY:?}" "${BRANCH:?}"
email="41898282+github-actions[bot]@users.noreply.github.com"
python=${PYTHON:-.venv/bin/python}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

field() { python3 -c 'import json, os, sys
value = json.load(open(os.environ["GITHUB_EVENT_PATH"], encoding="utf-8"))
for name in sys.argv[1].split("."):
    value = value[name]
sys.stdout.buffer.write(str(value or "").encode("utf-8", "replace"))' "$1"; }

number=$(field issue.number)
login=$(field issue.user.login)
[[ $number =~ ^[0-9]+$ && $login =~ ^[A-Za-z0-9_-]+(\[bot\])?$ ]] || { echo "This is no event of an issue."; exit 2; }
field issue.body | sed -e '/^### /d' >"$work/slip.txt"   # headings that the form puts over its fields

# What the program said stands in a comment as code: it holds words of strangers, which may call nobody and draw nothing.
reply() {
  { printf '%s\n' "$1"; [[ ! -s $work/said ]] || { echo; head -n 80 "$work/said" | sed 's/^/    /'; }; } \
    >"$work/reply.md"
  gh issue comment "$number" --repo "$GITHUB_REPOSITORY" --body-file "$work/reply.md"
}

status=0
"$python" -m generator apply --only changes,closed,places,contact --strict --yes "$work/slip.txt" >"$work/said" 2>&1 || status=$?
mapfile -d '' -t changed < <(git diff --name-only -z HEAD; git ls-files --others --exclude-standard -z)
if ((${#changed[@]} == 0)); then
  reply "Nothing was changed. A person has to look at this."
  exit 0
fi
for file in "${changed[@]}"; do
  if [[ ! $file =~ ^data/(resources|activities|venues)/[a-z0-9-]+\.yml$ ]]; then
    git reset --quiet --hard HEAD
    echo "Refused: this would have changed a file that is no record." >"$work/said"
    reply "Nothing was changed. A person has to look at this."
    exit 1
  fi
done
((status <= 1)) || { git reset --quiet --hard HEAD; reply "Nothing was changed. A person has to look at this."; exit 0; }

"$python" -m generator changes HEAD --format markdown >"$work/words.md"
commit() {
  git add -- "${changed[@]}"
  git -c user.name="github-actions[bot]" -c user.email="$email" \
    commit --quiet --message "Write what issue #$number says"
}
on_duty() { git show HEAD:.github/duty.txt | sed -e 's/#.*//' -e 's/[[:space:]]//g' | grep -Fxi -- "$login" >/dev/null; }

git config --local credential.helper '!gh auth git-credential'   # asks for the right when it pushes; keeps none
if on_duty && ((status == 0)); then
  commit
  for try in 1 2 3; do   # somebody else may have been quicker
    git push --quiet origin "HEAD:refs/heads/$BRANCH" && break
    ((try < 3)) || { reply "This could not be written. A person has to look at it."; exit 1; }
    git fetch --quiet origin "$BRANCH"
    git -c user.name="github-actions[bot]" -c user.email="$email" rebase --quiet FETCH_HEAD ||
      { git rebase --abort; reply "Somebody changed the same lines. A person has to look at this."; exit 1; }
  done
  gh workflow run publish.yml --repo "$GITHUB_REPOSITORY" --ref "$BRANCH"
  reply "Done, without a review, since you are on duty. The site is being published; it takes some minutes."
  gh issue close "$number" --repo "$GITHUB_REPOSITORY"
else
  git switch --quiet --create "issue-$number"
  commit
  git push --quiet --force origin "HEAD:refs/heads/issue-$number"
  { cat "$work/words.md"; printf '\nCloses #%s\n' "$number"; } >"$work/pull.md"
  open=$(gh pr list --repo "$GITHUB_REPOSITORY" --head "issue-$number" --state open --json number --jq length)
  [[ $open != 0 && -n $open ]] || gh pr create --repo "$GITHUB_REPOSITORY" --base "$BRANCH" --head "issue-$number" \
    --title "What issue #$number says" --body-file "$work/pull.md" ||
    { reply "It stands on the branch issue-$number. Nobody allowed me to open a pull request; please open one."; exit 1; }
  ((status == 0)) || printf 'The check warns of it, so nobody writes it without a look.\n' >>"$work/said"
  reply "Proposed, for somebody on duty to look at. Until then nothing changes on the site."
fi
