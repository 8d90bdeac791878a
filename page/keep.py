"""Taking it away: the answer as text, the drawing as PNG, SVG or strokes, sharing."""

import asyncio

from jsffi import JsException
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
    asyncio.create_task(_forget(link.href))  # noqa: RUF006 - the browser keeps it
    announce(say("saved", name=name))


async def _forget(address):
    await asyncio.sleep(60)  # by then the browser has taken what it saves
    window.URL.revokeObjectURL(address)


def _text_blob(text, kind):
    return window.Blob.new(to_js([text]), to_js({"type": kind}))


@on("click", "answer")
async def _copy_answer(event):
    if event.target.id != "copy":
        return
    try:
        await window.navigator.clipboard.writeText(answer.text)
        said = say("copied")
    except JsException:
        said = say("copy-refused")
    await _reply("copy", said)


async def _reply(name, said):
    """Say on a button for a while what came of it."""
    element(name).textContent = said
    announce(said)
    await asyncio.sleep(2)
    element(name).textContent = say(name)  # by now it may be another element


@on("click", "save-png")
async def _save_png(event):
    _save(await pad.pane.png(SIDE), _name("png"))


@on("click", "save-svg")
def _save_svg(event):
    _save(_text_blob(pad.pane.svg(), "image/svg+xml"), _name("svg"))


@on("click", "sample")
def _save_sample(event):
    digit = event.target.textContent
    if digit in list("0123456789"):  # what was meant, whatever was read
        strokes = pad.pane.samples(int(digit))
        name = f"digitpad-sample-{digit}.json"
        _save(_text_blob(strokes, "application/json"), name)


@on("click", "share")
async def _share_drawing(event):
    png = window.File.new(
        to_js([await pad.pane.png(SIDE)]), _name("png"), to_js({"type": "image/png"})
    )
    try:
        await window.navigator.share(to_js({"files": [png], "text": answer.text}))
    except JsException as error:
        _, name, _ = error.args
        if name != "AbortError":  # else one has thought better of it
            await _reply("share", say("share-failed"))


def start():
    """Offer what this browser can do."""
    if not hasattr(window.navigator, "clipboard"):
        root.dataset.clipboard = "none"
    if hasattr(window.navigator, "canShare"):
        probe = window.File.new(to_js([]), "probe.png", to_js({"type": "image/png"}))
        _share.hidden = not window.navigator.canShare(to_js({"files": [probe]}))
