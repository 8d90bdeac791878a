"""Any picture in: chosen, dropped anywhere on the page, or pasted."""

from pyscript import document, window

from page import answer
from page.dom import element, on, root

LARGEST = 64 * 1024 * 1024  # bytes

_file = element("file")
_take = None  # called with the bytes of a picture


def start(take):
    """Hand the bytes (a Uint8Array) of every picture that comes to `take`."""
    global _take
    _take = take


async def _add(file):
    if file.size > LARGEST:
        answer.show_words("refused", "picture-failed", "picture-formats", "error")
        return
    answer.expect()
    buffer = await file.arrayBuffer()
    _take(window.Uint8Array.new(buffer))


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
async def _paste(event):
    files = event.clipboardData.files
    if files.length:
        event.preventDefault()
        await _add(files[0])


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
async def _drop(event):
    root.removeAttribute("data-drop")
    if _brings_files(event):
        event.preventDefault()
        await _add(event.dataTransfer.files[0])
