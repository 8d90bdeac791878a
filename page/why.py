"""Why this answer: the neighbours that voted, and what they were compared with."""

from pyscript import document

from page.dom import element, on
from page.messages import on_language, say, say_count

_drawer = element("why")
_near = element("near")
_steps = element("steps")
_title = element("near-title")
_reading = None  # of one digit
_examples = 0


def know(examples):
    """How many examples there are to be near to."""
    global _examples
    _examples = examples


def show(reading):
    """Explain the reading of a digit, as soon as someone asks."""
    global _reading
    _reading = reading
    if _drawer.open:
        _draw()


@on("toggle", "why")
def _draw(event=None):
    if not (_reading and _drawer.open):
        return
    neighbors = _reading["neighbors"]
    count = say_count(len(neighbors))
    total = f"{_examples:,}".replace(",", say("thousands"))
    _title.textContent = say("near-title", count=count, total=total)
    _near.style.setProperty("--n", len(neighbors))
    _near.replaceChildren()
    strongest = max((neighbor["weight"] for neighbor in neighbors), default=1)
    for neighbor in neighbors:
        item = _picture(_near, neighbor["glyph"])
        item.className = "" if neighbor["digit"] == neighbors[0]["digit"] else "odd"
        item.style.setProperty("--w", "{:.3f}".format(neighbor["weight"] / strongest))
        html = '<b>{}</b><span class="weight"></span><span class="quiet">{:.2f}</span>'
        html = html.format(neighbor["digit"], neighbor["distance"])
        item.insertAdjacentHTML("beforeend", html)
        item.title = say("neighbor", digit=neighbor["digit"], source=neighbor["source"])
    _steps.replaceChildren()
    for stage in _reading["stages"]:
        item = _picture(_steps, stage["image"])
        name = document.createElement("b")
        name.textContent = say("stage-" + stage["name"])
        item.append(name)


def _picture(items, source):
    item = document.createElement("li")
    thumb = document.createElement("span")
    thumb.className = "thumb"
    thumb.style.setProperty("--picture", 'url("' + source + '")')
    item.append(thumb)
    items.append(item)
    return item


on_language(_draw)
