"""What the page does: MicroPython on the main thread.

One can draw before this runs (web/pad.js). Here the pad's tools, the words and the
answer come alive; then the recogniser, Pyodide in a worker, is waited for.
"""

# ruff: noqa: E402, F704 - PyScript's scripts may await
import asyncio

await asyncio.sleep(0)  # what is under the pen goes first: starting Python took a while

from page import answer, messages, why
from page.dom import element, on
from page.memory import recall, remember

await asyncio.sleep(0)  # and again: importing takes a while too

from page import (
    about,
    keep,
    keyboard,  # noqa: F401 - it listens
    pad,
    picture,
    reader,
    status,
)

messages.start()  # before any event comes that has something to say
live = element("live")
sent = None  # the promise of the reading that is under way
content = element("pad-content")


def changed():
    """Read the drawing that the pad shows now, if that is wanted."""
    if status.state() == "error":
        describe()
        return
    answer.expect()
    if pad.is_empty():
        show_empty()
    elif live.checked or status.state() == "loading":
        read()
    else:
        reader.forget()
        answer.show_words("waiting", "", "waiting")
    describe()


def read(anew=False):
    """Read the drawing on the pad."""

    def ask(recognizer):
        def send(grey):
            # Kept, or MicroPython may collect it before JavaScript has got hold of it.
            global sent
            sent = recognizer.recognize(grey, pad.PIXELS, pad.PIXELS)
            return sent

        return pad.pixels().then(send)

    def answered(reading):
        if "error" in reading:
            fail("reading-failed", "reading-failed-detail")
        else:
            answer.show(reading, anew)
            describe()

    reader.read(ask, answered)


def read_picture(data):
    """Read a picture, and put the ink found in it on the pad."""

    def answered(reading):
        if "error" in reading:
            fail("picture-failed", "picture-formats")
        elif reading["kind"] == "empty":
            fail("picture-blank", "picture-blank-detail")
        elif not pad.pane.busy:  # else a stroke is under way, and takes its place
            pad.put_picture(reading["ink"])
            answer.show(reading)
            describe()

    reader.read(lambda recognizer: recognizer.recognize_picture(data), answered)


def fail(headline, detail):
    """Say that something could not be read."""
    answer.show_words("unread", headline, detail, "error")
    answer.announce_shown()


def show_empty(headline=""):
    """Say that nothing is on the pad, so that there is nothing to read."""
    reader.forget()
    view = "empty" if status.state() == "ready" else status.state()
    answer.show_words(view, headline, "empty", "empty")
    status.show()


def describe():
    """Say in words what is on the pad."""
    key = "content-picture" if pad.has_picture() else "content"
    if pad.is_empty():
        key = "content-empty"
    elif answer.text:
        key = "content-read"
    content.textContent = messages.say(key, strokes=pad.pane.strokes, text=answer.text)


@on("click", "guess")
def guess(event):
    """Read what is on the pad, now."""
    if pad.is_empty():
        show_empty("draw-first")
        answer.announce_shown()
    elif status.state() == "error":
        answer.announce_shown()
    else:
        answer.expect()
        read(anew=True)


@on("change", "live")
def switch_live(event):
    """Read after each stroke, or only when asked."""
    remember("live", live.checked)
    if live.checked and not pad.is_empty():
        changed()


messages.on_language(describe)
live.checked = recall("live", True)
pad.start()
pad.on_change(changed)
picture.start(read_picture)
keep.start()
status.start()
changed()
known = await reader.connect()
if known:
    status.ready(known)
    about.know(known)
    why.know(known["examples"])
    if pad.is_empty() and not answer.is_expected():
        show_empty()
        await reader.warm_up()
else:
    status.fail()
