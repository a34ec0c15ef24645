"""Reading all machines of a host anew, beside what virsh needs for it."""

from tests.bench.bed import VIRSH, bare_libvirt, define_machines, running_core
from tests.bench.measuring import Table, alternate, command, timed

MACHINES = 1000
ROUNDS = 60


def main() -> None:
    table = Table("refresh", f"{MACHINES} shut-off machines, over the socket")
    with bare_libvirt() as connection:
        define_machines(connection, MACHINES)
    with bare_libvirt() as connection, running_core() as bed:
        found = alternate(
            {
                "ours": timed(lambda: bed.work(lambda: bed.core.connections.refresh(bed.host.id))),
                "virsh": timed(command(*VIRSH, "domstats")),
                "python": timed(connection.getAllDomainStats),
                "list": timed(connection.listAllDomains),
            },
            ROUNDS,
        )
        assert len(bed.core.inventory.snapshot()) == MACHINES
    ours = found["ours"]
    table.compare("refresh : virsh domstats, a process", ours, found["virsh"], at_most=1.3)
    table.compare("refresh : getAllDomainStats, warm Python", ours, found["python"])
    table.compare("refresh : listAllDomains alone, the floor", ours, found["list"])
    table.end()


if __name__ == "__main__":
    main()
