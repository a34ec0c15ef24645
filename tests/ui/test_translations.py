"""Nothing that people read is left without its Spanish and German words."""

import re
import subprocess
from pathlib import Path

import pytest
from lxml import etree
from PySide6.QtCore import QCoreApplication, QTranslator

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "translations"
LANGUAGES = ("en", "es", "de")


def messages(language: str):
    tree = etree.parse(FOLDER / f"infinibay_{language}.ts")
    for context in tree.iter("context"):
        for message in context.iter("message"):
            yield context.findtext("name", ""), message


def forms(message) -> list[str]:
    translation = message.find("translation")
    found = [form.text or "" for form in translation.iter("numerusform")]
    return found or [translation.text or ""]


def test_files_are_up_to_date_with_the_program():
    done = subprocess.run(
        [ROOT / "packaging" / "translations", "--check"],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_missing(language):
    missing = [
        (context, message.findtext("source"))
        for context, message in messages(language)
        if not all(forms(message)) or message.find("translation").get("type") == "unfinished"
    ]
    assert not missing


@pytest.mark.parametrize("language", LANGUAGES)
def test_marks_for_names_and_numbers_survive(language):
    lost = [
        (context, message.findtext("source"), mark)
        for context, message in messages(language)
        for mark in _marks(message.findtext("source"))
        if not all(mark in form for form in forms(message))
    ]
    assert not lost


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_belongs_to_a_class(language):
    """A text without a context is looked up under the name of whatever widget shows it."""
    assert not [message.findtext("source") for name, message in messages(language) if not name]


@pytest.mark.parametrize(("language", "word"), [("es", "Máquinas"), ("de", "Maschinen")])
def test_compiled_files_are_loaded(qapp, language, word):
    translator = QTranslator()
    assert translator.load(f"infinibay_{language}", str(FOLDER))
    qapp.installTranslator(translator)
    try:
        assert QCoreApplication.translate("Screens", "Machines") == word
    finally:
        qapp.removeTranslator(translator)


def _marks(text: str) -> list[str]:
    """What is replaced: %1, {name}. Of numbers one form may say "one" instead."""
    return re.findall(r"%[1-9]|{[a-z_]+}", text)
