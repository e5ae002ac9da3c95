"""Public records → the compact files under `data/columns/` that the directory, the calendar and matching read."""
