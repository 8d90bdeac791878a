"""The third-party files of the runtime, each pinned to one SHA-256 digest."""

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path

from sitebuild.errors import BuildError

PINS_FILE = Path(__file__).with_name("pins.json")
WHEELS = "wheels"


@dataclass(frozen=True)
class Pin:
    """One third-party file.

    Parameters
    ----------
    package : str
        Name of the npm package the file is published in, or ``"wheels"``.
    version : str
        Version of that package; of Pyodide for a wheel.
    path : str
        The file's path inside the package.
    sha256 : str
        Digest of its content, in hexadecimal.
    size : int
        Length of its content in bytes.
    """

    package: str
    version: str
    path: str
    sha256: str
    size: int

    @property
    def name(self) -> str:
        """The name of the file without its folders."""
        return self.path.rsplit("/", 1)[-1]

    @property
    def relative_path(self) -> Path:
        """Where the file lies in the cache."""
        return Path(f"{self.package}@{self.version}", self.path)

    def check(self, data: bytes, origin: str) -> None:
        """Stop the build unless `data` is the pinned content.

        Raises
        ------
        BuildError
            If the digest differs; the message names the file and its origin.

        Examples
        --------
        >>> pin = Pin("demo", "1.0", "a.txt", "0" * 64, 5)
        >>> pin.check(b"hello", "a test")
        Traceback (most recent call last):
        ...
        sitebuild.errors.BuildError: a.txt from a test is not the file that was \
pinned: its SHA-256 is 2cf24dba5fb0a30e… instead of 0000000000000000…
        """
        found = hashlib.sha256(data).hexdigest()
        if found != self.sha256:
            raise BuildError(
                f"{self.path} from {origin} is not the file that was pinned: its "
                f"SHA-256 is {found[:16]}… instead of {self.sha256[:16]}…"
            )


def read_pins(file: Path = PINS_FILE) -> list[Pin]:
    """Return every pinned file, in the order of the table.

    Examples
    --------
    >>> next(pin.version for pin in read_pins() if pin.package == "pyodide")
    '314.0.3'
    """
    table = json.loads(file.read_text(encoding="utf-8"))
    packages = {**table["npm"], WHEELS: table[WHEELS]}
    return [
        Pin(package, content["version"], path, entry["sha256"], entry["size"])
        for package, content in packages.items()
        for path, entry in content["files"].items()
    ]
