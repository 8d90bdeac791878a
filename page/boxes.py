"""A box on the pad round every digit of a number; one of them is chosen."""

from pyscript import document

from page.dom import element, on
from page.messages import say, say_percent

MARGIN = 2.4  # per cent of the pad, round the ink

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
    size : list of int
        Width and height of that picture, which stands centred on the pad.
    chosen : int
        Index of the digit whose box is thick.
    choose : function
        Takes the index of the digit that the user chooses.
    """
    global _chosen
    _chosen = choose
    longer = max(size)
    left, top = (50 * (1 - side / longer) for side in size)
    _group.replaceChildren()
    for index, digit in enumerate(digits):
        x0, y0, x1, y1 = (100 * edge / longer for edge in digit["box"])
        box = document.createElement("button")
        box.className = "box"
        box.dataset.index = index
        box.tabIndex = 0 if index == chosen else -1
        box.setAttribute("aria-pressed", str(index == chosen).lower())
        percent = say_percent(digit["confidence"])
        box.setAttribute(
            "aria-label", say("box", digit=digit["digit"], percent=percent)
        )
        box.innerHTML = "<span>{}</span>".format(digit["digit"])
        low, high = max(0, left + x0 - MARGIN), min(100, left + x1 + MARGIN)
        box.style.left, box.style.width = _percent(low), _percent(high - low)
        low, high = max(0, top + y0 - MARGIN), min(100, top + y1 + MARGIN)
        box.style.top, box.style.height = _percent(low), _percent(high - low)
        box.classList.toggle("low", low < 8)
        _group.append(box)
    _group.hidden = False


def mark(chosen):
    """Make the box of the chosen digit the thick one."""
    for index, box in enumerate(_group.children):
        box.setAttribute("aria-pressed", str(index == chosen).lower())
        box.tabIndex = 0 if index == chosen else -1


def _percent(number):
    return f"{number:.2f}%"


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
