"""The ten bars: how likely each digit is."""

from page.dom import element
from page.messages import on_language, say, say_percent

_items = list(element("votes").children)
_shown = [0.0] * 10


def show(probabilities, winners):
    """Show the probabilities of the ten digits; the winners in the machine's colour."""
    _shown[:] = probabilities
    for digit, item in enumerate(_items):
        item.classList.toggle("win", digit in winners)
        item.style.setProperty("--p", f"{probabilities[digit]:.4f}")
        percent = min(99, round(100 * probabilities[digit]))
        label = str(percent) if winners and percent >= 5 else ""
        item.querySelector("small").textContent = label
    _speak()


def _speak():
    for digit, item in enumerate(_items):
        text = say("vote", digit=digit, percent=say_percent(_shown[digit]))
        item.querySelector(".sr").textContent = text


on_language(_speak)
