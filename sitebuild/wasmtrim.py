"""Empty the functions of a shared library that nothing can reach.

Functions keep their numbers, so nothing else has to change; an emptied one would
stop the program at once if it were called after all.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sitebuild.wasmcode import called_functions, read_leb, skip_leb

IMPORT, EXPORT, START, ELEMENT, CODE = 2, 7, 8, 9, 10
HEADER = 8
FUNCTION = 0
SHARED = ".libs/"  # where wheels keep libraries that are no modules
# For the loader, and for threadpoolctl, which looks functions up by name.
KEPT_PREFIXES = ("__", "openblas_")
UNREACHABLE = bytes([0x03, 0x00, 0x00, 0x0B])  # length, no locals, trap, end


@dataclass(frozen=True)
class Library:
    """What has to be known of a WebAssembly module.

    Parameters
    ----------
    data : bytes
        The module.
    sections : dict of int to tuple
        Where the content of each section begins and ends.
    imports : set of str
        Names of what it imports.
    n_imported : int
        How many functions it imports; its own are numbered from there.
    exports : dict of str to int
        Its exported functions.
    roots : set of int
        Functions that may be called without a name: the one that starts it, and
        those in its tables, through a pointer.
    """

    data: bytes
    sections: dict[int, tuple[int, int]]
    imports: set[str]
    n_imported: int
    exports: dict[str, int]
    roots: set[int]


def read_library(data: bytes) -> Library:
    """Read a module's imports, exports and tables."""
    sections = {kind: (begin, end) for kind, begin, end in _sections(data)}
    imports: set[str] = set()
    n_imported = 0
    for name, kind in _imports(data, sections):
        imports.add(name)
        n_imported += kind == FUNCTION
    exports = {
        name: number
        for name, kind, number, _, _ in _exports(data, sections)
        if kind == FUNCTION
    }
    roots = set(_elements(data, sections))
    if START in sections:
        roots.add(read_leb(data, sections[START][0])[0])
    return Library(data, sections, imports, n_imported, exports, roots)


def trim(library: Library, needed: Iterable[str]) -> bytes:
    """Return the module without the code that is not needed.

    Parameters
    ----------
    library : Library
        The module.
    needed : iterable of str
        Names that other modules import.
    """
    wanted = {*needed, *library.imports}
    named = {
        number
        for name, number in library.exports.items()
        if name in wanted or name.startswith(KEPT_PREFIXES)
    }
    bodies = list(_bodies(library))
    reached, pending = set(), list(named | library.roots)
    while pending:
        function = pending.pop()
        if function in reached or function < library.n_imported:
            continue
        reached.add(function)
        _, begin, end = bodies[function - library.n_imported]
        pending += called_functions(library.data, begin, end)
    code = [_leb(len(bodies))]
    for number, (start, _, end) in enumerate(bodies, library.n_imported):
        code.append(library.data[start:end] if number in reached else UNREACHABLE)
    kept = [
        library.data[start:end]
        for name, _, _, start, end in _exports(library.data, library.sections)
        if name in wanted or name.startswith(KEPT_PREFIXES)
    ]
    exports = [_leb(len(kept)), *kept]
    return _rebuilt(library, {CODE: b"".join(code), EXPORT: b"".join(exports)})


def _rebuilt(library: Library, changed: dict[int, bytes]) -> bytes:
    parts = [library.data[:HEADER]]
    for kind, begin, end in _sections(library.data):
        content = changed.get(kind, library.data[begin:end])
        parts += [bytes([kind]), _leb(len(content)), content]
    return b"".join(parts)


def _leb(value: int) -> bytes:
    result = bytearray()
    while value >= 0x80:
        result.append(value & 0x7F | 0x80)
        value >>= 7
    return bytes([*result, value])


def trim_shared(files: dict[str, bytes]) -> dict[str, bytes]:
    """Return the files with those libraries trimmed that only serve the others.

    Parameters
    ----------
    files : dict of str to bytes
        All files of the packages, by path.
    """
    libraries = {
        path: read_library(data) for path, data in files.items() if path.endswith(".so")
    }
    trimmed = {}
    for path, library in libraries.items():
        if SHARED in path:
            others = (other for other in libraries.values() if other is not library)
            needed = set().union(*(other.imports for other in others))
            trimmed[path] = trim(library, needed)
    return files | trimmed


def _sections(data: bytes) -> Iterator[tuple[int, int, int]]:
    position = HEADER
    while position < len(data):
        kind = data[position]
        length, begin = read_leb(data, position + 1)
        position = begin + length
        yield kind, begin, position


def _name(data: bytes, position: int) -> tuple[str, int]:
    length, position = read_leb(data, position)
    return data[position : position + length].decode(), position + length


def _imports(
    data: bytes, sections: dict[int, tuple[int, int]]
) -> Iterator[tuple[str, int]]:
    count, position = read_leb(data, sections[IMPORT][0])
    for _ in range(count):
        _, position = _name(data, position)
        name, position = _name(data, position)
        kind = data[position]
        position += 1
        if kind in (1, 2):  # table (after its type) and memory: limits
            position += kind == 1
            flags = data[position]
            position = skip_leb(data, position + 1, 2 if flags & 1 else 1)
        elif kind == 3:  # global: type and mutability
            position += 2
        else:  # function: its type; tag: attribute and type
            position = skip_leb(data, position, 2 if kind == 4 else 1)
        yield name, kind


def _exports(
    data: bytes, sections: dict[int, tuple[int, int]]
) -> Iterator[tuple[str, int, int, int, int]]:
    """Yield the name, kind and number of each, and where it begins and ends."""
    count, position = read_leb(data, sections[EXPORT][0])
    for _ in range(count):
        begin = position
        name, position = _name(data, position)
        kind = data[position]
        number, position = read_leb(data, position + 1)
        yield name, kind, number, begin, position


def _elements(data: bytes, sections: dict[int, tuple[int, int]]) -> Iterator[int]:
    if ELEMENT not in sections:
        return
    count, position = read_leb(data, sections[ELEMENT][0])
    for _ in range(count):
        flags, position = read_leb(data, position)
        if flags != 0:
            raise ValueError(f"unknown kind of table segment: {flags}")
        while data[position] != 0x0B:  # the place in the table: a constant
            position = skip_leb(data, position + 1)
        length, position = read_leb(data, position + 1)
        for _ in range(length):
            function, position = read_leb(data, position)
            yield function


def _bodies(library: Library) -> Iterator[tuple[int, int, int]]:
    """Yield where each function starts, where its content begins, and its end."""
    count, position = read_leb(library.data, library.sections[CODE][0])
    for _ in range(count):
        length, begin = read_leb(library.data, position)
        yield position, begin, begin + length
        position = begin + length
