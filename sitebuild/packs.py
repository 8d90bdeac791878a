"""The slim runtime's files as they are published: few, compressed, named by content."""

import gzip
import hashlib
import json
import tempfile
from dataclasses import dataclass
from pathlib import Path

from sitebuild.node import run_node
from sitebuild.patches import CORE, apply_patches
from sitebuild.wasmtrim import trim_shared

ALIGNMENT = 8
MICROPYTHON = "@micropython/micropython-webassembly-pyscript"


@dataclass(frozen=True)
class Pack:
    """A part of the runtime that the worker unpacks.

    Parameters
    ----------
    name : str
        What it is: ``wasm``, ``python``, ``stdlib``, ``packages`` or ``project``.
    data : bytes
        Its content, compressed: by gzip, which the browser unpacks, or by zstd, which
        Python's own WebAssembly does.
    unpacked : int or None
        How many bytes zstd's come from.
    """

    name: str
    data: bytes
    unpacked: int | None = None

    @property
    def file(self) -> str:
        """The name it is published under; another content has another name."""
        return f"runtime/{self.name}-{content_hash(self.data)}.pack"

    @property
    def entry(self) -> dict[str, str | int]:
        """What the page has to know to load it."""
        entry: dict[str, str | int] = {
            "name": self.name,
            "file": self.file,
            "size": len(self.data),
        }
        if self.unpacked is not None:
            entry["unpacked"] = self.unpacked
        return entry


@dataclass(frozen=True)
class SlimRuntime:
    """All that a page needs to run, in a form for the server or a single file.

    Parameters
    ----------
    packs : list of Pack
        What the worker unpacks, in the order of need.
    core : str
        PyScript's core, patched: one module.
    micropython : str
        MicroPython's JavaScript module.
    micropython_wasm : bytes
        Its WebAssembly.
    imports : int
        How many modules are imported until the worker can answer.
    """

    packs: list[Pack]
    core: str
    micropython: str
    micropython_wasm: bytes
    imports: int


def pack_runtime(runtime: dict[str, Path], parts: dict[str, bytes]) -> SlimRuntime:
    """Patch, bundle and compress.

    Parameters
    ----------
    runtime : dict of str to Path
        The pinned files, by ``package/path``.
    parts : dict of str to bytes
        What `sitebuild.slim.make_slim` made.
    """

    def patched(name: str) -> str:
        return apply_patches(name, runtime[name].read_text(encoding="utf-8"))

    scripts = {
        "pyodide.mjs": patched("pyodide/pyodide.mjs").encode(),
        "pyodide.asm.mjs": patched("pyodide/pyodide.asm.mjs").encode(),
    }
    first = {
        "wasm": runtime["pyodide/pyodide.asm.wasm"].read_bytes(),
        "python": bundle(scripts),
    }
    then = {
        "stdlib": parts["stdlib.zip"],
        "packages": bundle(trim_shared(unbundle(parts["packages"]))),
        "project": parts["project"],
    }
    return SlimRuntime(
        packs=[
            *(Pack(name, gzip_compress(data)) for name, data in first.items()),
            *zstd_compress(then, runtime["pyodide/pyodide.mjs"].parent),
        ],
        core=patched(CORE),
        micropython=runtime[f"{MICROPYTHON}/micropython.mjs"].read_text("utf-8"),
        micropython_wasm=runtime[f"{MICROPYTHON}/micropython.wasm"].read_bytes(),
        imports=json.loads(parts["figures.json"])["imports"],
    )


def bundle(files: dict[str, bytes]) -> bytes:
    """Return files as one: the length of an index, the index, and the files.

    The index is JSON, ``[[path, offset, length], ...]``; offsets count from its
    end. It is padded, like the files, so that all of them are aligned.

    Examples
    --------
    >>> unbundle(bundle({"a": b"one", "b": b"two"}))
    {'a': b'one', 'b': b'two'}
    """
    index: list[tuple[str, int, int]] = []
    parts: list[bytes] = []
    position = 0
    for path, data in files.items():
        padding = -position % ALIGNMENT
        parts += [bytes(padding), data]
        index.append((path, position + padding, len(data)))
        position += padding + len(data)
    header = json.dumps(index, separators=(",", ":")).encode()
    header += b" " * (-(len(header) + 4) % ALIGNMENT)
    return len(header).to_bytes(4, "little") + header + b"".join(parts)


def unbundle(data: bytes) -> dict[str, bytes]:
    """Return the files of a bundle."""
    begin = 4 + int.from_bytes(data[:4], "little")
    index = json.loads(data[4:begin])
    return {path: data[begin + o : begin + o + length] for path, o, length in index}


def gzip_compress(data: bytes) -> bytes:
    """Return `data` compressed, the same bytes for the same content."""
    return gzip.compress(data, 9, mtime=0)


def zstd_compress(contents: dict[str, bytes], pyodide: Path) -> list[Pack]:
    """Return packs compressed by zstd, a fifth smaller than by gzip.

    Parameters
    ----------
    contents : dict of str to bytes
        What they hold, by name.
    pyodide : Path
        The folder of the official Pyodide, whose zstd it is.
    """
    with tempfile.TemporaryDirectory() as folder:
        files = [Path(folder, name) for name in contents]
        for file in files:
            file.write_bytes(contents[file.name])
        run_node("zstd.mjs", pyodide, *files)
        return [
            Pack(
                file.name,
                Path(f"{file}.zst").read_bytes(),
                unpacked=len(contents[file.name]),
            )
            for file in files
        ]


def content_hash(data: bytes) -> str:
    """Return a short name of a content.

    Examples
    --------
    >>> content_hash(b"hello")
    '2cf24dba5fb0'
    """
    return hashlib.sha256(data).hexdigest()[:12]
