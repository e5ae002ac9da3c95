"""A plain host of files on this machine, for browsers to look at a built site."""

import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from tests.sites import Built
from tests.slow import late

BELOW = "fingerpost"


class Host(SimpleHTTPRequestHandler):
    """A plain host of files, which shows the site's own page at addresses that lead nowhere."""

    def log_message(self, *_: object) -> None:
        """Says nothing."""

    def do_GET(self) -> None:
        """One file, late where a slow machine is asked for."""
        late(self.path)
        super().do_GET()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """The page for wrong addresses."""
        if code != HTTPStatus.NOT_FOUND:
            super().send_error(code, message, explain)
            return
        page = (Path(self.directory) / BELOW / "404.html").read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(page)))
        self.end_headers()
        self.wfile.write(page)


class Server(ThreadingHTTPServer):
    """A host at which a browser may knock often before it answers: else its system waits seconds to knock again."""

    request_queue_size = 128

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Says nothing where a browser has gone away."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


@contextmanager
def served(site: Built, host: Path) -> Iterator[str]:
    """Where a site is to be seen: below the folder that its own address names."""
    (host / BELOW).symlink_to(site.folder)
    with Server(("127.0.0.1", 0), partial(Host, directory=str(host))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/{BELOW}/"
        server.shutdown()
