"""Why this answer: the neighbours that voted, and what they were compared with."""

from pyscript import document

from page import reader, wording
from page.dom import element, on
from page.messages import on_language, say, say_count, say_decimal, say_number

_drawer = element("why")
_near = element("near")
_steps = element("steps")
_title = element("near-title")
_digit = None  # that is to be explained, as worker.py gives it
_reasons = None  # for what is drawn, and translated when the language changes
_examples = 0


def know(examples):
    """How many examples there are to be near to."""
    global _examples
    _examples = examples


def show(digit):
    """Explain how a digit was read, as soon as someone asks."""
    global _digit
    _digit = digit
    if _drawer.open:
        _ask()


@on("toggle", "why")
def _toggle(event):
    if not _drawer.open:  # so that it never opens with the reasons of another answer
        _show(None)
    elif _digit:
        _ask()


def _ask():
    reader.explain(_digit, _show)


def _show(reasons):
    global _reasons
    _reasons = reasons if _drawer.open else None
    _draw()


def _draw():
    _near.replaceChildren()
    _steps.replaceChildren()
    if not _reasons:
        return
    neighbors = _reasons["neighbors"]
    count = say_count(len(neighbors))
    _title.textContent = say("near-title", count=count, total=say_number(_examples))
    element("near-sources").textContent = wording.sources(neighbors)
    _near.style.setProperty("--n", len(neighbors) + 1)
    yours = [each["image"] for each in _reasons["stages"] if each["name"] == "stroke"]
    for glyph in yours:  # to be compared with theirs
        item = _picture(_near, glyph)
        item.className = "yours"
        item.append(say("yours"))
    read = [_digit.get("digit")]  # none, if it was refused
    if _digit["kind"] == "unsure":
        read.append(_digit["rival"])
    strongest = max((neighbor["weight"] for neighbor in neighbors), default=1)
    for neighbor in neighbors:
        item = _picture(_near, neighbor["glyph"])
        item.className = "" if neighbor["digit"] in read else "odd"
        item.style.setProperty("--w", "{:.3f}".format(neighbor["weight"] / strongest))
        html = '<b>{}</b> <small>{}</small><span class="weight"></span>'
        html += '<span class="quiet">{}</span>'
        percent = say("percent", number=round(100 * neighbor["weight"]))
        distance = say_decimal(neighbor["distance"])
        html = html.format(neighbor["digit"], percent, distance)
        item.insertAdjacentHTML("beforeend", html)
        source = wording.source(neighbor)
        item.title = say("neighbor", digit=neighbor["digit"], source=source)
    for stage in _reasons["stages"]:
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
