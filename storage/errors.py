"""What can go wrong between Lots and its database, each with a sentence that says what to do.

The exception's own text is that sentence, ready to be shown to the operator; it holds no password and nothing
that a person wrote. Which driver's error means which of these is decided in `engine/driver_errors.py`.
"""


class StorageError(Exception):
    """The database could not do what was asked."""


class TryAgain(StorageError):  # noqa: N818 - the name is the instruction
    """Another process was in the way and nothing was written; running the step again is safe."""


class LostRace(TryAgain):
    """Somebody else changed the same session or case in between; read it anew and decide again."""


class DatabaseAway(StorageError):  # noqa: N818
    """The database is out of order for now. Nothing was written; a loop waits a moment and tries again."""


class DatabaseUrlWrong(StorageError):  # noqa: N818
    """The address of the database cannot be used as it is written."""


class DatabaseLocked(StorageError):  # noqa: N818
    """Another process of Lots has this SQLite file open."""


class DatabaseUnreachable(DatabaseAway):
    """The file or the server cannot be reached, or it refuses the account."""


class DatabaseFull(DatabaseAway):
    """The disk under the database is full; nothing was written."""


class DatabaseReadOnly(DatabaseAway):
    """The database can be read but not written."""


class DatabaseDamaged(StorageError):  # noqa: N818
    """The file is not a database, or it is broken."""


class SchemaBehind(StorageError):  # noqa: N818
    """The tables are older than the program, or missing."""


class SchemaAhead(StorageError):  # noqa: N818
    """The tables or a stored value were written by a newer program."""


class WrongKey(StorageError):  # noqa: N818
    """SECRET_KEY is not the one that the stored texts were encrypted with."""


NEWER = "a newer Lots wrote it"
"""What is said of a value that this program is too old for: it is whole."""


class DamagedValue(StorageError):  # noqa: N818
    """One stored value cannot be opened, or is none of its kind. It concerns whoever needs it; all others go on.

    `table` and `key` say where it stands, `why` what is wrong with it: no word of anybody.
    """

    def __init__(self, table: str, key: object, why: str) -> None:
        self.table = table
        self.key = key
        self.why = why
        super().__init__(f"a damaged value: {table} {shown_key(key)}, {why}")


class NotDamaged(StorageError):  # noqa: N818
    """A value that was to be forgotten can be read, or is not there. Nothing was forgotten."""


class BackupRefused(StorageError):  # noqa: N818
    """A backup could not be written or restored; the database is as it was."""


def shown_key(key: object) -> str:
    """Return the key of a row as an operator reads and types it: the parts of one that has several with a slash."""
    return "/".join(map(str, key)) if isinstance(key, tuple) else str(key)
