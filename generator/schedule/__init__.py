"""Schedules: words or RRULE text → a rule → its days in a window, aware times, RRULEs, and words again."""
