"""What the record of acts says of departments."""

from dataclasses import asdict

from infinibay_desktop.model.departments import Department
from infinibay_desktop.services.acts import changed, differing


def facts_of(department: Department) -> dict[str, object]:
    """What the record says of a department."""
    facts = asdict(department)
    quota = facts.pop("quota")
    facts |= {f"quota_{name}": value for name, value in quota.items()}
    for hidden in ("id", "version", "created_at"):
        del facts[hidden]
    return {name: value for name, value in facts.items() if value not in ("", None)}


def note_difference(before: Department, after: Department) -> None:
    """Say to the record what an edit changed."""
    old, new = differing(facts_of(before), facts_of(after))
    changed(target_name=after.name, before=old, after=new)
