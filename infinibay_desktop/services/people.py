"""People: adding, finding, editing, deleting, and their passwords."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from uuid import uuid4

from infinibay_desktop.model.errors import ConflictError, NotFoundError, NotPermittedError
from infinibay_desktop.model.events import PersonDeleted, PersonSaved, SignInsEnded
from infinibay_desktop.model.people import (
    Person,
    PersonId,
    Role,
    checked_email,
    checked_name,
    folded,
)
from infinibay_desktop.model.sign_ins import NO_FAILURES
from infinibay_desktop.runtime.clock import Clock
from infinibay_desktop.services.acting import CurrentActor
from infinibay_desktop.services.attempts import SignInAttempts
from infinibay_desktop.services.passwords import checked_password, make_one_time_password
from infinibay_desktop.services.ports import PasswordHasher, UnitOfWork, UnitOfWorkFactory
