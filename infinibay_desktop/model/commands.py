"""Commands within sentences of advice."""

import re

# The program's own name begins sentences too: as a command it follows a colon.
_COMMAND = re.compile(
    r"((?:\b(?:sudo|virsh|journalctl)|(?<=: )infinibay) (?:'[^'\n]*'|[^'\n])+?)"
    r"(?=[,;](?:\s|$)|\.(?:\s|$)|$)",
    re.MULTILINE,
)
_LONGEST = 4096


def commands_in(advice: str) -> list[str]:
    """The commands that `advice` names, in order, each ready for a terminal."""
    return _COMMAND.findall(advice[:_LONGEST])
