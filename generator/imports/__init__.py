"""Other people's calendars and tables in, values of records and notes of what could not be kept out."""
