"""The page's words in the reader's language, from web/messages/<language>.json.

Elements say `data-say="key"` where a message is their text and `data-label="key"`
where it is their accessible name. What is put together as the page goes asks `say`,
and asks again when the language changes (`on_language`).
"""

import json

from pyscript import document, window

from page.dom import element, on, root
from page.memory import recall, remember

LANGUAGES = ("en", "de", "fr")

_messages = {}
_listeners = []


def say(key, **values):
    """Return a message with its {places} filled."""
    return _messages[key].format(**values)


def say_count(number):
    """Return a small number as a word."""
    words = _messages["numbers"]
    return words[number] if number < len(words) else str(number)


def say_number(number):
    """Return a whole number with its thousands set apart."""
    return f"{number:,}".replace(",", say("thousands"))


def say_decimal(number):
    """Return a number with two decimals."""
    return f"{number:.2f}".replace(".", say("decimal"))


def say_percent(share):
    """Return a probability as a percentage, never as a certainty."""
    return say("percent", number=min(99, max(1, round(100 * share))))


def capitalise(text):
    """Return the text with a capital first letter."""
    return text[:1].upper() + text[1:]


def on_language(listener):
    """Call the listener whenever the language changes."""
    _listeners.append(listener)


def speak(language):
    """Put the page into a language."""
    _messages.clear()
    path = "web/messages/" + language + ".json"
    with open(path) as file:  # noqa: PTH123 - MicroPython has no pathlib
        _messages.update(json.load(file))
    root.lang = language
    for each in document.querySelectorAll("[data-say]"):
        each.textContent = say(each.dataset.say)
    for each in document.querySelectorAll("[data-label]"):
        label = say(each.dataset.label)
        each.setAttribute("aria-label", label)
        if each.classList.contains("tool"):
            each.title = label
    for listener in _listeners:
        listener()


def preferred():
    """Return the language chosen before, else the browser's first that we speak."""
    chosen = recall("language", None)
    if chosen in LANGUAGES:
        return chosen
    for wish in window.navigator.languages:
        if wish[:2] in LANGUAGES:
            return wish[:2]
    return LANGUAGES[0]


@on("change", "language")
def _choose(event):
    remember("language", event.target.value)
    speak(event.target.value)


def start():
    """Speak the reader's language."""
    language = preferred()
    element("language").value = language
    speak(language)
