"""`infinibay permissions`: who may do what, as the services check it."""

import click

from infinibay_desktop.cli.options import command_options
from infinibay_desktop.cli.output import print_json, print_line, print_table
from infinibay_desktop.cli.session import Session
from infinibay_desktop.model.people import Role
from infinibay_desktop.model.rights import (
    DEPARTMENT_ADMINISTRATOR,
    GRANTABLE,
    MATRIX,
    Permission,
    Scope,
)

_WORDS = {
    Scope.NONE: "-",
    Scope.OWN: "own",
    Scope.DEPARTMENT: "department",
    Scope.ANY: "all",
}


@click.command()
@click.option("--table", is_flag=True, help="Only the table, without the words below it.")
@command_options
def permissions(session: Session, *, table: bool) -> None:
    """Show which role may do what, and how far that reaches.

    A department's administrators may do more with what is the department's, and rights on
    single machines can be granted to people.
    """
    if session.as_json:
        print_json([_view(permission) for permission in Permission])
        return
    print_table(
        ["PERMISSION", *(str(role).upper() for role in Role), "DEPT ADMIN", "GRANT"],
        [_row(permission) for permission in Permission],
    )
    if not table:
        print_line("")
        print_line("own: what is theirs; department: what is their departments'; all: everything.")
        print_line("DEPT ADMIN: a department's administrator, within the department.")
        print_line("GRANT: can be granted to a person on one machine.")


def _row(permission: Permission) -> list[str]:
    scopes = [_WORDS[MATRIX[permission][role]] for role in Role]
    by_department = "department" if permission in DEPARTMENT_ADMINISTRATOR else "-"
    return [str(permission), *scopes, by_department, "yes" if permission in GRANTABLE else "-"]


def _view(permission: Permission) -> dict[str, object]:
    return {
        "permission": str(permission),
        **{str(role): _WORDS[MATRIX[permission][role]] for role in Role},
        "department_administrator": permission in DEPARTMENT_ADMINISTRATOR,
        "grantable": permission in GRANTABLE,
    }
