"""What acts, their ends and their targets are called on the screen."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale

from infinibay_desktop.model.activity import Act, Outcome, Severity, TargetKind
from infinibay_desktop.ui.formats import number_text, plain_text
from infinibay_desktop.ui.marking import QT_TRANSLATE_NOOP
from infinibay_desktop.ui.state_words import Look

LONGEST_NAME = 200
CONTEXT = "Activity"
# What is not here is shown by its code.
_ACTS: dict[str, str] = {
    "machine.start": QT_TRANSLATE_NOOP("Activity", "Started"),
    "machine.resume": QT_TRANSLATE_NOOP("Activity", "Resumed"),
    "machine.pause": QT_TRANSLATE_NOOP("Activity", "Paused"),
    "machine.shut-down": QT_TRANSLATE_NOOP("Activity", "Shut down"),
    "machine.reboot": QT_TRANSLATE_NOOP("Activity", "Rebooted"),
    "machine.reset": QT_TRANSLATE_NOOP("Activity", "Reset"),
    "machine.force-off": QT_TRANSLATE_NOOP("Activity", "Forced off"),
    "machine.save": QT_TRANSLATE_NOOP("Activity", "Saved to disk"),
    "machine.restore": QT_TRANSLATE_NOOP("Activity", "Restored"),
    "machine.create": QT_TRANSLATE_NOOP("Activity", "Created"),
    "machine.delete": QT_TRANSLATE_NOOP("Activity", "Deleted"),
    "machine.rename": QT_TRANSLATE_NOOP("Activity", "Renamed"),
    "machine.set-description": QT_TRANSLATE_NOOP("Activity", "Changed the description"),
    "machine.set-size": QT_TRANSLATE_NOOP("Activity", "Changed the size"),
    "machine.set-autostart": QT_TRANSLATE_NOOP("Activity", "Changed the start with the host"),
    "machine.open-console": QT_TRANSLATE_NOOP("Activity", "Opened the console"),
    "machine.serial-console": QT_TRANSLATE_NOOP("Activity", "Opened the serial console"),
    "machine.add-channel": QT_TRANSLATE_NOOP("Activity", "Added the agent's channel"),
    "agent.install": QT_TRANSLATE_NOOP("Activity", "Delivered the agent"),
    "agent.eject": QT_TRANSLATE_NOOP("Activity", "Took the agent's CD out"),
    "agent.upgrade": QT_TRANSLATE_NOOP("Activity", "Upgraded the agent"),
    "machine.move": QT_TRANSLATE_NOOP("Activity", "Moved to a department"),
    "machine.assign": QT_TRANSLATE_NOOP("Activity", "Assigned"),
    "machine.grant": QT_TRANSLATE_NOOP("Activity", "Granted a right"),
    "machine.revoke": QT_TRANSLATE_NOOP("Activity", "Took back a right"),
    "guest.kill-process": QT_TRANSLATE_NOOP("Activity", "Ended a process inside"),
    "guest.control-service": QT_TRANSLATE_NOOP("Activity", "Changed a service inside"),
    "guest.install-package": QT_TRANSLATE_NOOP("Activity", "Installed a package inside"),
    "guest.remove-package": QT_TRANSLATE_NOOP("Activity", "Removed a package inside"),
    "guest.update-package": QT_TRANSLATE_NOOP("Activity", "Updated packages inside"),
    "guest.freeze": QT_TRANSLATE_NOOP("Activity", "Froze the file systems inside"),
    "guest.thaw": QT_TRANSLATE_NOOP("Activity", "Thawed the file systems inside"),
    "guest.set-password": QT_TRANSLATE_NOOP("Activity", "Set a user's password inside"),
    "guest.run": QT_TRANSLATE_NOOP("Activity", "Ran a program inside"),
    "guest.read-file": QT_TRANSLATE_NOOP("Activity", "Read a file inside"),
    "guest.write-file": QT_TRANSLATE_NOOP("Activity", "Wrote a file inside"),
    "department.add": QT_TRANSLATE_NOOP("Activity", "Added"),
    "department.edit": QT_TRANSLATE_NOOP("Activity", "Changed"),
    "department.remove": QT_TRANSLATE_NOOP("Activity", "Removed"),
    "department.set-member": QT_TRANSLATE_NOOP("Activity", "Set a member"),
    "department.remove-member": QT_TRANSLATE_NOOP("Activity", "Removed a member"),
    "person.add": QT_TRANSLATE_NOOP("Activity", "Added"),
    "person.edit": QT_TRANSLATE_NOOP("Activity", "Changed"),
    "person.edit-own": QT_TRANSLATE_NOOP("Activity", "Changed their own profile"),
    "person.delete": QT_TRANSLATE_NOOP("Activity", "Deleted"),
    "person.reset-password": QT_TRANSLATE_NOOP("Activity", "Reset the password"),
    "person.change-password": QT_TRANSLATE_NOOP("Activity", "Changed the password"),
    "person.remove-password": QT_TRANSLATE_NOOP("Activity", "Removed the password"),
    "person.unlock": QT_TRANSLATE_NOOP("Activity", "Unlocked"),
    "person.sign-in": QT_TRANSLATE_NOOP("Activity", "Signed in"),
    "person.sign-out": QT_TRANSLATE_NOOP("Activity", "Signed out"),
    "person.end-sign-in": QT_TRANSLATE_NOOP("Activity", "Ended a sign-in"),
    "person.sign-out-everywhere": QT_TRANSLATE_NOOP("Activity", "Signed out everywhere"),
    "host.add": QT_TRANSLATE_NOOP("Activity", "Added"),
    "host.edit": QT_TRANSLATE_NOOP("Activity", "Changed"),
    "host.remove": QT_TRANSLATE_NOOP("Activity", "Removed"),
    "host.trust": QT_TRANSLATE_NOOP("Activity", "Accepted the host's key"),
    "pool.add": QT_TRANSLATE_NOOP("Activity", "Added"),
    "blueprint.save": QT_TRANSLATE_NOOP("Activity", "Saved"),
    "blueprint.remove": QT_TRANSLATE_NOOP("Activity", "Removed"),
    "settings.change": QT_TRANSLATE_NOOP("Activity", "Changed"),
    "settings.reset": QT_TRANSLATE_NOOP("Activity", "Reset"),
    "timer.run": QT_TRANSLATE_NOOP("Activity", "Ran at once"),
    "timer.pause": QT_TRANSLATE_NOOP("Activity", "Paused"),
    "timer.resume": QT_TRANSLATE_NOOP("Activity", "Resumed"),
    "activity.export": QT_TRANSLATE_NOOP("Activity", "Exported the activity"),
    "activity.verify": QT_TRANSLATE_NOOP("Activity", "Checked the record"),
    "activity.trim": QT_TRANSLATE_NOOP("Activity", "Removed old entries"),
    "activity.lost": QT_TRANSLATE_NOOP("Activity", "Lost entries"),
}
_OUTCOMES: dict[Outcome, Look] = {
    Outcome.DONE: Look("circle-check", QT_TRANSLATE_NOOP("Activity", "Done"), "running"),
    Outcome.REFUSED: Look("shield-alert", QT_TRANSLATE_NOOP("Activity", "Refused"), "paused"),
    Outcome.FAILED: Look("circle-x", QT_TRANSLATE_NOOP("Activity", "Failed"), "danger"),
}
_SEVERITIES: dict[Severity, Look] = {
    Severity.LOW: Look("info", QT_TRANSLATE_NOOP("Activity", "Low"), "muted"),
    Severity.MEDIUM: Look("circle-alert", QT_TRANSLATE_NOOP("Activity", "Medium"), "paused"),
    Severity.HIGH: Look("triangle-alert", QT_TRANSLATE_NOOP("Activity", "High"), "danger"),
    Severity.CRITICAL: Look("circle-x", QT_TRANSLATE_NOOP("Activity", "Critical"), "danger"),
}
_TARGETS: dict[TargetKind, str] = {
    TargetKind.MACHINE: QT_TRANSLATE_NOOP("Activity", "Machine"),
    TargetKind.DEPARTMENT: QT_TRANSLATE_NOOP("Activity", "Department"),
    TargetKind.PERSON: QT_TRANSLATE_NOOP("Activity", "Person"),
    TargetKind.HOST: QT_TRANSLATE_NOOP("Activity", "Host"),
    TargetKind.BLUEPRINT: QT_TRANSLATE_NOOP("Activity", "Blueprint"),
    TargetKind.POOL: QT_TRANSLATE_NOOP("Activity", "Storage pool"),
    TargetKind.SETTINGS: QT_TRANSLATE_NOOP("Activity", "Settings"),
    TargetKind.TIMER: QT_TRANSLATE_NOOP("Activity", "Timer"),
    TargetKind.PROGRAM: QT_TRANSLATE_NOOP("Activity", "Program"),
}


def _translated(source: str) -> str:
    return QCoreApplication.translate(CONTEXT, source)


def act_words(action: str) -> str:
    """What was done; the code of an act that has no words of its own."""
    known = _ACTS.get(action)
    return _translated(known) if known else plain_text(action, LONGEST_NAME)


def acts_called(words: str) -> list[str]:
    """The codes of acts whose code or words contain `words` (casefolded)."""
    return [
        code
        for code, source in _ACTS.items()
        if words in code or words in _translated(source).casefold()
    ]


def actor_words(act: Act) -> str:
    """Who acted."""
    if act.actor_name:
        return plain_text(act.actor_name, LONGEST_NAME)
    return QCoreApplication.translate("Activity", "The program")


def target_words(act: Act) -> str:
    """On what: its kind and its name."""
    kind = _translated(_TARGETS[act.target_kind])
    name = plain_text(act.target_name or act.target_id, LONGEST_NAME)
    return f"{kind} {name}" if name else kind


def outcome_look(outcome: Outcome) -> Look:
    """How it ended."""
    look = _OUTCOMES[outcome]
    return look._replace(word=_translated(look.word))


def severity_look(severity: Severity) -> Look:
    """How bad it is."""
    look = _SEVERITIES[severity]
    return look._replace(word=_translated(look.word))


def moment_text(moment: datetime) -> str:
    """Local date and time to the second: acts of one minute are told apart."""
    shown = QDateTime.fromMSecsSinceEpoch(int(moment.timestamp() * 1000))
    date = QLocale().toString(shown.date(), QLocale.FormatType.ShortFormat)
    return f"{date} {shown.toString('HH:mm:ss')}"


def duration_text(duration_ms: int) -> str:
    """How long it took."""
    if duration_ms < 1000:
        return f"{max(0, duration_ms)} ms"
    if duration_ms < 60_000:
        return f"{number_text(duration_ms / 1000)} s"
    minutes, rest_ms = divmod(duration_ms, 60_000)
    return f"{minutes} min {rest_ms // 1000} s"
