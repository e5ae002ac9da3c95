"""Edits of records as values, and YAML text in which they are made without touching another byte."""
