"""Read digits from image files: `python -m digitcore FILE…`."""

import argparse
import json
import sys
from typing import Any

from digitcore.image import ImageError
from digitcore.recognition import Number, Recognition
from digitcore.recognizer import Recognizer
from digitcore.store import ModelError


def main(arguments: list[str] | None = None) -> int:
    """Read every file and print what it says.

    Parameters
    ----------
    arguments : list of str, optional
        By default those of the command line.

    Returns
    -------
    int
        The exit status: 0, or 2 if something can't be read.
    """
    options = _parser().parse_args(arguments)
    try:
        recognizer = Recognizer.load(options.model)
    except ModelError as error:
        return _fail(str(error))
    status = 0
    for file in options.files:
        try:
            image = sys.stdin.buffer.read() if file == "-" else file
            if options.number:
                number = recognizer.recognize_number(image)
                line = (
                    json.dumps(_number_data(file, number))
                    if options.json
                    else (number.text or "empty")
                )
            else:
                digit = recognizer.recognize(image)
                line = json.dumps(_data(digit, file)) if options.json else _words(digit)
        except ImageError as error:
            status = _fail(f"{file}: {error}" if file == "-" else str(error))
            continue
        if len(options.files) > 1 and not options.json:
            line = f"{file}: {line}"
        sys.stdout.write(f"{line}\n")
    return status


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m digitcore",
        description="Read handwritten digits from pictures.",
        epilog="Exit status: 0, or 2 if something can't be read.",
    )
    parser.add_argument(
        "files",
        nargs="+",
        metavar="FILE",
        help="a picture (PNG, JPEG, WebP, GIF, BMP, TIFF); - reads standard input",
    )
    parser.add_argument("--number", action="store_true", help="read a row of digits")
    parser.add_argument(
        "--json", action="store_true", help="print one JSON object a file, with reasons"
    )
    parser.add_argument(
        "--model", metavar="FOLDER", help="the model to use (default: model/)"
    )
    return parser


def _words(recognition: Recognition) -> str:
    percent = f"{100 * recognition.confidence:.0f} %"
    match recognition.kind:
        case "answer":
            return f"{recognition.digit} ({percent})"
        case "unsure":
            return f"{recognition.digit}? (not sure: {percent})"
        case kind:
            return kind


def _data(recognition: Recognition, file: str | None = None) -> dict[str, Any]:
    data: dict[str, Any] = {} if file is None else {"file": file}
    return data | {
        "kind": recognition.kind,
        "digit": recognition.digit,
        "confidence": round(recognition.confidence, 6),
        "probabilities": [round(float(p), 6) for p in recognition.probabilities],
        "neighbors": [
            {
                "digit": neighbor.digit,
                "distance": round(neighbor.distance, 6),
                "weight": round(neighbor.weight, 6),
                "source": neighbor.source,
            }
            for neighbor in recognition.neighbors
        ],
        "box": recognition.box,
    }


def _number_data(file: str, number: Number) -> dict[str, Any]:
    return {
        "file": file,
        "text": number.text,
        "digits": [_data(digit) for digit in number.digits],
    }


def _fail(message: str) -> int:
    sys.stderr.write(f"digitcore: {message}\n")
    return 2


if __name__ == "__main__":
    sys.exit(main())
