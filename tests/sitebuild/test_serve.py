"""The built site is served as any static host would."""

import threading
import urllib.request
from functools import partial
from pathlib import Path

import pytest

from sitebuild.errors import BuildError
from sitebuild.serve import Handler, Server, serve


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("index.html", "text/html"),
        ("core.js", "text/javascript"),
        ("core.mjs", "text/javascript"),
        ("python.wasm", "application/wasm"),
        ("manifest.webmanifest", "application/manifest+json"),
    ],
)
def test_files_have_their_types(tmp_path: Path, name: str, kind: str) -> None:
    (tmp_path / name).write_bytes(b"content")
    with Server(("127.0.0.1", 0), partial(Handler, directory=tmp_path)) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        address = f"http://127.0.0.1:{server.server_port}/{name}"
        with urllib.request.urlopen(address) as response:
            assert response.headers.get_content_type() == kind
            assert response.read() == b"content"
        server.shutdown()


def test_a_port_in_use_is_named(tmp_path: Path) -> None:
    with Server(("127.0.0.1", 0), Handler) as other:
        port = other.server_port
        with pytest.raises(BuildError, match=f"port {port} cannot be used"):
            serve(tmp_path, port)
