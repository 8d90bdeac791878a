"""Elements of the page, and what to do when something happens to them."""

import asyncio

from pyscript import document
from pyscript.ffi import create_proxy

root = document.documentElement
# `pyscript.window` is a module here, and its methods forget whose they are.
view = document.defaultView


def element(name):
    """Return the element with that id."""
    return document.getElementById(name)


def on(kind, *targets):
    """Decorate a function that takes events of that kind.

    It may return a coroutine, for what takes time; what must be done before the
    browser goes on, such as preventing its default, it does itself.
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
