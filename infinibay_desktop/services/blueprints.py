"""Named sizes that machines are made in."""

from collections.abc import Sequence
from dataclasses import asdict

from infinibay_desktop.model.blueprints import Blueprint, check_blueprint
from infinibay_desktop.model.errors import NotFoundError
from infinibay_desktop.model.events import BlueprintsChanged
from infinibay_desktop.model.rights import Permission
from infinibay_desktop.services.acts import changed, differing
from infinibay_desktop.services.declarations import needs
from infinibay_desktop.services.ports import UnitOfWorkFactory


class BlueprintService:
    """Keeping blueprints."""

    def __init__(self, units: UnitOfWorkFactory) -> None:
        self._units = units

    @needs(Permission.BLUEPRINT_VIEW, or_somewhere=Permission.MACHINE_CREATE)
    def all(self) -> Sequence[Blueprint]:
        """All blueprints, smallest first."""
        with self._units() as unit:
            return sorted(unit.blueprints.all(), key=lambda b: (b.memory_bytes, b.name))

    @needs(Permission.BLUEPRINT_VIEW, or_somewhere=Permission.MACHINE_CREATE)
    def find(self, name: str) -> Blueprint:
        """The blueprint of that name. Raises NotFoundError."""
        with self._units() as unit:
            if found := unit.blueprints.find(name):
                return found
        raise NotFoundError(f"There is no blueprint '{name[:100]}'.")

    @needs(Permission.BLUEPRINT_MANAGE, name="blueprint.name", act="blueprint.save")
    def save(self, blueprint: Blueprint) -> None:
        """Keep a blueprint, in place of an equally named one."""
        check_blueprint(blueprint)
        with self._units() as unit:
            replaced = unit.blueprints.find(blueprint.name)
            unit.blueprints.save(blueprint)
            unit.tell(BlueprintsChanged())
            unit.commit()
        before, after = differing(_facts_of(replaced), _facts_of(blueprint))
        changed(before=before, after=after)

    @needs(Permission.BLUEPRINT_MANAGE, name="name", act="blueprint.remove")
    def remove(self, name: str) -> None:
        """Forget a blueprint; machines made from it stay."""
        removed = self.find(name)
        with self._units() as unit:
            unit.blueprints.remove(name)
            unit.tell(BlueprintsChanged())
            unit.commit()
        changed(before=_facts_of(removed))


def _facts_of(blueprint: Blueprint | None) -> dict[str, object]:
    """What the record says of a blueprint."""
    if blueprint is None:
        return {}
    facts = asdict(blueprint)
    del facts["name"]
    return {name: value for name, value in facts.items() if value != ""}
