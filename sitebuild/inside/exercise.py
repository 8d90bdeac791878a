"""Do everything that Digitpad can ever do, so that what it needs can be seen."""

import importlib
import io
import pickle
import runpy

PICTURE_FORMATS = {
    "BMP": "RGB",
    "GIF": "P",
    "JPEG": "L",
    "PNG": "RGBA",
    "TIFF": "RGB",
    "WEBP": "RGBA",
}


class Bytes(bytes):
    """Stands for the Uint8Array that the page hands to the worker."""

    def to_bytes(self):
        """Return the bytes, as Pyodide's proxy does."""
        return bytes(self)


def exercise(examples):
    """Run the worker, the examples of all docstrings, and scikit-learn's own paths.

    Parameters
    ----------
    examples : list of tuple
        Each docstring's module, and its statements.
    """
    import_and_answer()
    for module, statements in examples:
        run_example(module, statements)
    read_pictures()
    use_estimators()


def import_and_answer():
    """Do what the page asks of the worker; return the worker's names."""
    worker = runpy.run_path("worker.py")
    blank = Bytes(b"\xff" * 280 * 280)
    stroke = bytearray(blank)
    for row in range(60, 220):
        stroke[280 * row + 132 : 280 * row + 148] = bytes(16)
    worker["recognize"](blank, 280, 280)
    reading = worker["recognize"](Bytes(stroke), 280, 280)
    worker["explain"](reading["key"])
    return worker


def run_example(module, statements):
    """Run one docstring's statements, each answer shown as at the prompt."""
    names = dict(vars(importlib.import_module(module)))
    for statement in statements:
        code = compile(statement, "<example>", "single")
        exec(code, names)  # noqa: S102 - our own docstrings


def read_pictures():
    """Read a picture in every format, upright and turned, good and broken."""
    from PIL import Image, ImageDraw

    worker = import_and_answer()
    for name, mode in PICTURE_FORMATS.items():
        picture = Image.new("RGB", (90, 120), "white")
        ImageDraw.Draw(picture).line([(40, 20), (50, 100)], "navy", 9)
        picture = picture.convert(mode)
        exif = Image.Exif()
        exif[0x0112] = 6  # turned by 90 degrees
        file = io.BytesIO()
        picture.save(file, name, **({"exif": exif} if name in ("JPEG", "PNG") else {}))
        worker["recognize_picture"](Bytes(file.getvalue()))
        worker["recognize_picture"](Bytes(file.getvalue()[:90]))
    worker["recognize_picture"](Bytes(b"no picture at all"))


def use_estimators():
    """Show, copy, pickle, refit and query the estimators as Digitpad makes them."""
    import numpy as np
    from sklearn.base import clone
    from sklearn.datasets import load_digits
    from sklearn.neighbors import KNeighborsClassifier

    from digitcore import Recognizer
    from digitcore.tutorial import train_tutorial_model

    pipeline = Recognizer.load().model.pipeline
    pipelines = [pipeline, train_tutorial_model().pipeline]
    for estimator in (*pipelines, *pipeline):
        repr(estimator)
        estimator._repr_html_()
        clone(estimator)
        pickle.loads(pickle.dumps(estimator))  # noqa: S301 - just made
    digits = load_digits()
    n_inputs = pipeline[0].n_features_in_
    inputs = np.resize(digits.data / 16, (300, n_inputs)).astype(np.float32)
    clone(pipeline).fit(inputs, digits.target[:300]).predict_proba(inputs[:5])
    for dtype in (np.float32, np.float64):
        X, y = digits.data[:300].astype(dtype), digits.target[:300]
        for metric in ("euclidean", "minkowski", "manhattan"):
            for weights in ("uniform", "distance"):
                knn = KNeighborsClassifier(5, algorithm="brute", metric=metric)
                knn.set_params(weights=weights).fit(X, y)
                knn.predict(X[:9])
                knn.predict_proba(X[:9])
                knn.kneighbors(X[:9])
