"""Binary data as text inside HTML: seven bits a character.

Base64 makes data a third longer, this a sixth. Of the 128 characters that UTF-8
writes as one byte, a script element keeps all but three as they are: NUL, the
carriage return, and "<", which might end the element. Those become characters
of two bytes.
"""

BARRED = [0x00, 0x0D, 0x3C]
GROUP = 7  # bytes that fill eight characters


def encode(data: bytes) -> bytes:
    r"""Return `data` as UTF-8 text; zeros fill up the last group of seven bytes.

    Parameters
    ----------
    data : bytes
        Anything.

    Returns
    -------
    bytes
        UTF-8, safe inside a script element.

    Examples
    --------
    >>> encode(b"digitpa")
    b'2\x1a,vKQ`a'
    """
    data += bytes(-len(data) % GROUP)
    length = len(data) // GROUP
    columns = [int.from_bytes(data[k::GROUP]) for k in range(GROUP)]
    text = bytearray(8 * length)
    for place in range(8):
        # Its high bits end the byte before, its low bits begin its own.
        high = columns[place - 1] << (7 - place) if place else 0
        low = columns[place] >> (place + 1) if place < GROUP else 0
        high &= _every_byte(0x7F & (0xFF << (7 - place)), length) if place else 0
        low &= _every_byte(0x7F >> place, length)
        text[place::8] = (high | low).to_bytes(length)
    result = bytes(text)
    for index, value in enumerate(BARRED):
        result = result.replace(bytes([value]), chr(0x80 + index).encode())
    return result


def _every_byte(value: int, length: int) -> int:
    return int.from_bytes(bytes([value]) * length)
