"""The pad's tools: undo, redo, eraser, pen size, clear; and what is on the pad.

web/pad.js paints and gives us whole drawings; each stays as it is, so the history is
two piles of them.
"""

from pyscript import window

from page.announcer import announce
from page.dom import element, on
from page.memory import recall, remember
from page.messages import on_language, say

PENS = {"fine": 12, "medium": 20, "broad": 34}
PIXELS = 280  # side of what is sent to be read

pane = window.pane

_past = []  # drawings up to the one on the pad, which is the last
_future = []  # what undo took back
_listeners = []
_buttons = {name: element(name) for name in ("undo", "redo", "eraser", "pen", "clear")}


def on_change(listener):
    """Call the listener whenever the pad shows another drawing."""
    _listeners.append(listener)


def drawing():
    """Return the drawing on the pad, which itself never changes."""
    return pane.drawing


def is_empty():
    """Whether nothing is on the pad."""
    return pane.strokes == 0 and not has_picture()


def pixels():
    """Promise the drawing in grey, 255 paper and 0 ink, the same on every screen."""
    return pane.pixels(PIXELS)


def has_picture():
    """Whether the ink of a picture is on the pad."""
    return pane.drawing.picture is not None


def put_picture(ink):
    """Put the ink of a picture, a data: URI, on the pad, undoably."""
    pane.show(pane.withPicture(ink))
    _past.append(pane.drawing)
    _future.clear()
    _update()


def put(new):
    """Put another drawing on the pad, undoably."""
    pane.show(new)
    _changed()


def _changed(event=None):
    _past.append(pane.drawing)
    _future.clear()
    _tell()


def _tell():
    _update()
    for listener in _listeners:
        listener()


def _update():
    _buttons["undo"].disabled = len(_past) < 2
    _buttons["redo"].disabled = not _future
    _buttons["clear"].disabled = is_empty()
    _buttons["eraser"].disabled = pane.strokes == 0
    if pane.strokes == 0:
        _use("pen")


@on("click", "undo")
def undo(event=None):
    """Go back to the drawing before."""
    if len(_past) > 1 and not pane.busy:
        _future.append(_past.pop())
        pane.show(_past[-1])
        announce(say("undone"))
        _tell()


@on("click", "redo")
def redo(event=None):
    """Take an undo back."""
    if _future and not pane.busy:
        _past.append(_future.pop())
        pane.show(_past[-1])
        announce(say("redone"))
        _tell()


@on("click", "clear")
def clear(event=None):
    """Empty the pad, undoably."""
    if not is_empty():
        put(pane.empty)
        announce(say("cleared"))


def _use(tool):
    pane.tool = tool
    _buttons["eraser"].setAttribute("aria-pressed", str(tool == "eraser").lower())


@on("click", "eraser")
def _toggle_eraser(event):
    pressed = _buttons["eraser"].getAttribute("aria-pressed") == "true"
    _use("pen" if pressed else "eraser")


def _take_pen(size):
    pane.pen = PENS[size]
    _buttons["pen"].dataset.size = size
    label = say("pen", size=say("pen-" + size))
    _buttons["pen"].setAttribute("aria-label", label)
    _buttons["pen"].title = label


@on("click", "pen")
def _next_pen(event):
    sizes = ("fine", "medium", "broad")
    size = sizes[(sizes.index(_buttons["pen"].dataset.size) + 1) % len(sizes)]
    remember("pen", size)
    _use("pen")
    _take_pen(size)
    announce(_buttons["pen"].title)


def start():
    """Take over the pad as it is: one may have drawn on it already."""
    for before in pane.past():
        _past.append(before)
    if pane.busy:  # a stroke is under way: its drawing comes when it ends
        _past.pop()
    pane.canvas.addEventListener("pad:change", _changed)
    size = recall("pen", "medium")
    _buttons["pen"].dataset.size = size if size in PENS else "medium"
    on_language(lambda: _take_pen(_buttons["pen"].dataset.size))
    _take_pen(_buttons["pen"].dataset.size)
    _update()
