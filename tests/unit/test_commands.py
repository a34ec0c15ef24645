"""Commands are taken out of advice whole, in whatever language it is."""

import pytest

from infinibay_desktop.model.commands import commands_in
from infinibay_desktop.model.problems import Distribution, Family, Problem
from infinibay_desktop.services.remedies import remedy_for


@pytest.mark.parametrize(
    ("problem", "family", "commands"),
    [
        (
            Problem.LIBVIRT_MISSING,
            Family.FEDORA,
            [
                "sudo dnf install libvirt-daemon-kvm libvirt-client",
                "sudo systemctl enable --now virtqemud.socket",
            ],
        ),
        (Problem.LIBVIRT_DENIED, Family.DEBIAN, ["sudo usermod -aG libvirt $USER"]),
        (
            Problem.NETWORK_INACTIVE,
            Family.ARCH,
            [
                "virsh -c qemu:///system net-start default",
                "virsh -c qemu:///system net-autostart default",
            ],
        ),
        (Problem.KVM_MISSING, Family.DEBIAN, []),
    ],
)
def test_commands_are_taken_out_of_a_remedy_whole(problem, family, commands) -> None:
    remedy = remedy_for(problem, Distribution(family=family, name="x"))
    assert commands_in(remedy) == commands


@pytest.mark.parametrize(
    ("advice", "commands"),
    [
        ("sudo usermod -aG kvm $USER, then sign in again", ["sudo usermod -aG kvm $USER"]),
        (
            "Si el host se ha reinstalado: infinibay host trust 'a, b. c' --replace-key. Si no…",
            ["infinibay host trust 'a, b. c' --replace-key"],
        ),
        (
            "Installieren: sudo dnf install a; oder starten: sudo systemctl start b",
            ["sudo dnf install a", "sudo systemctl start b"],
        ),
        (
            "Make one there: virsh pool-define-as default dir, then virsh pool-start default.",
            ["virsh pool-define-as default dir", "virsh pool-start default"],
        ),
        ("infinibay host list shows the hosts; infinibay host add adds one.", []),
        ("Check the user name (ssh-add); and so on.", []),
        ("Set it: infinibay host edit 'half", []),
    ],
)
def test_a_command_ends_where_the_sentence_goes_on(advice, commands) -> None:
    assert commands_in(advice) == commands
