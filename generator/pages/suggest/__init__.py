"""The page on which anybody suggests a new record or a correction: a form made from the model of the records."""
