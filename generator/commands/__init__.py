"""The commands that edit, ask and import, each in a module of its own; `cli` has those that check, build and serve."""
