"""worker.py, run natively: what crosses to the page, and nothing else."""

import base64
import importlib.util
import io
import json
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageOps

ROOT = Path(__file__).parent.parent
SEVEN = [(90, 60), (190, 60), (120, 230)]
DIGIT_KEYS = {
    "key",
    "kind",
    "digit",
    "rival",
    "confidence",
    "probabilities",
    "votes",
    "text",
    "box",
}


class Uint8Array:
    """What Pyodide makes of a JavaScript array, as far as worker.py looks."""

    def __init__(self, data):
        self.data = bytes(data)

    def to_bytes(self):
        """Return the bytes, as Pyodide's proxies do."""
        return self.data


@pytest.fixture(scope="module")
def worker():
    spec = importlib.util.spec_from_file_location("worker", ROOT / "worker.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def sheet():
    return Image.new("L", (280, 280), "white")


def write_seven(sheet, dx=0, scale=1.0):
    points = [(dx + scale * x, scale * y) for x, y in SEVEN]
    ImageDraw.Draw(sheet).line(points, "black", max(2, round(16 * scale)), "curve")


def png(image):
    file = io.BytesIO()
    image.save(file, "PNG")
    return Uint8Array(file.getvalue())


def test_a_digit_comes_back_as_json(worker, sheet):
    write_seven(sheet)
    reading = worker.recognize(Uint8Array(sheet.tobytes()), 280, 280)
    assert json.loads(json.dumps(reading)) == reading
    assert reading.keys() == DIGIT_KEYS | {"digits", "size"}
    assert (reading["kind"], reading["digit"], reading["text"]) == ("answer", 7, "7")
    assert reading["rival"] != 7
    assert len(reading["votes"]) == 9
    assert reading["votes"].count(7) > 3
    assert reading["size"] == 280
    assert sum(reading["probabilities"]) == pytest.approx(1)
    assert [digit["digit"] for digit in reading["digits"]] == [7]
    left, top, right, bottom = reading["box"]
    assert 80 < left < 95 < 185 < right < 200
    assert 50 < top < 65 < 220 < bottom < 245


def test_its_reasons_are_told_when_asked_for(worker, sheet):
    write_seven(sheet)
    reading = worker.recognize(Uint8Array(sheet.tobytes()), 280, 280)
    reasons = worker.explain(reading["key"])
    assert json.loads(json.dumps(reasons)) == reasons
    assert [neighbor["digit"] for neighbor in reasons["neighbors"]] == reading["votes"]
    names = [stage["name"] for stage in reasons["stages"]]
    assert names == ["ink", "crop", "upright", "centred", "stroke", "features"]


def test_of_an_earlier_reading_no_reasons_are_told(worker, sheet):
    write_seven(sheet)
    pixels = Uint8Array(sheet.tobytes())
    earlier, later = (worker.recognize(pixels, 280, 280)["key"] for _ in range(2))
    assert worker.explain(earlier) == {}
    assert worker.explain(later) != {}


def test_pictures_have_their_ink_as_opacity(worker, sheet):
    write_seven(sheet)
    reading = worker.recognize(Uint8Array(sheet.tobytes()), 280, 280)
    reasons = worker.explain(reading["key"])
    for uri in [
        *(neighbor["glyph"] for neighbor in reasons["neighbors"]),
        *(stage["image"] for stage in reasons["stages"]),
    ]:
        header, data = uri.split(",")
        assert header == "data:image/png;base64"
        black, ink = Image.open(io.BytesIO(base64.b64decode(data))).split()
        assert black.getextrema() == (0, 0)
        assert ink.getextrema()[0] == 0 < 100 < ink.getextrema()[1]


def test_a_number_comes_back_digit_by_digit(worker, sheet):
    for dx in (0, 95, 190):
        write_seven(sheet, dx - 40, 0.6)
    reading = worker.recognize(Uint8Array(sheet.tobytes()), 280, 280)
    assert reading["text"] == "777"
    assert [digit["digit"] for digit in reading["digits"]] == [7, 7, 7]
    explained = [worker.explain(digit["key"]) for digit in reading["digits"]]
    assert [reasons["neighbors"][0]["digit"] for reasons in explained] == [7, 7, 7]
    product = np.prod([digit["confidence"] for digit in reading["digits"]])
    assert reading["confidence"] == pytest.approx(product)
    edges = [(digit["box"][0], digit["box"][2]) for digit in reading["digits"]]
    assert edges[0][1] < edges[1][0] < edges[1][1] < edges[2][0]


@pytest.mark.parametrize("lines", ["H", "N", "U"])
def test_a_letter_is_not_taken_apart_into_digits(worker, sheet, lines):
    letters = {
        "H": [[(90, 60), (90, 220)], [(190, 60), (190, 220)], [(90, 140), (190, 140)]],
        "N": [[(90, 220), (90, 60), (190, 220), (190, 60)]],
        "U": [[(90, 60), (90, 190), (140, 220), (190, 190), (190, 60)]],
    }
    for line in letters[lines]:
        ImageDraw.Draw(sheet).line(line, "black", 16, "curve")
    reading = worker.recognize(Uint8Array(sheet.tobytes()), 280, 280)
    assert len(reading["digits"]) == 1
    assert reading["kind"] != "answer"


def test_nothing_drawn_is_empty(worker, sheet):
    reading = worker.recognize(Uint8Array(sheet.tobytes()), 280, 280)
    assert (reading["kind"], reading["digit"], reading["text"]) == ("empty", None, "")


def test_a_picture_comes_back_with_its_ink_laid_out_on_a_square(worker):
    photo = Image.new("RGB", (900, 500), "#d8cfb4")
    points = [(x + 500, y + 100) for x, y in SEVEN]
    ImageDraw.Draw(photo).line(points, "#203070", 16, "curve")
    reading = worker.recognize_picture(png(photo))
    assert reading["digit"] == 7
    assert reading["size"] == worker.SHEET
    data = base64.b64decode(reading["ink"].split(",")[1])
    ink = Image.open(io.BytesIO(data)).split()[1]
    assert ink.size == (worker.SHEET, worker.SHEET)
    left, top, right, bottom = ink.getbbox()
    margin = worker.SHEET_MARGIN
    assert (top, bottom) == pytest.approx((margin, worker.SHEET - margin), abs=3)
    assert left == pytest.approx(worker.SHEET - right, abs=2)


def test_faint_shading_does_not_push_the_ink_aside(worker):
    ink = np.zeros((200, 300), np.float32)
    ink[100:180, 40:80] = 1
    ink[10, 290] = 0.1
    sheet = worker.lay_out(ink)
    room = worker.SHEET - 2 * worker.SHEET_MARGIN
    height, width = room, room // 2  # the ink is twice as high as wide
    left, top = (worker.SHEET - width) // 2, worker.SHEET_MARGIN
    found = ImageOps.invert(sheet).getbbox()
    assert found == (left, top, left + width, top + height)


def test_a_blank_picture_is_empty(worker):
    reading = worker.recognize_picture(png(Image.new("RGB", (300, 200), "white")))
    assert reading["kind"] == "empty"


def test_what_is_no_picture_is_told_in_a_sentence(worker):
    reading = worker.recognize_picture(Uint8Array(b"not a picture"))
    assert reading.keys() == {"error"}
    assert reading["error"].endswith(".")


def test_it_tells_of_its_model(worker):
    about = worker.about()
    assert about["problem"] == ""
    assert about["examples"] > 1000
