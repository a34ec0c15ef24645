"""People: the list, their dialogs, one's own profile and password."""
