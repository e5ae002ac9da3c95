"""Records → views → HTML, by templates without logic."""
