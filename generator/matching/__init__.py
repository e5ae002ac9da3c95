"""Matching: an edition's entries → match records; the matcher's JavaScript run from Python; example clients."""
