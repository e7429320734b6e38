"""Who takes part in a proposal and as what, who is invited, what they said of it, and who nodded. Times are in UTC.

A person is known by the chat with Lots alone, whose number is theirs.
"""

from datetime import datetime
from enum import StrEnum
from hashlib import sha256

from dialogs.records.value import Value

GONE = -1
"""In place of a chat, none of which has this number: of somebody who takes part no more."""


class Role(StrEnum):
    """What somebody may do with a proposal; each of them may also do what those before it may."""

    VIEW = "view"
    COMMENT = "comment"
    EDIT = "edit"
    OWNER = "owner"


ROLES = tuple(Role)
INVITED_AS = (Role.VIEW, Role.COMMENT, Role.EDIT)


class Participant(Value, frozen=True):
    """Somebody who takes part: their chat, the name that Telegram shows, what they may do, and since when."""

    chat: int
    name: str
    role: Role
    since: datetime


class Invitation(Value, frozen=True):
    """A link that lets one person in, by the hash of its token: the token itself is kept nowhere."""

    hash: str
    role: Role
    expires: datetime


class Comment(Value, frozen=True):
    """What somebody said of the answer to a field."""

    chat: int
    field: str
    text: str
    at: datetime


class Nod(Value, frozen=True):
    """A yes that the owner asked for before the proposal is sent.

    `of` is the fingerprint of the answers as they were when they were nodded at, or when the nod was asked for.
    """

    chat: int
    asked_at: datetime
    at: datetime | None = None
    of: str = ""


class Sharing(Value, frozen=True):
    """A proposal as several people have it: the owner and all others, the open invitations, comments and nods.

    `heir` is whom the owner has asked to take over, 0 for nobody.
    """

    proposal: str
    people: tuple[Participant, ...] = ()
    invitations: tuple[Invitation, ...] = ()
    comments: tuple[Comment, ...] = ()
    nods: tuple[Nod, ...] = ()
    heir: int = 0
    version: int = 0

    def of(self, chat: int) -> Participant | None:
        """Return how somebody takes part, None if they do not."""
        return next((person for person in self.people if person.chat == chat), None)

    @property
    def others(self) -> tuple[Participant, ...]:
        """Everybody but the owner."""
        return tuple(person for person in self.people if person.role is not Role.OWNER)

    def invited(self, hashed: str, now: datetime) -> Invitation | None:
        """Return the invitation of a token that can still be used, by the hash of the token."""
        return next((one for one in self.invitations if one.hash == hashed and one.expires > now), None)

    def without(self, chat: int) -> "Sharing":
        """The same without somebody, what they said and whether they nodded."""
        return self.but(
            people=tuple(person for person in self.people if person.chat != chat),
            comments=tuple(comment for comment in self.comments if comment.chat != chat),
            nods=tuple(nod for nod in self.nods if nod.chat != chat),
            heir=0 if self.heir == chat else self.heir,
        )

    def next(self, **changes: object) -> "Sharing":
        """The same with some changes, as its next version."""
        return self.but(**changes, version=self.version + 1)


def hashed(token: str) -> str:
    """Return what is kept of a token: it opens nothing, and no token can be found from it."""
    return sha256(token.encode()).hexdigest()
