"""Community groups and activities: YAML records in, a checked site with calendar and iCal feeds out."""
