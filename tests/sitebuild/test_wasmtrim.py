"""What cannot be reached is emptied; what can is left as it is."""

import json
import subprocess

import pytest

from sitebuild.wasmcode import called_functions
from sitebuild.wasmtrim import read_library, trim


def section(kind: int, *entries: bytes) -> bytes:
    """Return a section of a module: a list of entries."""
    content = bytes([len(entries)]) + b"".join(entries)
    return bytes([kind, len(content)]) + content


def name(text: str) -> bytes:
    """Return a name as a module holds it."""
    return bytes([len(text)]) + text.encode()


def body(*code: int) -> bytes:
    """Return a function's body without local variables."""
    return bytes([len(code) + 2, 0, *code, 0x0B])


# Function 0 is imported; 1 calls 2; 3 is alone; 4 is alone, but in the table.
MODULE = b"".join(
    [
        b"\0asm\x01\0\0\0",
        section(1, bytes([0x60, 0, 1, 0x7F])),
        section(2, name("env") + name("outside") + bytes([0, 0])),
        section(3, *[b"\0"] * 4),
        section(4, bytes([0x70, 0, 1])),
        section(7, name("used") + bytes([0, 1]), name("unused") + bytes([0, 3])),
        section(9, bytes([0, 0x41, 0, 0x0B, 1, 4])),
        section(10, body(0x10, 2), body(0x41, 42), body(0x41, 7), body(0x41, 8)),
    ]
)


def run(module: bytes) -> dict[str, int]:
    """Call every export in Node, which knows WebAssembly better than we do."""
    script = f"""
        const bytes = Buffer.from("{module.hex()}", "hex");
        const imports = {{ env: {{ outside: () => 1 }} }};
        const {{ exports }} = new WebAssembly.Instance(
            new WebAssembly.Module(bytes), imports);
        console.log(JSON.stringify(Object.fromEntries(
            Object.entries(exports).map(([key, f]) => [key, f()]))));
    """
    result = subprocess.run(
        ["node", "-e", script], capture_output=True, text=True, check=True
    )
    values: dict[str, int] = json.loads(result.stdout)
    return values


def test_a_module_is_read_right() -> None:
    library = read_library(MODULE)
    assert library.imports == {"outside"}
    assert library.n_imported == 1
    assert library.exports == {"used": 1, "unused": 3}
    assert library.roots == {4}
    assert run(MODULE) == {"used": 42, "unused": 7}


def test_what_is_needed_still_works() -> None:
    assert run(trim(read_library(MODULE), {"used"})) == {"used": 42}


def test_what_is_not_needed_is_gone() -> None:
    trimmed = trim(read_library(MODULE), {"used"})
    assert body(0x41, 7) not in trimmed
    for kept in (body(0x10, 2), body(0x41, 42), body(0x41, 8)):
        assert kept in trimmed


def test_calls_are_found_between_other_instructions() -> None:
    parts = [
        [1, 2, 0x7F],  # two local variables
        [0x43, 0x10, 1, 0x10, 1],  # a constant that looks like a call
        [0x02, 0x40, 0x0E, 1, 0, 0, 0x0B],  # a block and a table of branches
        [0x28, 2, 0x10, 0xFC, 10, 0, 0],  # a load and a copy
        [0x10, 0x85, 0x01, 0x0B],
    ]
    code = b"".join(map(bytes, parts))
    assert list(called_functions(code, 0, len(code))) == [133]


def test_an_unknown_instruction_is_an_error() -> None:
    with pytest.raises(ValueError, match="unknown WebAssembly instruction 0xfe"):
        list(called_functions(bytes([0, 0xFE, 0x0B]), 0, 3))
