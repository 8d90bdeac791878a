"""The page as one HTML file that works by double click, with no network at all."""

import base64
import mimetypes
import re
from pathlib import Path

from sitebuild.config import Config
from sitebuild.errors import BuildError
from sitebuild.packs import SlimRuntime
from sitebuild.page import build_page, replace_exactly, script_config
from sitebuild.served import (
    BOOT,
    manifest_element,
    page_config,
    with_policy,
    worker_config,
    worker_script,
)
from sitebuild.sevenbit import encode

SINGLE = Path(__file__).with_name("single.js")
# No source at all is allowed but the file itself.
POLICY = (
    "default-src 'none'; script-src blob: 'unsafe-eval' 'unsafe-inline'; "
    "worker-src blob:; connect-src blob: data:; img-src blob: data:; "
    "style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
)
# Serves the page only where it is on a web site.
DROPPED = (
    r'<link rel="(?:manifest|apple-touch-icon)"[^>]*>\n?',
    r'<meta property="og:[^>]*>\n?',
    r'<meta name="twitter:[^>]*>\n?',
)


def make_single_file(
    root: Path, config: Config, runtime: SlimRuntime, licences: str
) -> bytes:
    """Return ``digitpad.html``.

    All that the page needs to be drawn on comes first; the packs follow, each
    handed to the worker as soon as it is parsed.

    Parameters
    ----------
    root : Path
        The project.
    config : Config
        What the page loads.
    runtime : SlimRuntime
        The runtime's files.
    licences : str
        Of all that the file carries; at its end.
    """
    page = Path(root, "index.html").read_text(encoding="utf-8")
    head = [
        script_config(
            "mpy", page_config(root, config, "https://page.invalid/micropython.mjs")
        ),
        script_config("py", worker_config("https://page.invalid/pyodide.mjs")),
    ]
    page = build_page(page, "\n".join(head))
    for pattern in DROPPED:
        page = re.sub(pattern, "", page)
    page = re.sub(r'<a id="take".*?</a>', "", page, flags=re.DOTALL)
    manifest = {
        "kind": "single",
        "imports": runtime.imports,
        "packs": [pack.entry for pack in runtime.packs],
    }
    boot = [
        manifest_element(manifest),
        _text_element("digitpad-worker", worker_script(root)),
        _script(_read(root, "web/boot.js")),
    ]
    page = replace_exactly(page, BOOT, "\n".join(boot))
    page, deferred = _inline(page, root)
    page = with_policy(page, POLICY)
    wasm = base64.b64encode(runtime.micropython_wasm).decode()
    tail = [
        *deferred,
        _text_element("digitpad-micropython", runtime.micropython),
        _text_element("digitpad-micropython-wasm", wasm),
        _text_element("digitpad-core", runtime.core),
        _script(SINGLE.read_text(encoding="utf-8")),
    ]
    begin, end = page.split("</body>")
    parts = [begin.encode(), "\n".join(tail).encode()]
    for pack in runtime.packs:
        parts.append(f'\n<script type="text/plain" id="{pack.file}">'.encode())
        parts.append(encode(pack.data))
        parts.append(
            f'</script>\n<script>digitpad.give("{pack.file}")</script>'.encode()
        )
    parts.append(_text_element("licences", licences).encode())
    return b"".join([*parts, b"\n</body>", end.encode()])


def _inline(page: str, root: Path) -> tuple[str, list[str]]:
    """Put styles, scripts and pictures into the page; return deferred scripts."""
    deferred = []

    def style(match: re.Match[str]) -> str:
        text = _read(root, match[1])
        folder = Path(match[1]).parent
        text = re.sub(
            r'url\("?(?!data:|#)([^")]+)"?\)',
            lambda url: f'url("{_data_uri(root, (folder / url[1]).as_posix())}")',
            text,
        )
        return f"<style>\n{text}</style>"

    def script(match: re.Match[str]) -> str:
        code = _script(_read(root, match[1]))
        if not match[2]:
            return code
        deferred.append(code)
        return ""

    def python(match: re.Match[str]) -> str:
        text = _read(root, match[2])
        if "</script" in text or "<!--" in text:
            raise BuildError(f"{match[2]} cannot stand inside HTML as it is")
        return f"<script{match[1]}>\n{text}</script>"

    page = re.sub(r'<link rel="stylesheet" href="(web/[^"]+)">', style, page)
    page = re.sub(r'<script src="(web/[^"]+)"( defer)?></script>', script, page)
    page = re.sub(r'<script( type="m?py"[^>]*) src="([^"]+)"></script>', python, page)
    page = re.sub(
        r'(href|src)="(web/[^"]+)"', lambda m: f'{m[1]}="{_data_uri(root, m[2])}"', page
    )
    return page, deferred


def _read(root: Path, name: str) -> str:
    return Path(root, name).read_text(encoding="utf-8")


def _data_uri(root: Path, name: str) -> str:
    kind = mimetypes.guess_type(name)[0] or "application/octet-stream"
    return (
        f"data:{kind};base64,{base64.b64encode(Path(root, name).read_bytes()).decode()}"
    )


def _script(code: str) -> str:
    return f"<script>{_escaped(code)}</script>"


def _text_element(name: str, text: str) -> str:
    return f'<script type="text/plain" id="{name}">{_escaped(text)}</script>'


def _escaped(code: str) -> str:
    """Return JavaScript in which nothing ends the element around it."""
    # Both stand in strings and expressions only, where the backslash is idle.
    return code.replace("</script", "<\\/script").replace("<!--", "<\\!--")
