"""Write files and folders so that an interrupted build leaves the old ones whole."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sitebuild.errors import BuildError

# By these a folder is known as a built site.
OWN_FILES = ("index.html", "licences.txt")


def write_atomically(file: Path, data: bytes) -> None:
    """Write `data` to `file`: the old content stays until the new one is complete."""
    file.parent.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(dir=file.parent, prefix=f".{file.name}-")
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
        Path(temporary).replace(file)
    except BaseException:
        Path(temporary).unlink()
        raise


def check_replaceable(folder: Path) -> None:
    """Stop unless the folder is missing, empty or a site that was built before."""
    is_ours = all(Path(folder, name).is_file() for name in OWN_FILES)
    if folder.exists() and not is_ours and any(folder.iterdir()):
        raise BuildError(
            f"{folder} holds other files, which would be lost; give an empty or new "
            "folder with --output"
        )


@contextmanager
def replaced_folder(folder: Path) -> Iterator[Path]:
    """Give an empty folder that takes the place of `folder` if all goes well.

    Examples
    --------
    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as parent:
    ...     with replaced_folder(Path(parent, "dist")) as new:
    ...         _ = Path(new, "index.html").write_text("hello")
    ...     Path(parent, "dist", "index.html").read_text()
    'hello'
    """
    check_replaceable(folder)
    folder.parent.mkdir(parents=True, exist_ok=True)
    new = Path(tempfile.mkdtemp(dir=folder.parent, prefix=f".{folder.name}-"))
    old = new.with_name(new.name + "-old")
    try:
        new.chmod(0o755)  # mkdtemp's 0700 would hide the site from a web server
        yield new
        if folder.exists():
            folder.replace(old)
        new.replace(folder)
    finally:
        if old.exists() and not folder.exists():  # interrupted just between
            old.replace(folder)
        for leftover in (new, old):
            shutil.rmtree(leftover, ignore_errors=True)
