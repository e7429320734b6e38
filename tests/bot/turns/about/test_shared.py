"""A batch finds what several people have for each of them, also what an earlier event of the same batch has changed."""

from bot.turns.about.shared import earlier_answers, invited_to, languages_of, sharings_of
from bot.turns.loaded import Loaded, Wanted, load
from dialogs.conversation.events import Commanded, Sender
from dialogs.conversation.replies import Action, Offer
from dialogs.conversation.session import Invited, Session
from dialogs.records.proposal import Answer
from dialogs.records.together.change import Change
from dialogs.records.together.sharing import Invitation, Participant, Role, Sharing, hashed
from storage.database import Database
from tests.storage.building import NOW, a_proposal

DRAFT = a_proposal("p1")
PEOPLE = (Participant(1, "Anna", Role.OWNER, NOW), Participant(2, "Bo", Role.VIEW, NOW))
SHARED = Sharing("p1", PEOPLE, (Invitation(hashed("token"), Role.EDIT, NOW),), version=1)
CHANGE = Change("p1", "FP03", Answer("given", "Kaffe"), 1, NOW)


def town(database: Database) -> None:
    with database.transaction() as work:
        work.proposals.save([DRAFT])
        work.sharings.save(SHARED, 0)
        work.answer_changes.add([CHANGE])


def start(argument: str, *, private: bool = True) -> Commanded:
    return Commanded(Sender(3, 3, private=private), "start", argument)


def test_each_who_takes_part_finds_the_draft_and_nobody_else(database: Database) -> None:
    town(database)
    with database.transaction() as work:
        loaded = load(work, Wanted(((2, 2), (3, 3)), {}))
    assert {chat: list(loaded.proposals[chat]) for chat in (2, 3)} == {2: ["p1"], 3: []}
    assert (sharings_of(loaded, 2), sharings_of(loaded, 3)) == ({"p1": SHARED}, {})


def test_a_link_leads_to_its_draft_alone_in_a_private_chat(database: Database) -> None:
    town(database)
    with database.transaction() as work:
        found = [
            invited_to(work, Loaded(), event)
            for event in (
                start("invitation-token"),
                start("invitation-other"),
                start("vasa"),
                start("invitation-token", private=False),
            )
        ]
    assert found == [Invited(DRAFT, SHARED), None, None, None]


def test_what_the_batch_has_changed_is_what_a_link_leads_to(database: Database) -> None:
    town(database)
    later = SHARED.next(invitations=())
    loaded = Loaded()
    loaded.shared(DRAFT, later)
    with database.transaction() as work:
        assert invited_to(work, loaded, start("invitation-token")) == Invited(DRAFT, later)


def test_everybodys_language_comes_along() -> None:
    sessions = {1: Session(1, 1, "sv")}
    known = languages_of({"p1": SHARED}, None, lambda chat: sessions.get(chat, Session(chat, chat)))
    assert known == {1: "sv", 2: ""}


def test_earlier_answers_are_read_where_somebody_may_ask_for_them(database: Database) -> None:
    town(database)
    loaded = Loaded(sharings={"p1": SHARED})
    looking = Session(1, 1, place="together.earlier", proposal="p1")
    button = (Offer("Vem har ändrat vad", Action("together.history")),)
    with database.transaction() as work:
        found = [
            earlier_answers(work, loaded, session)
            for session in (looking, looking.but(place="together", offers=button), looking.but(place="together"))
        ]
        assert earlier_answers(work, Loaded(), looking) == ()
    assert found == [(CHANGE,), (CHANGE,), ()]
