"""Any picture can be opened, or says why not."""

import base64
import io
import struct
import zlib
from pathlib import Path
from urllib.parse import quote_from_bytes

import numpy as np
import pytest
from drawing import draw_digit
from PIL import Image

from digitcore.image import LARGEST_SIDE, ImageError, open_picture, read_ink

SEVEN = draw_digit(7)


def encoded(picture: Image.Image, kind: str = "PNG", **options: object) -> bytes:
    file = io.BytesIO()
    picture.save(file, kind, **options)
    return file.getvalue()


PNG = encoded(SEVEN)
GREY = np.asarray(SEVEN.convert("L"))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "seven.png"
    path.write_bytes(PNG)
    return path


def test_every_way_to_give_a_picture_gives_the_same_ink(path: Path) -> None:
    expected = (255 - GREY.astype(np.float32)) / 255
    ways = {
        "pillow": SEVEN,
        "path": path,
        "text": str(path),
        "bytes": PNG,
        "base64": "data:image/png;base64," + base64.b64encode(PNG).decode(),
        "wrapped": "DATA:image/png;BASE64," + base64.encodebytes(PNG).decode(),
        "percent": "data:image/png," + quote_from_bytes(PNG),
        "grey": GREY,
        "colours": np.asarray(SEVEN.convert("RGBA")),
    }
    for name, image in ways.items():
        ink = read_ink(image)
        assert ink.dtype == np.float32, name
        np.testing.assert_allclose(ink, expected, atol=1e-6, err_msg=name)


@pytest.mark.parametrize(
    "mode", ["1", "L", "LA", "P", "RGBA", "CMYK", "I;16", "I", "F"]
)
def test_every_mode_gives_the_same_shape(mode: str) -> None:
    if mode == "I;16":
        picture = Image.fromarray(GREY.astype(np.uint16) * 257)
    else:
        picture = SEVEN.convert("L" if mode in "IF" else "RGB").convert(mode)
    # Palettes and single bits are dithered at the edges.
    assert ((read_ink(picture) > 0.5) != (GREY < 128)).mean() < 0.005


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP", "GIF", "BMP", "TIFF"])
def test_every_format_gives_the_same_shape(kind: str) -> None:
    ink = read_ink(encoded(SEVEN, kind))
    assert ((ink > 0.5) != (GREY < 128)).mean() < 0.002


@pytest.mark.parametrize(
    ("orientation", "stored"),
    [
        (3, Image.Transpose.ROTATE_180),
        (6, Image.Transpose.ROTATE_90),
        (8, Image.Transpose.ROTATE_270),
        (2, Image.Transpose.FLIP_LEFT_RIGHT),
    ],
)
def test_photos_are_turned_upright(orientation: int, stored: int) -> None:
    exif = Image.Exif()
    exif[0x0112] = orientation
    photo = SEVEN.resize((280, 400)).transpose(stored)
    ink = read_ink(encoded(photo, "JPEG", exif=exif, quality=95))
    upright = np.asarray(SEVEN.resize((280, 400)).convert("L")) < 128
    assert ink.shape == (400, 280)
    assert ((ink > 0.5) != upright).mean() < 0.002


def test_large_pictures_are_reduced_and_tell_their_scale() -> None:
    picture, scale = open_picture(Image.new("L", (4000, 3000), "white"))
    assert picture.size == (1000, 750)
    assert scale == 4
    jpeg = encoded(Image.new("RGB", (4032, 3024), "white"), "JPEG")
    picture, scale = open_picture(jpeg)
    assert picture.size == (1008, 756)
    assert scale == 4
    assert max(picture.size) <= LARGEST_SIDE


def test_pictures_given_are_left_as_they_are() -> None:
    before = SEVEN.copy()
    read_ink(SEVEN)
    assert before == SEVEN


def png_header(width: int, height: int) -> bytes:
    """A picture that claims a size and holds nothing."""

    def chunk(name: bytes, data: bytes) -> bytes:
        checksum = struct.pack(">I", zlib.crc32(name + data))
        return struct.pack(">I", len(data)) + name + data + checksum

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", b"")


@pytest.mark.parametrize(
    ("image", "message"),
    [
        (b"", "no picture that is known"),
        (b"hello", "PNG, JPEG, WebP, GIF, BMP or TIFF"),
        (b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n", "files are not read"),
        (PNG[: len(PNG) // 2], "damaged or cut off"),
        (encoded(SEVEN, "JPEG")[:2000], "damaged or cut off"),
        (encoded(SEVEN, "GIF")[:300], "damaged or cut off"),
        (encoded(SEVEN, "WEBP")[:300], "no picture|damaged or cut off"),
        (png_header(9_000, 9_000), "more than 80 million pixels"),
        (png_header(60_000, 60_000), "more than 80 million pixels"),
        ("data:image/png;base64,###", "data: URI is damaged"),
        ("data:image/png;base64", "has no data"),
        ("data:text/plain,hello", "no picture that is known"),
        ("missing.png", r"missing\.png can't be opened: No such file"),
        ("nul\0.png", "can't be opened: embedded null byte"),
        (".", r"\. can't be opened: Is a directory"),
        (np.zeros((0, 5), np.uint8), "no pixels"),
        (np.zeros((5, 5), np.float32), "give a uint8 array"),
        (np.zeros((5, 5, 3), np.uint8), "give a uint8 array"),
        (np.zeros(5, np.uint8), "give a uint8 array"),
        (Image.new("L", (0, 5)), "no pixels"),
    ],
)
def test_what_cannot_be_read_says_why(image: object, message: str) -> None:
    with pytest.raises(ImageError, match=message):
        read_ink(image)  # type: ignore[arg-type]


def test_an_unreadable_file_is_named(tmp_path: Path) -> None:
    path = tmp_path / "letter.txt"
    path.write_text("Dear Sir or Madam")
    with pytest.raises(ImageError, match=r"letter\.txt: This is no picture"):
        read_ink(path)


def test_image_errors_are_value_errors() -> None:
    assert issubclass(ImageError, ValueError)


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP", "GIF", "BMP", "TIFF", "PPM"])
def test_damaged_files_raise_nothing_but_image_errors(kind: str) -> None:
    data = encoded(SEVEN.resize((60, 60)), kind)
    random = np.random.default_rng(0)
    refused = 0
    for _ in range(60):
        damaged = bytearray(data[: random.integers(1, len(data))])
        damaged[random.integers(len(damaged))] = random.integers(256)
        try:
            read_ink(bytes(damaged))
        except ImageError:
            refused += 1
    assert refused > 0


def test_pixels_that_are_no_numbers_are_refused() -> None:
    with pytest.raises(ImageError, match="no numbers"):
        read_ink(Image.fromarray(np.full((9, 9), np.nan, np.float32)))


def test_faint_noise_of_16_bits_is_empty() -> None:
    noise = np.random.default_rng(0).integers(60_000, 60_060, (200, 200))
    assert not read_ink(Image.fromarray(noise.astype(np.uint16))).any()
