"""Everything by keyboard: shortcuts, and a pen that the arrow keys move."""

from pyscript import document

from page import pad
from page.announcer import announce
from page.dom import on
from page.messages import say

STEP = 14  # of the pad's 560 units
ARROWS = {
    "ArrowLeft": (-1, 0),
    "ArrowRight": (1, 0),
    "ArrowUp": (0, -1),
    "ArrowDown": (0, 1),
}

_place = [pad.pane.size / 2, pad.pane.size / 4]  # where the pen point is
_held = set()  # arrow keys that are down: two together go diagonally
_down = False


def _show():
    pad.pane.point(_place[0], _place[1], 6 if _down else 12)


def _move(fine):
    step = STEP / 4 if fine else STEP
    for axis in (0, 1):
        way = sum(ARROWS[key][axis] for key in _held)
        _place[axis] = min(pad.pane.size, max(0, _place[axis] + way * step))
    if _down:
        pad.pane.move(_place[0], _place[1])
    _show()


def _put_down():
    global _down
    _down = True
    pad.pane.begin(_place[0], _place[1])
    announce(say("pen-down"))


def _lift():
    global _down
    if _down:
        _down = False
        announce(say("pen-up"))
        pad.pane.end()


@on("keydown", "pad")
def _key(event):
    if event.ctrlKey or event.metaKey or event.altKey:
        return
    if event.key in ARROWS:
        _held.add(event.key)
        _move(event.shiftKey)
    elif event.key in (" ", "Enter"):
        if event.repeat:
            pass
        elif _down:
            _lift()
        else:
            _put_down()
        _show()
    elif event.key == "Escape":
        _lift()
        _show()
    else:
        return
    event.preventDefault()


@on("keyup", "pad")
def _released(event):
    _held.discard(event.key)


@on("focus", "pad")
def _arrive(event):
    if event.target.matches(":focus-visible"):
        _show()


@on("blur", "pad")
def _leave(event):
    _held.clear()
    _lift()
    pad.pane.point(0, 0, 0)


@on("pointerdown", "pad")
def _hand_takes_over(event):
    global _down
    _down = False


@on("keydown", document)
def _shortcut(event):
    if not (event.ctrlKey or event.metaKey) or event.altKey:
        return
    key = event.key.lower()
    if key == "z" and not event.shiftKey:
        pad.undo()
    elif key == "y" or key == "z":
        pad.redo()
    else:
        return
    event.preventDefault()
