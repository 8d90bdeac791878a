"""Third-party text is changed where it is known, or not at all."""

import pytest

from sitebuild import patches
from sitebuild.errors import BuildError
from sitebuild.patches import apply_patches


@pytest.fixture(autouse=True)
def one_patch(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let there be a single patch, which must match twice."""
    monkeypatch.setattr(patches, "PATCHES", {"demo.js": [("old", "new", 2)]})


def test_a_patch_is_applied_everywhere() -> None:
    assert apply_patches("demo.js", "old, old") == "new, new"


@pytest.mark.parametrize("text", ["", "old", "old old old"])
def test_another_count_stops_the_build(text: str) -> None:
    with pytest.raises(BuildError, match=r"expected 2 x 'old', found [013]"):
        apply_patches("demo.js", text)


def test_modules_without_use_are_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(patches, "PATCHES", {patches.CORE: []})
    monkeypatch.setattr(patches, "UNUSED_MODULES", ("web",))
    core = r'{"ffi.py":"import js","web.py":"say = \"hello\"\n","workers.py":""}'
    assert apply_patches(patches.CORE, core) == '{"ffi.py":"import js","workers.py":""}'
    with pytest.raises(BuildError, match=r"expected 1 x .*web.*, found 0"):
        apply_patches(patches.CORE, "{}")
