"""Turn the files that are needed into bytecode and pack them into a few bundles."""

import importlib._bootstrap_external as external
import importlib.util
import io
import json
import zipfile

ALIGNMENT = 8
STDLIB = "/lib/python314.zip"


def to_bytecode(source: bytes, name: str) -> bytes:
    """Return the content of a .pyc file that is never checked against a source."""
    # Without assertions and docstrings, as ``python -OO`` would have it.
    code = compile(source, name, "exec", dont_inherit=True, optimize=2)
    digest = importlib.util.source_hash(source)
    return bytes(external._code_to_hash_pyc(code, digest, False))


def pack_files(files: dict[str, bytes]) -> bytes:
    """Return one bundle: the length of the index, the index, and the files.

    The index is JSON, ``[[path, offset, length], ...]``; offsets count from the
    end of the index, which is padded so that all files are aligned.
    """
    index, parts, position = [], [], 0
    for path, data in files.items():
        padding = -position % ALIGNMENT
        parts += [bytes(padding), data]
        index.append([path, position + padding, len(data)])
        position += padding + len(data)
    header = json.dumps(index, separators=(",", ":")).encode()
    header += b" " * (-(len(header) + 4) % ALIGNMENT)
    return len(header).to_bytes(4, "little") + header + b"".join(parts)


def pack_stdlib(files: dict[str, bytes]) -> bytes:
    """Return an uncompressed zip archive, which Python imports from directly."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_STORED) as archive:
        for path, data in files.items():
            entry = zipfile.ZipInfo(path.removeprefix(f"{STDLIB}/"))
            archive.writestr(entry, data)
    return stream.getvalue()
