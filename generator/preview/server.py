"""A site in, its files over HTTP out, each page with a script that loads it anew when there is a newer site.

Only files of the site are shown, by their paths in it: no address leads into a folder of the machine.
"""

import mimetypes
import sys
import time
import traceback
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from socket import AF_INET, AF_INET6
from socketserver import TCPServer
from threading import Condition, Lock
from typing import Any
from urllib.parse import quote, unquote, urlsplit

from generator.preview.site import Site

RELOAD = Path(__file__).with_name("reload.mjs")
QUESTIONS = "/livereload"
PATIENCE = 50  # seconds until a question is answered though nothing is new: proxies and browsers give up after a minute
TYPES = {
    "html": "text/html; charset=utf-8",
    "css": "text/css; charset=utf-8",
    "mjs": "text/javascript; charset=utf-8",
    "js": "text/javascript; charset=utf-8",
    "ics": "text/calendar; charset=utf-8",
    "csv": "text/csv; charset=utf-8",
    "json": "application/json",
    "xml": "application/xml",
    "svg": "image/svg+xml",
    "txt": "text/plain; charset=utf-8",
}
"""What hosts say of our files, whatever this machine has been told of endings."""


class Shown:
    """The site that is shown at the moment, and when that began. Whoever reads a new one holds `busy` meanwhile."""

    def __init__(self, site: Site) -> None:
        """The first site."""
        self.busy = Lock()
        """Held while a site is read and while a file is made: both use what is kept from one page to the next."""
        self._site, self._since = site, _moment()
        self._changed = Condition()

    @property
    def site(self) -> Site:
        """The site that is shown at the moment."""
        return self._site

    @property
    def folder(self) -> str:
        """The path of the site's address."""
        return self._site.folder

    def show(self, site: Site) -> None:
        """Shows another site from now on."""
        with self._changed:
            self._site, self._since = site, max(_moment(), self._since + 1)
            self._changed.notify_all()

    def content(self, path: str) -> tuple[bytes | None, int]:
        """A file of the site, and which site that is; once nobody is about to show another."""
        with self.busy:
            return self._site.content(path), self._since

    def newer(self, than: int) -> int:
        """Which site is shown, once it is newer than the one asked about, or after a while."""
        with self._changed:
            self._changed.wait_for(lambda: self._since > than, timeout=PATIENCE)
            return self._since


def _moment() -> int:
    """A number that grows, also from one start of the program to the next."""
    return time.monotonic_ns() // 1_000_000


class Server(ThreadingHTTPServer):
    """The server of a preview; it has its address before there is anything to show."""

    daemon_threads = True
    request_queue_size = 128  # a browser asks for all modules of a page at once
    shown: Shown

    def __init__(self, host: str, port: int) -> None:
        """Raises OSError where it cannot have this address."""
        self.address_family = AF_INET6 if ":" in host else AF_INET
        super().__init__((host, port), _Handler)

    def server_bind(self) -> None:
        """Takes the address; asks for no full name of the machine, which may take seconds."""
        TCPServer.server_bind(self)
        self.server_name, self.server_port = str(self.server_address[0]), self.server_address[1]

    @property
    def url(self) -> str:
        """Where the server is to be found."""
        name = f"[{self.server_name}]" if ":" in self.server_name else self.server_name
        return f"http://{name}:{self.server_port}/"

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Says nothing where a browser has gone away."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: Server

    def do_GET(self) -> None:
        """One file, one redirect, or whether there is a newer site."""
        path, shown = unquote(urlsplit(self.path).path), self.server.shown
        number = path.removeprefix(f"{QUESTIONS}/")
        if path == f"{QUESTIONS}.mjs":
            self._answer(RELOAD.read_bytes(), TYPES["mjs"])
        elif path != number and number.isdecimal():
            self._answer(str(shown.newer(int(number))).encode(), TYPES["txt"])
        elif path.startswith(shown.folder):
            self._file(path.removeprefix(shown.folder))
        elif path == "/":
            self._lead_to(shown.folder)
        else:
            self._nothing()

    def do_HEAD(self) -> None:
        """As for GET, without the file."""
        self.do_GET()

    def _file(self, path: str) -> None:
        name = f"{path}index.html" if path.endswith("/") or not path else path
        try:
            content, since = self.server.shown.content(name)
            if content is None and self.server.shown.content(f"{path}/index.html")[0] is not None:
                self._lead_to(f"{self.server.shown.folder}{path}/")
                return
        except Exception:  # noqa: BLE001 - a bug of ours in one page: the others are to be seen
            traceback.print_exc()
            said = f"{name} cannot be made. The terminal says why."
            self._answer(said.encode(), TYPES["txt"], HTTPStatus.INTERNAL_SERVER_ERROR)
            return
        if content is None:
            self._nothing()
        else:
            self._answer(_watching(content, since) if name.endswith(".html") else content, _type(name))

    def _nothing(self) -> None:
        """The site's own page for addresses that lead nowhere; it, too, notices when there is something."""
        content, since = self.server.shown.content("404.html")
        page = _watching(content or b"<!doctype html><title>404</title><p>There is nothing here.", since)
        self._answer(page, TYPES["html"], HTTPStatus.NOT_FOUND)

    def _lead_to(self, path: str) -> None:
        self.send_response(HTTPStatus.FOUND)
        self.send_header("Location", quote(path))
        self.send_header("Content-Length", "0")
        self.end_headers()

    def _answer(self, content: bytes, kind: str, status: HTTPStatus = HTTPStatus.OK) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)

    def log_message(self, *_: object) -> None:
        """Says nothing: what is asked for is no news."""


def _watching(page: bytes, since: int) -> bytes:
    """A page with the script that loads it anew."""
    before, end, after = page.rpartition(b"</body>")
    script = f'<script type="module" src="{QUESTIONS}.mjs?of={since}"></script>'.encode()
    return before + script + end + after if end else page + script


def _type(name: str) -> str:
    ending = name.rpartition(".")[2]
    return TYPES.get(ending) or mimetypes.guess_type(name)[0] or "application/octet-stream"
