"""Turn the files that are needed into bytecode and pack them into a few bundles."""

import importlib._bootstrap_external as external
import importlib.util
import io
import json
import zipfile
from types import CodeType

ALIGNMENT = 8
STDLIB = "/lib/python314.zip"
# Of the location table: InternalDocs/code_objects.md of CPython.
NO_COLUMNS = 13  # the code of an entry without columns
MOST = 8  # how many instructions an entry is good for


def to_bytecode(source: bytes, name: str, lines: bool = True) -> bytes:
    """Return the content of a .pyc file that is never checked against a source.

    Parameters
    ----------
    source : bytes
        The module.
    name : str
        Its file.
    lines : bool
        Keep each instruction's line. Without, a traceback tells the line where the
        function begins, and the file is a third smaller once it is compressed.
    """
    # Without assertions and docstrings, as ``python -OO`` would have it.
    code = compile(source, name, "exec", dont_inherit=True, optimize=2)
    if not lines:
        code = without_lines(code)
    digest = importlib.util.source_hash(source)
    return bytes(external._code_to_hash_pyc(code, digest, False))


def without_lines(code: CodeType) -> CodeType:
    """Return code all of whose instructions are on the line where it begins."""
    constants = (
        without_lines(value) if isinstance(value, CodeType) else value
        for value in code.co_consts
    )
    table = bytearray()
    for left in range(len(code.co_code) // 2, 0, -MOST):
        # No columns, and no line more than the entry before.
        table += bytes([0x80 | NO_COLUMNS << 3 | min(left, MOST) - 1, 0])
    return code.replace(co_consts=tuple(constants), co_linetable=bytes(table))


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
