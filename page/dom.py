"""Elements of the page, and what to do when something happens to them."""

import asyncio

from pyscript import document
from pyscript.ffi import create_proxy

root = document.documentElement
view = (
    document.defaultView
)  # the window as an object: methods of `pyscript.window` forget it


def element(name):
    """Return the element with that id."""
    return document.getElementById(name)


def on(kind, *targets):
    """Decorate a function, or a coroutine function, that takes events of that kind.

    It stays as it is, to be called from Python as well, which PyScript's own `when`
    does not allow. Targets are elements, or their ids.
    """

    def listen(function):
        def handle(event):
            work = function(event)
            if work is not None:
                asyncio.create_task(work)  # noqa: RUF006 - the browser keeps it

        for target in targets:
            target = element(target) if isinstance(target, str) else target
            target.addEventListener(kind, create_proxy(handle))
        return function

    return listen
