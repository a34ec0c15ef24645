"""Hashes of passwords: which are made, which are taken, and which passwords are not."""

import unicodedata

import bcrypt
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from infinibay_desktop.model.passwords import Weakness
from infinibay_desktop.model.people import MAX_PASSWORD, MIN_PASSWORD
from infinibay_desktop.system.passwords import Argon2PasswordHasher
from infinibay_desktop.ui.error_sentences import WEAKNESSES

CHEAP = Argon2PasswordHasher(time_cost=1, memory_kib=64, lanes=1)
REAL = Argon2PasswordHasher()


def test_hashes_cost_at_least_what_is_advised_today() -> None:
    made = REAL.hash("seven purple lamps sing")
    assert made.startswith("$argon2id$v=19$m=65536,t=3,p=4$")
    assert REAL.verify("seven purple lamps sing", made)
    assert not REAL.verify("seven purple lamps sink", made)
    assert not REAL.needs_rehash(made)


def test_each_hash_has_its_own_salt() -> None:
    assert CHEAP.hash("one") != CHEAP.hash("one")


def test_an_empty_hash_is_compared_with_at_full_cost_and_never_fits() -> None:
    assert "$m=65536,t=3,p=4$" in REAL._nobodys
    # It is read as a hash, not refused as nonsense: that would be quick.
    assert REAL._argon2.check_needs_rehash(REAL._nobodys) is False
    assert not REAL.verify("", "")


@pytest.mark.parametrize("prefix", [b"2a", b"2b"])
@pytest.mark.parametrize("password", ["password of old", "ñandú y café", "x" * 100])
def test_hashes_of_bcrypt_are_taken_and_want_to_be_replaced(prefix, password) -> None:
    old = bcrypt.hashpw(password.encode()[:72], bcrypt.gensalt(4, prefix)).decode()
    assert CHEAP.verify(password, old)
    assert not CHEAP.verify("y" + password, old)
    assert CHEAP.needs_rehash(old)


def test_hashes_at_other_costs_want_to_be_replaced() -> None:
    assert REAL.needs_rehash(CHEAP.hash("one"))
    assert CHEAP.verify("one", REAL.hash("one"))


@pytest.mark.parametrize(
    "junk", ["x", "$argon2id$", "$2b$", "$2b$10$short", "\0", "$argon2id$v=19$m=9"]
)
def test_what_is_no_hash_fits_no_password(junk) -> None:
    assert not CHEAP.verify("one", junk)
    assert CHEAP.needs_rehash(junk)


@settings(max_examples=60)
@given(st.text(st.characters(exclude_categories=[]), max_size=80))
def test_any_text_can_be_a_password_in_either_spelling_of_accents(password) -> None:
    made = CHEAP.hash(password)
    assert CHEAP.verify(password, made)
    assert CHEAP.verify(unicodedata.normalize("NFD", password), made)
    assert not CHEAP.verify(password + "x", made)


@pytest.mark.parametrize(
    "password",
    [
        "password1234",
        "P@ssw0rd2026",
        "iloveyou1234",
        "aaaaaaaaaaaa",
        "abcdefghijkl",
        "qwertyuiop12",
        "123456789012",
        "ana@example.org",
        "anaMeyer2026",
        "a" * 1000,
    ],
)
def test_what_is_guessed_first_is_refused_with_a_reason(password) -> None:
    why = CHEAP.weakness(password, "ana@example.org", "ana", "Meyer")
    assert why in list(Weakness)
    assert password not in why


@pytest.mark.parametrize(
    "password",
    ["seven purple lamps sing", "korrekt pferd batterie", "жёлтый кот на крыше", "k7mq2-x9fhr-aa2"],
)
def test_what_is_hard_to_guess_is_taken(password) -> None:
    assert CHEAP.weakness(password, "ana@example.org", "Ana") == ""


def test_every_reason_can_be_shown_in_every_language() -> None:
    assert {str(one): str(one) for one in Weakness} == WEAKNESSES
    assert f"at least {MIN_PASSWORD} " in Weakness.SHORT
    assert f"at most {MAX_PASSWORD:,} " in Weakness.LONG


@settings(max_examples=40)
@given(st.text(st.characters(exclude_categories=[]), max_size=200), st.text(max_size=200))
def test_any_text_can_be_weighed(password, word) -> None:
    assert isinstance(CHEAP.weakness(password, word), str)
