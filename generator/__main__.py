"""`python -m generator` is the command `fingerpost`."""

from generator.cli import run

run()
