"""Public records as open data: one table of fields says what stands in the files and in their field list."""
