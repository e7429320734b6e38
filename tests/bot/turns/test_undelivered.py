"""What a desk is shown of messages that did not arrive: whose they are, their words, and why."""

from bot.staff_groups import StaffChats
from bot.turns.undelivered import again, asked_for
from dialogs.conversation.events import Chose, Commanded, Event, Said, Sender
from dialogs.conversation.replies import Action, Offer
from dialogs.conversation.session import Post, Session, Undelivered
from storage.database import Database
from tests.storage.building import NOW, a_case, outgoing

DESK, OFFICE = -5, -7
CASE = a_case("K7WM4")
STAFF = StaffChats({CASE.municipality: DESK}, {CASE.municipality: {"welfare": OFFICE}})
NORA = Sender(DESK, 201, "Nora", staff=CASE.municipality, private=False)
SESSION = Session(DESK, 201)
SEND = Offer("Skicka 1 igen", Action("undelivered.send", "K7WM4 1"))
WAITING = (
    Undelivered(1, "K7WM4", "Kom & se", shut_out=True, reason="Forbidden: bot was blocked by the user", at=NOW),
    Undelivered(2, "K7WM4", "", "welfare", doubtful=True, reason="cut", at=NOW, file=True),
)


def fill(database: Database) -> None:
    """One answer that was refused, and one file to an office of which nobody knows."""
    with database.transaction() as work:
        work.cases.save(CASE, 0)
        work.outbox.add([outgoing(1, "<b>Kom</b> &amp; se", about="K7WM4")])
        work.outbox.claim(NOW, 1)
        work.outbox.refuse(1, WAITING[0].reason)
    with database.transaction() as work:
        work.outbox.add([outgoing(OFFICE, method="sendDocument", payload={"chat_id": OFFICE}, about="K7WM4")])
        work.outbox.claim(NOW, 1)
        work.outbox.ambiguous(2, "cut")


def asked(database: Database, event: Event, post: Post | None = None) -> tuple[Undelivered, ...]:
    with database.transaction() as work:
        return asked_for(work, STAFF, event, SESSION, post)


def test_a_desk_sees_them_when_it_asks_or_presses_and_nobody_else_does(database: Database) -> None:
    fill(database)
    assert asked(database, Commanded(NORA, "undelivered", "")) == WAITING
    assert asked(database, Said(NORA, "olevererat", 1)) == WAITING
    post = Post("", (SEND,))
    assert asked(database, Chose(NORA, 0, 0, 5, pushed=True), post) == WAITING
    assert asked(database, Said(NORA.but(reply_to=5), "skicka 1 igen", 6), post) == WAITING
    assert asked(database, Commanded(NORA, "desk", "")) == ()
    assert asked(database, Commanded(NORA.but(staff=""), "undelivered", "")) == ()


def test_one_is_sent_again_as_it_was_and_only_once(database: Database) -> None:
    fill(database)
    with database.transaction() as work:
        [message] = again(work, 1)
        assert message == outgoing(1, "<b>Kom</b> &amp; se", about="K7WM4")
        assert again(work, 1) == []
