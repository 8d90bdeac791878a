"""How it works, in a few words, with the figures of the model at hand."""

from pyscript import window
from pyscript.ffi import to_js

from page.dom import element, on
from page.messages import on_language, say, say_number

_dialog = element("how-dialog")
_model = element("how-model")
_take = element("take")
_about = None


def know(about):
    """Take in what the worker says about its model."""
    global _about
    _about = about
    _say()


def _say():
    if _about:
        _model.textContent = say("how-model", examples=say_number(_about["examples"]))
    if _take and _take.hasAttribute("data-megabytes"):
        megabytes = _take.getAttribute("data-megabytes")
        _take.textContent = say("take", megabytes=megabytes)


@on("click", "licence")
def _open_licences(event):
    inside = element("licences")  # the single file has them in itself
    if inside:
        kind = to_js({"type": "text/plain;charset=utf-8"})
        text = window.Blob.new(to_js([inside.textContent]), kind)
        event.target.href = window.URL.createObjectURL(text)


@on("click", "how")
def _open(event):
    _dialog.showModal()


on_language(_say)
