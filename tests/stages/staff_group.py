"""A staff group with two cases, in which Nora writes an answer: what the tests of the group share."""

from dialogs.conversation.events import Chose, Commanded, Edited, Said, Sender, Unreadable
from dialogs.conversation.replies import Action, Offer
from dialogs.conversation.session import AnswerDraft, Outcome, Post, Session, Snapshot, Standing
from dialogs.records.attachment import Attachment
from dialogs.records.case import Case
from dialogs.records.need import Need
from dialogs.records.staff.desk import Desk
from dialogs.step import step
from tests.stages.in_memory import at
from tests.stages.standing import STAFF, world

NOW = at("2023-09-01T06:00")
CASE = Case("K7WM4", "vasa", 101, "sv", "Byalaget", Need("Vi vill ses"), (), answer_by="2023-09-08", version=1)
OTHER = CASE.but(reference="C8RV2", title="Kören")
NORA = Sender(STAFF, 201, "Nora", "sv", staff="vasa", private=False)
HIDDEN = Sender(STAFF, STAFF, "Personal", staff="vasa", private=False, nameless=True)
SESSION = Session(STAFF, 201, "sv", "vasa", "desk.write", case="K7WM4", drafts={"K7WM4": AnswerDraft("d1")})
DESK = Desk("vasa").knowing(201, "Nora").but(version=1)
CARD = Post("K7WM4", (Offer("Ta ärendet", Action("desk.claim", "K7WM4")),))
PHOTO = Attachment("photo", "file-1")


def taken(
    event: Chose | Commanded | Edited | Said | Unreadable,
    session: Session = SESSION,
    case: Case = CASE,
    post: Post | None = None,
    standing: Standing = Standing.MEMBER,
) -> Outcome:
    """What an event in the group comes to."""
    snapshot = Snapshot(
        "W9FG3",
        "d2",
        cases=(CASE, OTHER),
        case=case,
        post=post,
        staff={"vasa": STAFF},
        standing=standing,
        desks={"vasa": DESK},
    )
    return step(session, event, world(), NOW, snapshot)
