"""What the page remembers about its user: small settings, kept by the browser."""

import json

from pyscript import window

PREFIX = "digitpad."


def recall(key, default):
    """Return what was remembered under a key, or the default."""
    try:
        kept = window.localStorage.getItem(PREFIX + key)
        return default if kept is None else json.loads(kept)
    except Exception:  # MicroPython has no narrower name for what JavaScript throws
        return default  # storage is forbidden here, or holds something else


def remember(key, value):
    """Keep a setting, where the browser lets us."""
    try:
        window.localStorage.setItem(PREFIX + key, json.dumps(value))
    except Exception:  # as above: the setting then lasts as long as the page
        return
