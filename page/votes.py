"""The ten bars: how likely each digit is."""

from page.dom import element
from page.messages import on_language, say, say_percent

_list = element("votes")
_list.innerHTML = "".join(
    '<li><span class="bar" aria-hidden="true"><small></small><i></i></span>'
    f'<span class="chip" aria-hidden="true">{digit}</span><span class="sr"></span></li>'
    for digit in range(10)
)
_items = list(_list.children)
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
