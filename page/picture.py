"""Any picture in: chosen, dropped anywhere on the page, or pasted."""

import asyncio

from jsffi import JsException
from pyscript import document, window

from page import answer
from page.dom import element, on, root

LARGEST = 64 * 1024 * 1024  # bytes
PATIENCE = 0.3  # seconds until something is said of the wait

_file = element("file")
_take = None  # called with the bytes of a picture


def start(take):
    """Hand the bytes (a Uint8Array) of every picture that comes to `take`."""
    global _take
    _take = take


def _refuse():
    answer.show_words("unread", "picture-failed", "picture-formats", "error")
    answer.announce_shown()


async def _add(file):
    if file.size > LARGEST:
        _refuse()
        return
    if root.dataset.state == "error":
        answer.announce_shown()
        return
    answer.expect()
    try:
        buffer = await file.arrayBuffer()
    except JsException:  # a folder, or a file that is gone or may not be read
        _refuse()
        return
    _take(window.Uint8Array.new(buffer))
    await asyncio.sleep(PATIENCE)
    if answer.is_expected() and root.dataset.state == "ready":
        answer.show_words("waiting", "", "picture-reading")
        answer.expect()


@on("click", "picture")
def _choose(event):
    _file.click()


@on("change", "file")
async def _chosen(event):
    if _file.files.length:
        file = _file.files[0]
        await _add(file)
        _file.value = ""  # so that the same file can be chosen again


@on("paste", document)
def _paste(event):
    files = event.clipboardData.files
    if files.length:
        event.preventDefault()
        return _add(files[0])
    return None


def _brings_files(event):
    return "Files" in list(event.dataTransfer.types)


@on("dragover", document)
def _over(event):
    if _brings_files(event):
        event.preventDefault()
        event.dataTransfer.dropEffect = "copy"
        root.dataset.drop = "over"


@on("dragleave", document)
def _away(event):
    if not event.relatedTarget:
        root.removeAttribute("data-drop")


@on("drop", document)
def _drop(event):
    root.removeAttribute("data-drop")
    files = event.dataTransfer.files
    if files.length:
        event.preventDefault()
        return _add(files[0])
    return None
