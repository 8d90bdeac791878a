"""The recogniser at work: Pyodide in a worker, asked by page/reader.py.

Only what JSON knows crosses to the page; pictures go as PNG in data: URIs, with the ink
as their opacity, so that the page can draw them in whatever its ink is. The reasons
of an answer are asked for apart from it, as they take time and are rarely looked at.
"""

import base64
import gc
import io
import itertools
import math
import warnings

import numpy as np
from PIL import Image, ImageOps

from digitcore import ImageError, ModelError, Recognizer
from digitcore.frame import bounds
from digitcore.image import read_ink
from digitcore.number import find_segments
from digitcore.paper import find_ink

__export__ = ["about", "explain", "recognize", "recognize_picture", "warm_up"]

SHEET = 560  # side of the square that a picture's ink is laid on, in pixels
SHEET_MARGIN = 70
SURE = 0.9  # confidence from which a digit counts in a row
LOWEST = 0.5  # height of a digit in a row, in heights of the row

keys = itertools.count()
last = {}  # the digits of the last reading by their keys, to be explained

# threadpoolctl looks for something that Pyodide lacks, and warns; nothing depends on it
warnings.filterwarnings("ignore", message=".*as_object_map", category=RuntimeWarning)


def about():
    """Tell how many examples the model has, and what is wrong with it, if anything."""
    return {"examples": len(recognizer.model.examples), "problem": problem}


def warm_up():
    """Read a line, so that all is loaded that a first answer needs."""
    sheet = np.full((SHEET, SHEET), 255, np.uint8)
    sheet[100:460, 270:290] = 0
    explain(read(Image.fromarray(sheet))["key"])


def recognize(pixels, width, height):
    """Read grey pixels, a Uint8Array: 255 paper, 0 ink, row by row."""
    grey = np.frombuffer(pixels.to_bytes(), np.uint8).reshape(height, width)
    return read(Image.fromarray(grey))


def recognize_picture(data):
    """Read an encoded picture, a Uint8Array; the answer has its "ink" as well."""
    try:
        ink = read_ink(data.to_bytes())
    except ImageError as error:
        return {"error": str(error)}
    sheet = lay_out(ink)
    return read(sheet) | {"ink": data_uri(sheet)}


def explain(key):
    """Give the reasons for a digit of the last reading; {} for one of an earlier."""
    if key not in last:
        return {}
    recognition = last[key]
    return {
        "neighbors": [
            {
                "digit": neighbor.digit,
                "distance": neighbor.distance,
                "weight": neighbor.weight,
                "glyph": data_uri(neighbor.glyph),
                "source": neighbor.source,
            }
            for neighbor in recognition.neighbors
        ],
        "stages": [
            {"name": stage.name, "image": data_uri(stage.image)}
            for stage in recognition.stages
        ],
    }


def read(image):
    """Read a picture of black ink on white paper."""
    last.clear()
    reading = one_digit(recognizer.recognize(image))
    reading["digits"] = [reading.copy()]
    if reading["kind"] in ("unsure", "not-a-digit"):
        segments = find_segments(find_ink(image))
        # What hangs together is no row: do not read all that it might be cut into.
        if sum(not segment.cuts for segment in segments) > 1:
            number = recognizer.recognize_number(image)
            if is_row(number, segments):
                reading |= whole_number(number)
    return reading | {"size": image.width}


def is_row(number, segments):
    """Tell whether what is no single digit is a row of them beyond doubt.

    Letters fall apart into digits easily (H into 11, U into 11), so each digit must be
    a sure answer and of the row's size, and no stroke may have been cut for it.
    """
    if len(number) < 2:
        return False
    cut = {segment.box for segment in segments if segment.cuts}
    tops, bottoms = zip(
        *((digit.box[1], digit.box[3]) for digit in number), strict=True
    )
    least = LOWEST * (max(bottoms) - min(tops))
    return all(
        digit.kind == "answer"
        and digit.confidence >= SURE
        and digit.box[3] - digit.box[1] >= least
        and digit.box not in cut
        for digit in number
    )


def whole_number(number):
    """Give what the page shows of a row of digits."""
    return {
        "kind": "answer",
        "confidence": math.prod(digit.confidence for digit in number),
        "text": number.text,
        "digits": [one_digit(digit) for digit in number],
    }


def one_digit(recognition):
    """Give what the page shows of one digit."""
    order = recognition.probabilities.argsort()[::-1]
    key = next(keys)
    last[key] = recognition
    return {
        "key": key,
        "kind": recognition.kind,
        "digit": recognition.digit,
        "rival": int(order[1]),
        "confidence": recognition.confidence,
        "probabilities": recognition.probabilities.tolist(),
        "votes": [neighbor.digit for neighbor in recognition.neighbors],
        "text": "" if recognition.digit is None else str(recognition.digit),
        "box": list(recognition.box or ()),
    }


def lay_out(ink):
    """Black ink on white paper, cropped and centred on a square sheet."""
    if not ink.any():
        return Image.new("L", (SHEET, SHEET), "white")
    top, bottom, left, right = bounds(ink)  # without the faint shading of a photo
    image = Image.fromarray(np.round(255 * ink).astype(np.uint8))
    image = image.crop((left, top, right, bottom))
    room = SHEET - 2 * SHEET_MARGIN
    image = ImageOps.contain(image, (room, room), Image.Resampling.BOX)
    sheet = Image.new("L", (SHEET, SHEET))
    sheet.paste(image, ((SHEET - image.width) // 2, (SHEET - image.height) // 2))
    return ImageOps.invert(sheet)


def data_uri(image):
    """Encode a black and white picture as PNG, its ink as opacity."""
    ink = ImageOps.invert(image)
    black = Image.new("L", ink.size)
    png = io.BytesIO()
    Image.merge("LA", (black, ink)).save(png, "PNG", compress_level=1)
    return "data:image/png;base64," + base64.b64encode(png.getvalue()).decode()


problem = ""
try:
    recognizer = Recognizer.load()
except ModelError as error:  # the page says so, and works with the plain model
    from digitcore.tutorial import train_tutorial_model  # slow to import, rarely needed

    problem = str(error)
    recognizer = Recognizer(train_tutorial_model())

# What is loaded stays: no collection need walk through all of it, which takes longer
# than an answer.
gc.freeze()
