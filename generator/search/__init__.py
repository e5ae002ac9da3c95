"""Everything that can be found → the index under `data/search/` that a reader's browser searches, in small files."""
