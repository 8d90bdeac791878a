"""Says things to those who listen instead of look."""

from page.dom import element

_region = element("announcer")


def announce(text):
    """Have a screen reader say something, once it has finished its sentence."""
    _region.textContent = text
