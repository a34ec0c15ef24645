"""What the agent's server hands out, as files by their paths."""

import hashlib
import json
from collections.abc import Mapping

from infinibay_desktop.model.guests import PROTOCOL
from infinibay_desktop.system.agent_files import INSTALLERS, PROGRAMS, AgentFiles
from infinibay_desktop.system.agent_server import Served

_TEXT = "text/plain; charset=utf-8"
_FETCH = {"linux": "fetch {name} {digest}", "windows": "    Get-AgentFile '{name}' '{digest}'"}


def make_downloads(agent: AgentFiles, url: str) -> Mapping[str, Served]:
    """All that is served below `url`, with scripts that fetch the rest from there."""
    served: dict[str, Served] = {}
    versions: dict[str, str] = {}
    for system, program in PROGRAMS.items():
        files = agent.files(system)
        if program not in files:
            continue
        versions[system] = agent.version(system)
        served[f"{system}/agent"] = Served(files[program], _TEXT)
        for name, data in files.items():
            served[f"{system}/files/{name}"] = Served(data, _TEXT)
        fetches = [_FETCH[system].format(name=n, digest=_digest(d)) for n, d in files.items()]
        script = agent.downloader(system).replace("@URL@", url)
        script = script.replace("@FETCH@", "\n".join(fetches))
        served[f"{system}/{INSTALLERS[system]}"] = Served(script.encode(), _TEXT)
    served["metadata"] = _metadata(served, versions)
    return served


def _metadata(served: Mapping[str, Served], versions: Mapping[str, str]) -> Served:
    files = {
        path: {"size": len(one.content), "sha256": _digest(one.content)}
        for path, one in sorted(served.items())
    }
    about = {"protocol": PROTOCOL, "versions": versions, "files": files}
    return Served(json.dumps(about, indent=1).encode() + b"\n", "application/json")


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
