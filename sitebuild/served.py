"""The site for any static host: the page, and the slim runtime beside it."""

import base64
import json
import re
from pathlib import Path
from typing import Any

from sitebuild.config import Config
from sitebuild.packs import SlimRuntime, content_hash
from sitebuild.page import build_page, replace_exactly, script_config
from sitebuild.serviceworker import write_service_worker
from sitebuild.stock import copy_project

WORKER = "web/worker.js"
BOOT = '<script src="web/boot.js"></script>'
# PyScript hands its hooks to the worker as text, hence 'unsafe-eval'. Whatever runs
# on the page, no request can leave the origin; the worker, which such a policy does
# not reach, asks for nothing but the packs.
POLICY = (
    "default-src 'self'; script-src 'self' blob: 'unsafe-eval'; "
    "worker-src 'self' blob:; connect-src 'self' blob: data:; "
    "img-src 'self' blob: data:; style-src 'self' 'unsafe-inline'; "
    "object-src 'none'; base-uri 'none'; form-action 'none'"
)


def write_served(
    root: Path, output: Path, config: Config, runtime: SlimRuntime, single_file: bytes
) -> None:
    """Write the site with the slim runtime.

    Parameters
    ----------
    root : Path
        The project.
    output : Path
        Empty folder to write the site to.
    config : Config
        What the page loads.
    runtime : SlimRuntime
        The runtime's files.
    single_file : bytes
        The page as a single file, offered for download.
    """
    copy_project(root, output, [])
    (output / WORKER).write_text(worker_script(root), encoding="utf-8")
    folder = output / "runtime"
    folder.mkdir()
    for pack in runtime.packs:
        (output / pack.file).write_bytes(pack.data)
    core = f"runtime/pyscript-{content_hash(runtime.core.encode())}.js"
    (output / core).write_text(runtime.core, encoding="utf-8")
    wasm = runtime.micropython_wasm
    name = content_hash(runtime.micropython.encode() + wasm)
    micropython = f"runtime/micropython-{name}.mjs"
    (output / micropython).write_text(runtime.micropython, encoding="utf-8")
    (output / micropython).with_suffix(".wasm").write_bytes(wasm)

    manifest = {
        "kind": "slim",
        "worker": versioned(WORKER, output),
        "serviceWorker": "service-worker.js",
        "imports": runtime.imports,
        "packs": [pack.entry for pack in runtime.packs],
    }
    head = [
        script_config("mpy", page_config(root, config, f"./{micropython}")),
        script_config("py", worker_config("./runtime/pyodide.mjs")),
        f'<script type="module" src="{core}"></script>',
    ]
    page = Path(root, "index.html").read_text(encoding="utf-8")
    page = build_page(page, "\n".join(head))
    page = replace_exactly(page, BOOT, f"{manifest_element(manifest)}\n{BOOT}")
    megabytes = round(len(single_file) / 1e6)
    page = replace_exactly(
        page, ' id="take"', f' id="take" data-megabytes="{megabytes}"'
    )
    page = re.sub(
        r'(?<= src="|href=")[\w/.-]+\.(?:css|js|py)(?=")',
        lambda match: versioned(match[0], output),
        page,
    )
    page = with_policy(page, POLICY)
    (output / "index.html").write_text(page, encoding="utf-8")
    (output / "digitpad.html").write_bytes(single_file)
    write_service_worker(output)


def worker_script(root: Path) -> str:
    """Return the script of the worker, one file: a classic worker imports none."""
    names = ("progress", "mailbox", "packs", "python")
    files = [Path(root, "web/worker", f"{name}.js") for name in names]
    return "\n".join(['"use strict";\n', *(file.read_text("utf-8") for file in files)])


def versioned(name: str, output: Path) -> str:
    """Return the address of a file of the site, another one for another content.

    So a new page never meets an old script that a browser has kept.
    """
    return f"{name}?v={content_hash((output / name).read_bytes())}"


def page_config(root: Path, config: Config, interpreter: str) -> dict[str, Any]:
    """Return PyScript's settings for MicroPython, its files inside them.

    They are small, and so many that asking for each would take longer.
    """
    files = {
        "data:;base64," + base64.b64encode(Path(root, file).read_bytes()).decode(): file
        for file in config.page_files
    }
    return {"interpreter": interpreter, "files": files}


def worker_config(interpreter: str) -> dict[str, Any]:
    """Return PyScript's settings for Pyodide, which brings its own files."""
    return {"interpreter": interpreter, "sync_main_only": True}


def manifest_element(manifest: dict[str, Any]) -> str:
    """Return the element that tells ``boot.js`` what to load."""
    text = json.dumps(manifest, separators=(",", ":")).replace("<", "\\u003c")
    return f'<script type="application/json" id="digitpad-manifest">{text}</script>'


def with_policy(page: str, policy: str) -> str:
    """Return the page with a policy that keeps every request at home."""
    charset = '<meta charset="utf-8">'
    meta = f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
    return replace_exactly(page, charset, f"{charset}\n{meta}")
