"""An ordinary user without any rights, who exists in the lab only."""

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.lab import processes

ROOT = Path(__file__).parents[2]
PATH = "/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin"


@dataclass(frozen=True)
class OrdinaryUser:
    """Runs programs as that user; `python` runs this repository's code for it."""

    uid: int
    home: Path
    runtime: Path
    python: Path
    repository: Path
    name: str = "ordinary"

    def command(self, words: Sequence[str]) -> list[str]:
        """Return what root runs so that the user runs `words`."""
        return [
            "setpriv", f"--reuid={self.uid}", f"--regid={self.uid}", "--clear-groups",
            "--no-new-privs", "--", *words,
        ]  # fmt: skip

    def environment(self, **more: str) -> dict[str, str]:
        return {
            "PATH": PATH,
            "HOME": str(self.home),
            "USER": self.name,
            "LOGNAME": self.name,
            "LANG": "C.UTF-8",
            "XDG_RUNTIME_DIR": str(self.runtime),
            "PYTHONPATH": str(self.repository),
            "PYTHONDONTWRITEBYTECODE": "1",
        } | more

    def run(
        self, words: Sequence[str], *, timeout_s: float = 120.0, **environment: str
    ) -> "subprocess.CompletedProcess[str]":
        """Run a command as the user, in its home; the caller judges its status."""
        return subprocess.run(
            self.command(words),
            env=self.environment(**environment),
            cwd=self.home,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            errors="replace",
            timeout=timeout_s,
            check=False,
        )

    def virsh(self, *words: str) -> str:
        """Ask the user's own libvirt, which starts when it is first asked."""
        done = self.run(["virsh", "-q", "-c", "qemu:///session", *words])
        assert done.returncode == 0, done.stderr
        return done.stdout

    def forget(self) -> None:
        """End all that the user runs, libvirtd and guests too, and empty its folders."""
        while running := processes.of_user(self.uid):
            processes.end(*running)
        for folder in (self.home, self.runtime):
            for item in folder.iterdir():
                if item.name == ".cache":
                    continue  # what libvirt learnt about QEMU takes seconds to learn
                shutil.rmtree(item) if item.is_dir() else item.unlink()


def make_ordinary_user(lab: Path, uid: int) -> OrdinaryUser:
    """Show this repository and its Python to a user who may not enter their folders."""
    repository = _shown(ROOT, lab / "repository")
    prefix = Path(sys.prefix)
    if prefix.is_relative_to(ROOT):
        prefix = repository / prefix.relative_to(ROOT)
    else:
        prefix = _shown(prefix, lab / "python")
    user = OrdinaryUser(
        uid=uid,
        home=lab / "home",
        runtime=Path(f"/run/user/{uid}"),
        python=prefix / "bin" / "python",
        repository=repository,
    )
    tried = user.run([str(user.python), "-c", "pass"])
    assert tried.returncode == 0, f"an ordinary user cannot run this Python: {tried.stderr}"
    return user


def _shown(folder: Path, at: Path) -> Path:
    if not os.path.ismount(at):
        at.mkdir(exist_ok=True)
        subprocess.run(["mount", "--bind", str(folder), str(at)], check=True)
    return at
