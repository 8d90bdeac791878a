"""How it works, in a few words, with the figures of the model at hand."""

from page.dom import element, on
from page.messages import on_language, say

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
        _model.textContent = say("how-model", examples=_about["examples"])
    if _take and _take.hasAttribute("data-megabytes"):
        megabytes = _take.getAttribute("data-megabytes")
        _take.textContent = say("take", megabytes=megabytes)


@on("click", "how")
def _open(event):
    _dialog.showModal()


on_language(_say)
