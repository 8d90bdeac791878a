"""Asks the recogniser in the worker: one question at a time, always the newest.

Promises are followed by `then`, without asyncio: its tasks wait for the browser's
timers, which after a stroke come no sooner than the next frame.
"""

import json

from jsffi import JsException
from pyscript import window, workers
from pyscript.ffi import create_proxy

_recognizer = None
_wanted = None  # (ask, answered): the newest question, until it is answered
_asked = None  # the question that is under way


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
    global _wanted
    _wanted = (ask, answered)
    _ask_next()


def explain(digit, explained):
    """Have the reasons for a digit that was read told.

    Parameters
    ----------
    digit : dict
        As worker.py gives it.
    explained : function
        Takes the reasons, a dict, or None if there are none to be had. Not called if
        a newer picture has been read.
    """

    def tell(value):
        reasons = _python(value)
        if reasons:
            explained(reasons)

    _recognizer.explain(digit["key"]).then(tell, lambda error: explained(None))


async def warm_up():
    """Have the recogniser load what it needs for its first answer, while it waits."""
    await _recognizer.warm_up()


def forget():
    """Drop what was to be read."""
    global _wanted
    _wanted = None


def _ask_next():
    global _asked
    if _recognizer and _wanted and not _asked:
        _asked = _wanted
        ask, _ = _asked
        ask(_recognizer).then(_hear, _fail)


@create_proxy  # one for all questions: a passing one may be freed while in use
def _hear(reading):
    _answer(_python(reading))


@create_proxy
def _fail(error):
    _answer({"error": str(error)})


def _answer(reading):
    global _wanted, _asked
    question, _asked = _asked, None
    if question is _wanted:
        _wanted = None
        _, answered = question
        answered(reading)
    else:
        _ask_next()


def _python(value):
    """Turn a JavaScript value into Python's own; undefined keys are dropped."""
    return json.loads(window.JSON.stringify(value))
