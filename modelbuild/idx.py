"""IDX, the file format of MNIST: a header of sizes, then bytes."""

import gzip
import math
import zlib
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from modelbuild.errors import BuildError

UNSIGNED_BYTE = 8
GZIP_MAGIC = b"\x1f\x8b"


def read_idx(path: Path, n_dimensions: int) -> NDArray[np.uint8]:
    """Read an IDX file of unsigned bytes, gzipped or not.

    Parameters
    ----------
    path : Path
    n_dimensions : int
        What the file must hold: 3 for pictures, 1 for labels.

    Returns
    -------
    uint8 array of n_dimensions dimensions

    Raises
    ------
    BuildError
        If the file is damaged, cut off, or holds something else.

    References
    ----------
    http://yann.lecun.com/exdb/mnist/, "File formats for the MNIST database".
    """
    data = _unpacked(path)
    header = 4 + 4 * n_dimensions
    if len(data) < header:
        raise BuildError(f"{path} is cut off: it has only {len(data)} bytes.")
    if data[:3] != bytes([0, 0, UNSIGNED_BYTE]):
        raise BuildError(f"{path} is no IDX file of bytes. Get it once more.")
    if data[3] != n_dimensions:
        raise BuildError(
            f"{path} has {data[3]} dimensions, but {n_dimensions} are wanted: "
            "pictures have 3, labels 1. Are the files mixed up?"
        )
    shape = tuple(np.frombuffer(data[4:header], ">u4").tolist())
    if len(data) != header + math.prod(shape):
        raise BuildError(
            f"{path} should have {math.prod(shape)} bytes after its header for "
            f"{' x '.join(map(str, shape))}, but has {len(data) - header}."
        )
    return np.frombuffer(data[header:], np.uint8).reshape(shape)


def _unpacked(path: Path) -> bytes:
    try:
        data = path.read_bytes()
        return gzip.decompress(data) if data.startswith(GZIP_MAGIC) else data
    except (EOFError, zlib.error, gzip.BadGzipFile) as error:
        raise BuildError(f"{path} is damaged ({error}). Get it once more.") from error
    except OSError as error:
        raise BuildError(f"{path} can't be read: {error.strerror}.") from error
