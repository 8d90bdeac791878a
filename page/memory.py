"""What the page remembers about its user: small settings, kept by web/memory.js."""

import json

from pyscript import window


def recall(key, default):
    """Return what was remembered under a key, or the default."""
    kept = window.memory.recall(key)
    if kept is None:
        return default
    try:
        return json.loads(kept)
    except ValueError:  # something else is kept there
        return default


def remember(key, value):
    """Keep a setting, where the browser lets us."""
    window.memory.keep(key, json.dumps(value))
