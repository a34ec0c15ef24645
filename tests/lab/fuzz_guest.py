"""Throw bytes at a guest's session, led by what they reach: `fuzz_guest [SECONDS] [KEPT_FOLDER]`.

Needs `pip install atheris`; it does not belong to the locked set, for it is large and for Linux
only. Starts from `tests/data/guest-corpus`, which the suite replays (test_corpus.py). What it
finds beside is left in KEPT_FOLDER; `fuzz_guest merge KEPT_FOLDER` takes over into the corpus what
reaches more of the code. A failure leaves its bytes in the folder where it runs, and its path is
told.

Bytes are one guest's whole talk. `@ID@` in it stands for the id of a request that waits.
"""

import logging
import sys
from pathlib import Path
from tempfile import mkdtemp

try:
    import atheris
except ImportError:
    print("fuzz_guest: pip install atheris", file=sys.stderr)
    sys.exit(77)

with atheris.instrument_imports(include=["infinibay_desktop.guest", "infinibay_desktop.model"]):
    from tests.lab import guest_talk

DATA = Path(__file__).parents[1] / "data"
CORPUS, WORDS = DATA / "guest-corpus", DATA / "guest-words.dict"


def main() -> None:
    logging.disable(logging.CRITICAL)
    words = sys.argv[1:] or ["60"]
    if any(word.startswith("-") for word in words):  # the fuzzer calls itself to merge
        options = words
    elif words[0] == "merge":
        options = ["-merge=1", str(CORPUS), words[1]]
    else:
        kept = words[1] if len(words) > 1 else mkdtemp(prefix="guest-talks-")
        options = [f"-dict={WORDS}", f"-max_len={guest_talk.MAX_TALK}", "-timeout=5"]
        options += [f"-max_total_time={words[0]}", "-print_final_stats=1", kept, str(CORPUS)]
    atheris.Setup([f"{sys.executable} -m tests.lab.fuzz_guest", *options], guest_talk.hear)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
