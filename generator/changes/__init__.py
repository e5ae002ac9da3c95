"""What a branch changes, in words that a coordinator can check: records, facts, sessions, feeds, warnings."""
