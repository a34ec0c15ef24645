"""Why a password is not taken."""

from enum import StrEnum


class Weakness(StrEnum):
    """What is wrong with a password, in a sentence that can be shown."""

    SHORT = "A password has at least 12 characters."
    LONG = "A password has at most 1,024 characters."
    PERSONAL = "The password is too close to the person's name or address."
    COMMON = "The password is built from one of the most common passwords."
    PATTERN = "The password is made of repeated, consecutive or neighbouring characters."
    EASY = "The password is too easy to guess."
    SAME = "The new password is the present one."
