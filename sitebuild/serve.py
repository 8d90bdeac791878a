"""Serve the built site on this machine, as any static host would."""

import sys
import webbrowser
from collections.abc import Callable
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from sitebuild.errors import BuildError

USUAL_PORT = 8000


class Handler(SimpleHTTPRequestHandler):
    """Static files with right types, revalidated at each visit; no request log."""

    protocol_version = "HTTP/1.1"
    extensions_map = {  # noqa: RUF012  (the base class declares it this way)
        **SimpleHTTPRequestHandler.extensions_map,
        ".js": "text/javascript",
        ".mjs": "text/javascript",
        ".wasm": "application/wasm",
        ".webmanifest": "application/manifest+json",
        # A type of its own, or a server might declare it as an encoding.
        ".gz": "application/gzip",
    }

    def end_headers(self) -> None:
        """Add the header by which a rebuilt site is seen at once."""
        self.send_header("Cache-Control", "no-cache")
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:
        """Stay silent: the address printed must remain in sight."""


class Server(ThreadingHTTPServer):
    """One thread a request; a browser that hangs up is no error."""

    def handle_error(self, request: object, client_address: object) -> None:
        """Show what went wrong, unless the other side just left."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]


def serve(folder: Path, port: int | None = None, open_browser: bool = False) -> None:
    """Serve `folder` on 127.0.0.1 until interrupted, and print the address.

    Parameters
    ----------
    folder : Path
        The built site.
    port : int or None
        Port to listen on; 0 is any that is free, and None is 8000 if that is.
    open_browser : bool
        Whether to open the page in the user's browser.

    Raises
    ------
    BuildError
        If another program listens on the port.
    """
    handler = partial(Handler, directory=folder)
    server = _listen(port, handler)
    with server:
        address = f"http://127.0.0.1:{server.server_port}/"
        print(f"Digitpad is at {address}  (stop with Ctrl+C)", flush=True)  # noqa: T201
        if open_browser:
            webbrowser.open(address)
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            print("\nStopped.")  # noqa: T201


def _listen(port: int | None, handler: Callable[..., Handler]) -> Server:
    for choice in (USUAL_PORT, 0) if port is None else (port,):
        try:
            return Server(("127.0.0.1", choice), handler)
        except OSError as error:
            reason = error.strerror
    raise BuildError(
        f"port {port} cannot be used ({reason}); choose another one with --port"
    )
