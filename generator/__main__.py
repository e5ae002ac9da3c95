"""`python -m generator` is the command `fingerpost`."""

import sys

from generator.cli import main

sys.exit(main())
