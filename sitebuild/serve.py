"""Serve the built site on this machine, as any static host would."""

import sys
import webbrowser
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path


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


def serve(folder: Path, port: int = 0, open_browser: bool = False) -> None:
    """Serve `folder` on 127.0.0.1 until interrupted, and print the address.

    Parameters
    ----------
    folder : Path
        The built site.
    port : int
        Port to listen on; 0 lets the system choose a free one.
    open_browser : bool
        Whether to open the page in the user's browser.
    """
    handler = partial(Handler, directory=folder)
    with Server(("127.0.0.1", port), handler) as server:
        address = f"http://127.0.0.1:{server.server_port}/"
        print(f"Digitpad is at {address}  (stop with Ctrl+C)", flush=True)  # noqa: T201
        if open_browser:
            webbrowser.open(address)
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            print("\nStopped.")  # noqa: T201
