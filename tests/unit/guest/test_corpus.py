"""Talks that a fuzzer found: each reaches something that the others do not."""

from pathlib import Path

import pytest

from tests.lab.guest_talk import hear

CORPUS = Path(__file__).parents[2] / "data" / "guest-corpus"
pytestmark = pytest.mark.expects_warnings


@pytest.mark.parametrize("talk", sorted(CORPUS.iterdir()), ids=lambda path: path.name)
def test_a_kept_talk_breaks_no_bound(talk) -> None:
    hear(talk.read_bytes())
