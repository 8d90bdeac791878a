"""What the page says about the pad: the answer, large, and how sure it is.

`data-view` of the document says which kind of thing is shown; `data-kind`,
`data-digit` and `data-confidence` of the output say what was read.
"""

from page import boxes, votes, why, wording
from page.announcer import announce
from page.dom import element, root
from page.messages import on_language, say
from page.numerals import numeral, question

_output = element("answer")
_reading = None
_chosen = 0  # which digit of a number is explained
_words = None  # gives headline and detail, in the language of the moment
_written = ""  # what the numerals show: they write themselves only when it changes

text = ""  # the answer as text, "" if there is none


def expect():
    """Note that what is shown does not belong to the pad any more."""
    _output.setAttribute("aria-busy", "true")


def is_expected():
    """Tell whether the answer to what is on the pad is still to come."""
    return _output.getAttribute("aria-busy") == "true"


def show(reading, anew=False):
    """Show what was read.

    Parameters
    ----------
    reading : dict
        As worker.py gives it.
    anew : bool
        Write the numerals again even if they are the same.
    """
    global _reading, _chosen, text
    _reading = reading
    digits = reading["digits"]
    sure = [digit["confidence"] for digit in digits]
    _chosen = sure.index(min(sure)) if len(digits) > 1 else 0
    if anew:
        _write("", "")
    _begin(reading["kind"])
    _output.dataset.confidence = "{:.4f}".format(reading["confidence"])
    if reading["kind"] == "not-a-digit":
        _write("mute", question())
        _put("refused", lambda: (say("refused"), say("refused-detail")))
        _explain(reading, ())
    else:
        text = _output.dataset.digit = reading["text"]
        element("copy").hidden = reading["kind"] == "unsure"
        if len(digits) > 1:
            _show_number(digits)
        elif reading["kind"] == "unsure":
            _show_pair(reading["digit"], reading["rival"])
        else:
            _show_digit(reading["digit"])
    announce_shown()


def show_words(view, headline, detail, kind=None):
    """Show two messages, by their keys, instead of an answer."""
    _begin(kind)
    _write("mute", question() if view == "unread" else "")
    _put(view, lambda: (say(headline) if headline else "", say(detail)))


def show_drawing(view, picture, headline, detail):
    """Show a drawing of our own with words beside it: how loading goes."""
    _arrange(view)
    _write("mute" if view == "error" else "", picture)
    _fill(headline, detail)


def announce_shown():
    """Have what is shown spoken."""
    said = element("headline").textContent + ". " + element("detail").textContent
    announce(text + ". " + said if text else said)


def _begin(kind):
    global text
    text = ""
    boxes.hide()
    element("copy").hidden = True
    for name in ("data-kind", "data-digit", "data-confidence"):
        _output.removeAttribute(name)
    if kind:
        _output.dataset.kind = kind


def _show_digit(digit):
    _write("", numeral(digit), str(digit))
    _put("answer", lambda: (wording.confidence(_reading), wording.agreement(_reading)))
    _explain(_reading, (digit,))


def _show_pair(first, second):
    def words():
        between = "<i>" + say("or-word") + "</i>"
        name = say("or", first=first, second=second)
        _write("pair", numeral(first) + between + numeral(second), name)
        headline = say("unsure", first=first, second=second)
        return headline, wording.disagreement(_reading)

    _put("unsure", words)
    _explain(_reading, (first, second))


def _show_number(digits):
    element("glyphs").style.setProperty("--n", str(len(digits)))
    _write("many", "".join(numeral(digit["digit"]) for digit in digits), text)
    _put("number", _number_words)
    boxes.show(digits, _reading["size"], _chosen, _choose)
    _explain(digits[_chosen], (digits[_chosen]["digit"],))


def _number_words():
    digits = _reading["digits"]
    return wording.confidence(_reading), wording.choice(digits, _chosen)


def _choose(index):
    global _chosen
    _chosen = index
    digit = _reading["digits"][index]
    boxes.mark(index)
    _explain(digit, (digit["digit"],))
    _speak()
    announce(element("detail").textContent)


def _explain(digit, winners):
    votes.show(digit["probabilities"], winners)
    why.show(digit)


def _write(layout, picture, name=""):
    global _written
    element("glyphs").className = "glyphs " + layout
    if name:
        element("glyphs").setAttribute("role", "img")
        element("glyphs").setAttribute("aria-label", name)
    else:
        element("glyphs").removeAttribute("role")
        element("glyphs").removeAttribute("aria-label")
    if picture != _written:
        element("glyphs").innerHTML = _written = picture


def _put(view, words):
    global _words
    _arrange(view)
    _words = words
    _speak()
    _output.setAttribute("aria-busy", "false")


def _arrange(view):
    """Lay the answer out for another view, in new elements: then nothing moves."""
    if root.dataset.view != view:
        root.dataset.view = view
        for name in ("glyphs", "words"):
            old = element(name)
            old.replaceWith(old.cloneNode(True))


def _fill(headline, detail):
    element("headline").textContent = headline
    element("detail").textContent = detail


def _speak():
    if _words:
        _fill(*_words())


on_language(_speak)
