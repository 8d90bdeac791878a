"""A box on the pad round every digit of a number; one of them is chosen."""

from pyscript import document

from page.dom import element, on
from page.messages import say, say_percent

MARGIN = 2.4  # per cent of the pad, round the ink
HIGH = 12  # less than this above the ink leaves no room for a numeral
GAP = 0.4  # between boxes of digits that stand close

_group = element("boxes")
_chosen = None  # called with the index of the box that is chosen


def hide():
    """Take the boxes off the pad."""
    _group.hidden = True
    _group.replaceChildren()


def show(digits, size, chosen, choose):
    """Put a box round each digit.

    Parameters
    ----------
    digits : list of dict
        With their `digit`, `confidence` and `box` in pixels of the picture.
    size : int
        Side of that picture, which is square as the pad is.
    chosen : int
        Index of the digit whose box is thick.
    choose : function
        Takes the index of the digit that the user chooses.
    """
    global _chosen
    _chosen = choose
    edges = [[100 * edge / size for edge in digit["box"]] for digit in digits]
    _group.replaceChildren()
    for index, digit in enumerate(digits):
        x0, y0, x1, y1 = edges[index]
        least = (x0 - x1) / 4  # what lies over its neighbour keeps a box all the same
        start = x0 - max(least, _margin(x0 - edges[index - 1][2] if index else None))
        last = index + 1 == len(edges)
        end = x1 + max(least, _margin(None if last else edges[index + 1][0] - x1))
        box = _make(index, digit)
        _stretch(box, "left", "width", start, end)
        _stretch(box, "top", "height", y0 - MARGIN, y1 + MARGIN)
        box.classList.toggle("high", y0 < HIGH)
        _group.append(box)
    mark(chosen)
    _group.hidden = False


def _margin(distance):
    """How far a box stands off its ink, that of the next digit being so far away."""
    return MARGIN if distance is None else min(MARGIN, distance / 2 - GAP)


def _make(index, digit):
    box = document.createElement("button")
    box.className = "box"
    box.dataset.index = index
    percent = say_percent(digit["confidence"])
    name = say("box", digit=digit["digit"], percent=percent)
    box.setAttribute("aria-label", name)
    box.innerHTML = "<span>{}</span>".format(digit["digit"])
    return box


def _stretch(box, place, length, low, high):
    low, high = max(0, low), min(100, high)
    box.style.setProperty(place, f"{low:.2f}%")
    box.style.setProperty(length, f"{high - low:.2f}%")


def mark(chosen):
    """Make the box of the chosen digit the thick one."""
    for index, box in enumerate(_group.children):
        box.setAttribute("aria-pressed", str(index == chosen).lower())
        box.tabIndex = 0 if index == chosen else -1


@on("click", "boxes")
def _click(event):
    box = event.target.closest(".box")
    if box:
        _chosen(int(box.dataset.index))


@on("keydown", "boxes")
def _key(event):
    ways = {"ArrowLeft": -1, "ArrowUp": -1, "ArrowRight": 1, "ArrowDown": 1}
    box = event.target.closest(".box")
    if box and event.key in ways:
        boxes = _group.children
        index = (int(box.dataset.index) + ways[event.key]) % boxes.length
        boxes[index].focus()
        _chosen(index)
        event.preventDefault()
