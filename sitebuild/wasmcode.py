"""Which functions a WebAssembly function calls: the least reading that tells."""

from collections.abc import Iterator

CALLS = {0x10, 0x12, 0xD2}  # call, return_call, ref.func

# How many LEB128 numbers follow an instruction; those not named have none.
LEB_OPERANDS = {
    **dict.fromkeys([0x07, 0x08, 0x09, 0x0C, 0x0D, 0x18], 1),  # labels and tags
    **dict.fromkeys([0x10, 0x12, 0xD2], 1),  # functions
    **dict.fromkeys([0x11, 0x13], 2),  # type and table
    **dict.fromkeys(range(0x20, 0x27), 1),  # variables and tables
    **dict.fromkeys(range(0x28, 0x3F), 2),  # alignment and offset
    **dict.fromkeys([0x02, 0x03, 0x04, 0x06, 0x3F, 0x40, 0x41, 0x42, 0xD0], 1),
}
BYTE_OPERANDS = {0x43: 4, 0x44: 8}  # constants of floating point
BULK_OPERANDS = [0] * 8 + [2, 1, 2, 1, 2, 1, 2, 1, 1, 1]  # after 0xFC
VECTORS, FIXED_VECTORS = {0x0E: 1, 0x1C: 0}, {12: 16, 13: 16}


def read_leb(code: bytes, position: int) -> tuple[int, int]:
    """Return an unsigned LEB128 number and the position after it.

    Examples
    --------
    >>> read_leb(bytes([0xE5, 0x8E, 0x26]), 0)
    (624485, 3)
    """
    value = shift = 0
    while True:
        byte = code[position]
        position += 1
        value |= (byte & 0x7F) << shift
        if byte < 0x80:
            return value, position
        shift += 7


def skip_leb(code: bytes, position: int, count: int = 1) -> int:
    """Return the position after `count` LEB128 numbers of either kind."""
    for _ in range(count):
        while code[position] >= 0x80:
            position += 1
        position += 1
    return position


def called_functions(code: bytes, position: int, end: int) -> Iterator[int]:
    """Yield the functions called by the body that lies between two positions.

    Parameters
    ----------
    code : bytes
        The module.
    position : int
        Where the body begins: at its local variables.
    end : int
        Where it ends.

    Raises
    ------
    ValueError
        If there is an instruction that is not known here.
    """
    groups, position = read_leb(code, position)
    position = skip_leb(code, position, 2 * groups)
    while position < end:
        operation = code[position]
        position += 1
        if operation in CALLS:
            function, position = read_leb(code, position)
            yield function
        elif operation in LEB_OPERANDS:
            position = skip_leb(code, position, LEB_OPERANDS[operation])
        elif operation in BYTE_OPERANDS:
            position += BYTE_OPERANDS[operation]
        elif operation in VECTORS:
            length, position = read_leb(code, position)
            position = skip_leb(code, position, length + VECTORS[operation])
        elif operation == 0xFC:
            operation, position = read_leb(code, position)
            position = skip_leb(code, position, BULK_OPERANDS[operation])
        elif operation == 0xFD:
            position = _skip_simd(code, position)
        elif operation > 0xC4 and operation != 0xD1:  # ref.is_null
            raise ValueError(f"unknown WebAssembly instruction {operation:#x}")


def _skip_simd(code: bytes, position: int) -> int:
    operation, position = read_leb(code, position)
    if operation <= 11 or operation in (92, 93):
        return skip_leb(code, position, 2)
    if operation in FIXED_VECTORS:
        return position + FIXED_VECTORS[operation]
    if 21 <= operation <= 34:
        return position + 1
    if 84 <= operation <= 91:
        return skip_leb(code, position, 2) + 1
    return position
