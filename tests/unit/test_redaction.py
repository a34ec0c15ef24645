"""Secrets do not get into what is written down."""

import re
import secrets

import pytest
from hypothesis import given
from hypothesis import strategies as st

from infinibay_desktop.model.redaction import (
    HIDDEN,
    MAX_FIELDS,
    bounded_text,
    is_secret_name,
    redacted_fields,
    redacted_text,
)

SECRET_NAMES = re.findall(
    r"\S+",
    "password vnc_password vncPassword PASSWORD new-password passwordHash token_hash accessToken "
    "secret clientSecret api_key apiKey private_key PrivateKey product_key licenseKey pin otp "
    "Authorization set-cookie credentials passphrase salt",
)
HARMLESS_NAMES = re.findall(
    r"\S+",
    "name ssh_key_file release_keys email key keyboard spinning tokenised compass department_id "
    "pool shipping hashtag_count vcpus memory_bytes pinned at",
)


@pytest.mark.parametrize("name", SECRET_NAMES)
def test_a_name_that_holds_a_secret_is_known(name) -> None:
    assert is_secret_name(name)
    assert redacted_fields({name: "hunter2"}) == {name: HIDDEN}


@pytest.mark.parametrize("name", HARMLESS_NAMES)
def test_a_harmless_name_is_let_through(name) -> None:
    assert not is_secret_name(name)
    assert redacted_fields({name: "hunter2"}) == {name: "hunter2"}


def test_whether_there_is_a_password_is_no_secret() -> None:
    fields = {"has_password": True, "must_change_password": "false", "password": ""}
    assert redacted_fields(fields) == {
        "has_password": "True",
        "must_change_password": "false",
        "password": "",
    }


SECRET_TEXTS = (
    "postgresql://me:S3CRET@db/x",
    "postgresql+psycopg://:S3CRET@db/x",
    'password=S3CRET and "token": "S3CRET"',
    "PGPASSWORD='S3CRET with spaces' psql",
    "vnc_password: S3CRET",
    "api-key = S3CRET",
    "Authorization: Bearer S3CRETS3CRET",
    "$argon2id$v=19$m=65536,t=3,p=4$S3CRETc2FsdA$S3CRETS3CRET",
    "$2b$12$S3CRETabcdefghijklmnopqrstuv",
    "$6$S3CRET123$S3CRETS3CRET",
    "-----BEGIN OPENSSH PRIVATE KEY-----\nS3CRET\n-----END OPENSSH PRIVATE KEY-----",
    "-----BEGIN RSA PRIVATE KEY-----\nS3CRET",
    "the token S3CRETq8Zr2Xk9Lw_4Tn7Bv-1Jc6Hd0Gf3Ms5Py8Qa was sent",
)


@pytest.mark.parametrize("text", SECRET_TEXTS)
def test_what_looks_like_a_secret_is_hidden(text) -> None:
    shown = redacted_text(text)
    assert "S3CRET" not in shown
    assert HIDDEN in shown


HARMLESS_TEXTS = (
    "The database 'postgresql://me@db/x' failed.",
    "qemu+ssh://root@far:2222/system?keyfile=/home/ana/.ssh/id_ed25519",
    "9f86d081-884c-4d65-9a2f-eaa0c55ad015",
    "Infinibay-Machine-2026-With-A-Very-Long-Name-Indeed-0123456789",
    "TestWindowsServer2025DatacenterEvaluationEdition01",
    "/var/lib/libvirt/images/Infinibay-Machine-2026-With-A-Very-Long-Name-Indeed-0123456789.qcow2",
    "hash 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
    "The password is too short.",
)


@pytest.mark.parametrize("text", HARMLESS_TEXTS)
def test_what_only_sounds_like_one_stays(text) -> None:
    assert redacted_text(text) == text


def test_this_programs_own_tokens_are_hidden() -> None:
    tokens = [secrets.token_urlsafe(32) for _ in range(500)]
    # A token may look like words by chance; nearly none does.
    assert sum(token in redacted_text(f"sent {token} on") for token in tokens) < 25


def test_a_secret_across_the_end_of_what_is_kept_is_hidden_too() -> None:
    text = "x" * 985 + " password=" + "S3CRET" * 20
    assert "S3" not in bounded_text(text, 1000)


@given(st.text(), st.integers(1, 50))
def test_every_text_becomes_one_that_each_database_takes(text, limit) -> None:
    kept = bounded_text(text, limit)
    assert len(kept) <= limit
    assert "\x00" not in kept
    kept.encode()


@given(st.dictionaries(st.text(), st.one_of(st.text(), st.none(), st.integers()), max_size=100))
def test_fields_are_bounded(fields) -> None:
    kept = redacted_fields(fields)
    assert len(kept) <= MAX_FIELDS
    assert all(len(name) <= 60 and len(value) <= 300 for name, value in kept.items())


def test_a_hostile_text_takes_no_time() -> None:
    for hostile in ("a" * 20_000, "://" * 5000, "password=" * 2000, "$2b$" * 5000, "A1a-" * 5000):
        redacted_text(hostile[:20_000])
