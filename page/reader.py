"""Asks the recogniser in the worker: one question at a time, always the newest."""

import asyncio
import json

from jsffi import JsException
from pyscript import window, workers

_recognizer = None
_next = None  # (ask, answered): the question that waits; a newer one takes its place
_asking = False


async def connect():
    """Wait for the recogniser to be there.

    Returns
    -------
    dict or None
        What the worker says about its model; None if it does not start.
    """
    global _recognizer
    try:
        recognizer = await workers["recognizer"]
        about = _python(await recognizer.about())
    except JsException:  # what it says is of JavaScript; the cause is the worker's
        return None
    _recognizer = recognizer
    _ask_next()
    return about


def read(ask, answered):
    """Have something read.

    Parameters
    ----------
    ask : function
        Takes the worker, returns its promise. Called when its turn comes.
    answered : function
        Takes the reading, a dict. Not called if a newer question came meanwhile.
    """
    global _next
    _next = (ask, answered)
    _ask_next()


async def warm_up():
    """Have the recogniser load what it needs for its first answer, while it waits."""
    await _recognizer.warm_up()


def forget():
    """Drop what was to be read."""
    global _next
    _next = None


def _ask_next():
    global _asking
    if _recognizer and not _asking:
        _asking = True
        asyncio.create_task(_ask_all())  # noqa: RUF006 - the browser keeps it


async def _ask_all():
    global _next, _asking
    try:
        while _next:
            question = _next
            ask, answered = question
            try:
                reading = _python(await ask(_recognizer))
            except JsException as error:
                reading = {"error": str(error)}
            if _next is question:
                _next = None
                answered(reading)
    finally:
        _asking = False


def _python(value):
    """Turn a JavaScript value into Python's own; undefined keys are dropped."""
    return json.loads(window.JSON.stringify(value))
