"""Taking it away: the answer as text, the drawing as PNG, SVG or strokes, sharing."""

import asyncio

from pyscript import document, window
from pyscript.ffi import to_js

from page import answer, pad
from page.announcer import announce
from page.dom import element, on, root
from page.messages import say

SIDE = 1120  # pixels of a saved picture

_share = element("share")


def _name(ending):
    return f"digitpad-{answer.text}.{ending}" if answer.text else "digitpad." + ending


def _save(blob, name):
    link = document.createElement("a")
    link.href = window.URL.createObjectURL(blob)
    link.download = name
    link.click()
    window.URL.revokeObjectURL(link.href)
    announce(say("saved", name=name))


def _text_blob(text, kind):
    return window.Blob.new(to_js([text]), to_js({"type": kind}))


@on("click", "answer")
async def _copy_answer(event):
    if event.target.id != "copy":
        return
    await window.navigator.clipboard.writeText(answer.text)
    event.target.textContent = say("copied")
    announce(say("copied"))
    await asyncio.sleep(2)
    event.target.textContent = say("copy")


@on("click", "save-png")
async def _save_png(event):
    _save(await pad.pane.png(SIDE), _name("png"))


@on("click", "save-svg")
def _save_svg(event):
    _save(_text_blob(pad.pane.svg(), "image/svg+xml"), _name("svg"))


@on("click", "save-strokes")
def _save_strokes(event):
    _save(
        _text_blob(pad.pane.samples(int(answer.text)), "application/json"),
        _name("json"),
    )


@on("click", "share")
async def _share_drawing(event):
    png = window.File.new(
        to_js([await pad.pane.png(SIDE)]), _name("png"), to_js({"type": "image/png"})
    )
    await window.navigator.share(to_js({"files": [png], "text": answer.text}))


def start():
    """Offer what this browser can do."""
    if not hasattr(window.navigator, "clipboard"):
        root.dataset.clipboard = "none"
    if hasattr(window.navigator, "canShare"):
        probe = window.File.new(to_js([]), "probe.png", to_js({"type": "image/png"}))
        _share.hidden = not window.navigator.canShare(to_js({"files": [probe]}))
