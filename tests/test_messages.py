"""The page speaks three languages, each whole."""

import json
import re
import string
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
FILES = sorted((ROOT / "web" / "messages").glob("*.json"))
MESSAGES = {path.stem: json.loads(path.read_text("utf-8")) for path in FILES}


def places(message):
    return sorted({name for _, name, _, _ in string.Formatter().parse(message) if name})


def test_the_languages_are_those_of_the_page():
    page = (ROOT / "index.html").read_text("utf-8")
    offered = re.findall(r'<option value="(\w+)"', page)
    assert sorted(offered) == sorted(MESSAGES) == ["de", "en", "fr"]


@pytest.mark.parametrize("language", ["de", "fr"])
def test_every_message_is_translated_with_the_same_places(language):
    english = MESSAGES["en"]
    translated = MESSAGES[language]
    assert translated.keys() == english.keys()
    for key, message in english.items():
        if isinstance(message, str):
            assert places(translated[key]) == places(message), key
            assert bool(translated[key]) == bool(message), key
        else:
            assert len(translated[key]) == len(message), key


def test_the_page_asks_for_no_message_that_is_missing_and_leaves_none_unused():
    page = (ROOT / "index.html").read_text("utf-8")
    scripts = [ROOT / "main.py", *sorted((ROOT / "page").glob("*.py"))]
    code = page + "".join(path.read_text("utf-8") for path in scripts)
    asked = set(re.findall(r'data-(?:say|label)="([\w-]+)"', page))
    asked |= set(re.findall(r'\bsay\(\s*"([\w-]+)"\s*[,)]', code))
    assert asked <= MESSAGES["en"].keys()
    prefixes = {f"{prefix}-" for prefix in ("failure", "loading", "pen", "stage")}
    for key in MESSAGES["en"]:
        prefixed = any(key.startswith(prefix) for prefix in prefixes)
        assert prefixed or f'"{key}"' in code, f"{key} is never said"


def test_the_page_has_a_name_for_whatever_a_model_may_have_learnt_from():
    code = [*ROOT.glob("digitcore/*.py"), *ROOT.glob("modelbuild/*.py")]
    declared = re.compile(r'^SOURCE = (".*")$', re.MULTILINE)
    found = [name for path in code for name in declared.findall(path.read_text())]
    assert len(found) == 4
    wording = (ROOT / "page" / "wording.py").read_text("utf-8")
    assert all(f'{name}: "source-' in wording for name in found)


def test_the_markup_shows_english_until_python_is_up():
    page = (ROOT / "index.html").read_text("utf-8")
    for key, text in re.findall(r'data-say="([\w-]+)"[^>]*>([^<]+)<', page):
        assert text == MESSAGES["en"][key], key
    for label, key in re.findall(r'aria-label="([^"]+)" data-label="([\w-]+)"', page):
        assert label == MESSAGES["en"][key], key
