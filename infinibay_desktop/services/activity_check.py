"""Follows the record's chain from its beginning to its end."""

from infinibay_desktop.model.activity import ChainPoint, ChainReport, ChainTrouble, RecordEnds
from infinibay_desktop.services.ports import UnitOfWorkFactory

# Short transactions: other programs write in between.
_AT_ONCE = 2000


def check_record(units: UnitOfWorkFactory, noted: ChainPoint | None = None) -> ChainReport:
    """What is wrong with the record, if anything, up to where it ends now.

    Retention may cut while this goes on: then it begins again after the cut.
    """
    ends, noted_hash = _look(units, noted)
    if noted and noted.sequence > ends.begin.sequence and noted_hash != noted.hash:
        return _report(ends, 0, ChainTrouble.NOT_AS_NOTED, noted.sequence)
    if odd := _odd_ends(ends):
        return _report(ends, 0, *odd)
    checked, at = 0, ends.begin
    while at.sequence < ends.end.sequence:
        with units() as unit:
            begin = unit.activity.ends().begin
            at = begin if begin.sequence > at.sequence else at
            part = unit.activity.check(at, min(_AT_ONCE, ends.end.sequence - at.sequence))
        checked, at = checked + part.checked, part.holds_to
        if part.trouble or not part.checked:
            trouble = part.trouble or ChainTrouble.MISSING
            return _report(ends, checked, trouble, at.sequence + 1)
    edited = ends.end.sequence == at.sequence and at.hash != ends.end.hash
    return _report(ends, checked, *((ChainTrouble.EDITED, at.sequence) if edited else (None, None)))


def _look(units: UnitOfWorkFactory, noted: ChainPoint | None) -> tuple[RecordEnds, bytes | None]:
    with units() as unit:
        return unit.activity.ends(), unit.activity.hash_at(noted.sequence) if noted else None


def _odd_ends(ends: RecordEnds) -> tuple[ChainTrouble, int] | None:
    """What the first and last entries alone show."""
    if ends.last > ends.end.sequence:
        return ChainTrouble.ADDED, ends.end.sequence + 1
    if ends.last and ends.first <= ends.begin.sequence:
        return ChainTrouble.ADDED, ends.first
    return None


def _report(
    ends: RecordEnds, checked: int, trouble: ChainTrouble | None, broken_at: int | None
) -> ChainReport:
    return ChainReport(
        checked=checked, begin=ends.begin, end=ends.end, trouble=trouble, broken_at=broken_at
    )
