"""YAML text → frozen typed records, or problems with a place."""
