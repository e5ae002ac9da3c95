"""Paper: sheets of a month, a week, a day; houses; booklets. See docs/paper.md; `plan` says which sheets there are."""
