"""Sessions → iCalendar feeds; zones; revisions from Git."""
