"""The machine's own hand: ten one-stroke numerals on a field of 60 x 100."""

_STROKES = (
    "M30 4C50 4 56 26 56 50C56 74 50 96 30 96C10 96 4 74 4 50C4 26 10 4 30 4",
    "M14 21L36 4V96",
    "M6 28C6 13 17 4 31 4C45 4 55 13 55 27C55 38 49 46 40 56L5 96H57",
    "M7 22C10 10 19 4 30 4C44 4 53 13 53 26C53 39 44 47 26 47"
    "C45 47 56 57 56 71C56 86 45 96 30 96C17 96 8 89 5 77",
    "M45 96V4L3 69H59",
    "M51 4H14L9 47C14 41 21 37 30 37C46 37 56 49 56 66C56 84 45 96 29 96"
    "C17 96 8 90 4 79",
    "M42 4C22 26 4 46 4 69C4 85 15 96 30 96C45 96 56 85 56 69"
    "C56 53 45 43 30 43C18 43 9 50 5 60",
    "M4 4H56L22 96",
    "M30 48C17 46 8 38 8 26C8 13 17 4 30 4C43 4 52 13 52 26C52 38 43 46 30 48"
    "C15 50 4 59 4 72C4 86 15 96 30 96C45 96 56 86 56 72C56 59 45 50 30 48",
    "M18 96C38 74 56 54 56 31C56 15 45 4 30 4C15 4 4 15 4 31"
    "C4 47 15 57 30 57C42 57 51 50 55 40",
)
_QUESTION = "M8 24C9 11 18 4 30 4C44 4 53 13 53 26C53 44 30 44 30 68M30 95V96"


def _picture(content):
    return '<svg viewBox="0 0 60 100" aria-hidden="true">' + content + "</svg>"


def numeral(digit):
    """Draw a digit that writes itself."""
    return _picture('<path class="pen" pathLength="1" d="' + _STROKES[digit] + '"/>')


def question():
    """Draw the mark for what was not read."""
    return _picture('<path class="pen" pathLength="1" d="' + _QUESTION + '"/>')


def progress(fraction):
    """Draw a zero as far as the loading has come."""
    path = ' d="' + _STROKES[0] + '"/>'
    dash = f'pathLength="100" stroke-dasharray="{round(100 * fraction)} 100"'
    return _picture('<path class="track"' + path + "<path " + dash + path)
