"""Templates that an earlier run has compiled: compiling all of them takes as long as making a thousand pages.

They are kept where Python keeps its own compiled modules, beside the templates, and never in the folder of a site:
whoever could write there could run any code here. Where nothing can be written, templates are compiled each time.
"""

import contextlib
import os
from hashlib import blake2b
from pathlib import Path

from jinja2 import BytecodeCache, Environment
from jinja2.bccache import Bucket

from generator.code import code_digest

FOLDER = Path(__file__).parent.parent / "templates" / "__pycache__"


class Compiled(BytecodeCache):
    """The compiled templates of one environment."""

    def __init__(self, environment: Environment, kind: str, folder: Path = FOLDER) -> None:
        """Takes the environment, and a word for what tells it from others with templates of the same names."""
        self._environment = environment
        self._kind = kind
        self._folder = folder

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        """What the file of a template is called."""
        return super().get_cache_key(f"{self._kind} {name}", filename)

    def get_source_checksum(self, source: str) -> str:
        """A digest of all that a compiled template hangs on: its source once our fixed words stand in it, and code."""
        made_of = code_digest() + self._environment.preprocess(source)
        return blake2b(made_of.encode(), digest_size=12).hexdigest()

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fills a bucket with what was compiled before."""
        with contextlib.suppress(OSError), self._file(bucket).open("rb") as file:
            bucket.load_bytecode(file)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keeps what was compiled; several programs may do so at once."""
        file = self._file(bucket)
        aside = file.with_suffix(f".{os.getpid()}")
        with contextlib.suppress(OSError):
            self._folder.mkdir(exist_ok=True)
            with aside.open("wb") as new:
                bucket.write_bytecode(new)
            aside.replace(file)

    def _file(self, bucket: Bucket) -> Path:
        return self._folder / f"{bucket.key}.jinja"
