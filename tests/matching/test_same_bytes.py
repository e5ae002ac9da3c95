"""One matcher, one answer: every example client gets the same bytes in Python, in node and in the browser."""

import json
import subprocess
from collections.abc import Iterator
from functools import partial
from hashlib import blake2b
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from playwright.sync_api import Browser

from generator.matching.engine import FOLDER, Matcher
from generator.records.profile import as_json
from tests.capabilities import node
from tests.matching.running import OWN, SHARED, cases_file, ready, rules_of

RUN = """
const answered = (match, files) => files.flatMap(({ catalogue, rules, profiles, today }) =>
  profiles.map((profile) => JSON.stringify(match(profile, catalogue, rules, today))));
"""

IN_PAGE = f"""async (files) => {{
  const {{ match }} = await import("./match.mjs");
  {RUN}
  return answered(match, files);
}}"""


def questions() -> list[dict[str, Any]]:
    """Every file of examples as the matcher reads it: catalogue, rules, day, profiles."""
    found = []
    for path in (*OWN, *((SHARED,) if SHARED.is_file() else ())):
        day, catalogue, _ = ready(path)
        profiles = [as_json(case.profile) for case in cases_file(path).cases]
        found.append({"catalogue": catalogue, "rules": rules_of(cases_file(path)), "profiles": profiles, "today": day})
    return found


@pytest.fixture(scope="module")
def in_python() -> list[str]:
    matcher = Matcher()
    return [
        matcher.take(one["catalogue"], one["rules"]).match_text(profile, one["today"])
        for one in questions()
        for profile in one["profiles"]
    ]


def digests(answers: list[str]) -> list[str]:
    return [blake2b(answer.encode(), digest_size=8).hexdigest() for answer in answers]


@pytest.mark.needs("node")
def test_node_gives_the_same_bytes(in_python: list[str]) -> None:
    program = node()
    assert program
    script = f"""
        import {{ readFileSync }} from "node:fs";
        import {{ match }} from {json.dumps((FOLDER / "match.mjs").as_uri())};
        {RUN}
        console.log(JSON.stringify(answered(match, JSON.parse(readFileSync(0, "utf8")))));
    """
    run = subprocess.run(
        [program, "--input-type=module", "-e", script],
        input=json.dumps(questions()),
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )

    assert len(in_python) > 70
    assert digests(json.loads(run.stdout)) == digests(in_python)


class Quiet(SimpleHTTPRequestHandler):
    """A host of the modules alone, with an empty page to import them from."""

    extensions_map = {".mjs": "text/javascript", ".html": "text/html"}  # noqa: RUF012 - the base class has it so

    def log_message(self, *_: object) -> None:
        """Says nothing."""


@pytest.fixture(scope="module")
def host(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("modules")
    for module in FOLDER.glob("*.mjs"):
        (folder / module.name).write_bytes(Path(module).read_bytes())
    (folder / "index.html").write_text("<!doctype html><title>Modules</title>", encoding="utf-8")
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder))) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


@pytest.mark.needs("chromium")
def test_the_browser_gives_the_same_bytes(host: str, in_python: list[str], browser: Browser) -> None:
    page = browser.new_page()
    page.goto(f"{host}index.html")
    answers = page.evaluate(IN_PAGE, questions())
    page.close()

    assert digests(answers) == digests(in_python)
