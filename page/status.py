"""How far Python has come: loading, ready, stopped; offline; a new version."""

from pyscript import window

from page import answer, numerals
from page.announcer import announce
from page.dom import element, on, root, view
from page.messages import on_language, say

_line = element("status")
_note = element("note")
_reload = element("reload")
_plain = None  # why the plain model is in use, if it is


def state():
    """Return "loading", "ready" or "error"."""
    return root.dataset.state


def _show_loading():
    """Show in words, per cent and a growing zero how far loading has come."""
    progress = window.digitpad.progress
    fraction = progress.fraction if progress else 0
    step = progress.step if progress else "download"
    percent = say("percent", number=round(100 * fraction))
    megabytes = round(progress.total / 1e6) if progress and progress.total else 0
    key = "loading-size" if step == "download" and megabytes else "loading-" + step
    _line.textContent = say("status-loading", percent=percent)
    answer.show_drawing(
        "loading", numerals.progress(fraction), percent, say(key, megabytes=megabytes)
    )


def _show_failure():
    """Say what went wrong and what to do; the drawing stays."""
    failure = window.digitpad.failure
    progress = window.digitpad.progress
    root.dataset.state = "error"
    _line.textContent = say("status-stopped")
    detail = say("failure-start")
    if failure:
        key = "failure-" + failure.reason
        detail = say(key, file=failure.file, message=failure.message)
    picture = numerals.progress(progress.fraction if progress else 0)
    words = detail + " " + say("drawing-stays")
    answer.show_drawing("error", picture, say("stopped"), words)
    element("retry").hidden = False
    announce(say("stopped") + ". " + detail)


def fail():
    """Show that Python did not start; for this reason, if no other is known."""
    _show_failure()


def ready(about):
    """Python is there."""
    global _plain
    root.dataset.state = "ready"
    _plain = about["problem"]
    show()
    announce(say("ready"))


def show():
    """Show where things stand."""
    if state() == "loading":
        _show_loading()
    elif state() == "error":
        _show_failure()
    else:
        update = window.digitpad.update
        key = "status-ready" if window.navigator.onLine else "status-offline"
        _line.textContent = say("status-update" if update else key)
        _reload.hidden = not update
        _note.textContent = say("plain-model") if _plain else ""
        _note.title = _plain or ""


@on("digitpad:progress", view)
def _progress(event):
    if state() == "loading":
        _show_loading()


@on("digitpad:failure", view)
def _failure(event):
    _show_failure()  # even when Python was ready: then its worker has died


@on("digitpad:update", view)
@on("online", view)
@on("offline", view)
def _said(event):
    show()
    announce(_line.textContent)


@on("click", "reload")
def _apply_update(event):
    window.digitpad.update.apply()


@on("click", "answer")
def _start_again(event):
    if event.target.id == "retry":
        window.digitpad.retry()


def start():
    """Say where loading has got to by now."""
    on_language(show)
    if window.digitpad.failure:
        _show_failure()
    else:
        _show_loading()
    window.digitpad.takeOver()
