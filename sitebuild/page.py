"""Turn the source ``index.html`` into the page that runs."""

import html
import json
import re
from typing import Any

from sitebuild.errors import BuildError

RUNTIME_MARK = "<!-- build: runtime -->"
SOURCE_ONLY = r"<!-- source only -->.*?<!-- /source only -->\n?"

# PyScript offers an editor, a terminal and more; the page uses none of it.
PLUGINS_OFF = [
    "!codemirror",
    "!deprecations-manager",
    "!donkey",
    "!error",
    "!py-editor",
    "!py-game",
    "!py-terminal",
]


def replace_exactly(text: str, old: str, new: str, count: int = 1) -> str:
    """Replace `old` by `new`, and stop unless it occurs exactly `count` times.

    Examples
    --------
    >>> replace_exactly("a-b", "-", "+")
    'a+b'
    >>> replace_exactly("a-b-c", "-", "+")
    Traceback (most recent call last):
    ...
    sitebuild.errors.BuildError: expected 1 x '-', found 2
    """
    found = text.count(old)
    if found != count:
        raise BuildError(f"expected {count} x {old[:80]!r}, found {found}")
    return text.replace(old, new)


def substitute_exactly(text: str, pattern: str, new: str, count: int = 1) -> str:
    """Do what `replace_exactly` does, for a regular expression."""
    result, found = re.subn(pattern, lambda _: new, text, flags=re.DOTALL)
    if found != count:
        raise BuildError(f"expected {count} x /{pattern[:80]}/, found {found}")
    return result


def build_page(source: str, head: str) -> str:
    """Return the page with the runtime's `head` in and the source's notice out."""
    page = substitute_exactly(source, SOURCE_ONLY, "")
    return replace_exactly(page, RUNTIME_MARK, head)


def script_config(kind: str, config: dict[str, Any]) -> str:
    """Return the element that configures one of PyScript's interpreters.

    Parameters
    ----------
    kind : {"mpy", "py"}
        MicroPython or Pyodide.
    config : dict
        PyScript's settings.
    """
    text = json.dumps({**config, "plugins": PLUGINS_OFF}, separators=(",", ":"))
    return f"<{kind}-config hidden>{html.escape(text, quote=False)}</{kind}-config>"
