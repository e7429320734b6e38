"""What could not be shown is found and shown once: after a return, a move, a new setting, at the first command."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

import pytest

from bot.sending.results import Results
from bot.staff_groups import StaffChats
from bot.telegram.translate import Moved, ShutOut
from bot.turns.batch import Batch
from bot.turns.happening import Happening, StepContext
from bot.turns.new_ids import NewIds
from bot.turns.unseen import CARDS_AT_ONCE
from dialogs.conversation.events import Commanded, Event, Returned, Said, Sender
from dialogs.conversation.replies import Action, Offer, Receipt
from dialogs.conversation.session import Session
from dialogs.records.case import Case
from dialogs.step import step
from storage.database import Database
from storage.queue_items import Kind, Notes, Parcel
from tests.stages.alone import NOW, HandlerAlone
from tests.stages.standing import world
from tests.storage.building import a_case, outgoing

DESK, NEW_DESK, ANNA = -100, -200, 1
NORA = Sender(DESK, 201, "Nora", "sv", staff="vasa", private=False)
HER = Sender(ANNA, ANNA, "Anna", "sv")
NAMES = [f"{one}{two}WM4" for one in "CFGHJ" for two in "CFGHJ"]


@dataclass
class Town:
    """A desk and a person on a real database. `shut` are chats that refuse everything."""

    database: Database
    staff: StaffChats = field(default_factory=lambda: StaffChats({"vasa": DESK}))
    shut: set[int] = field(default_factory=set)
    now: datetime = NOW

    @property
    def context(self) -> StepContext:
        return StepContext(step, world(), lambda: self.now, "lots_bot", str, self.staff)

    def happens(self, *news: Event | ShutOut | Moved) -> list[Parcel]:
        """Let things happen in one batch; return what arrived."""
        with self.database.transaction() as work:
            _, messages = Batch(self.context, NewIds(), work, self.now).play([Happening(1, item) for item in news])
            work.outbox.add(messages)
        return self.delivered()

    def delivered(self) -> list[Parcel]:
        arrived: list[Parcel] = []
        while True:
            with self.database.transaction() as work:
                taken = work.outbox.claim(self.now + timedelta(days=1), 50)
                results = Results(
                    sent={one.seq: one.seq + 1000 for one in taken if one.chat not in self.shut},
                    refused={one.seq: "kicked" for one in taken if one.chat in self.shut},
                    shut_out={one.chat for one in taken} & self.shut,
                )
                results.write(work, NOW)
            if not taken:
                return arrived
            arrived += [one for one in taken if one.chat not in self.shut]

    def keep(self, *cases: Case) -> None:
        with self.database.transaction() as work:
            for case in cases:
                work.cases.save(case, 0)


@pytest.fixture
def town(database: Database) -> Town:
    return Town(database)


def cards(parcels: list[Parcel]) -> list[tuple[int, str]]:
    return [(one.chat, one.about) for one in parcels if one.kind is Kind.CARD]


def waiting(count: int) -> list[Case]:
    opened = [NOW - timedelta(hours=count - number) for number in range(count)]
    return [a_case(name, ANNA, opened_at=at, answer_by="2023-09-08") for name, at in zip(NAMES, opened, strict=False)]


def test_after_a_return_every_open_case_is_shown_once_the_oldest_first_and_not_all_at_once(town: Town) -> None:
    listed = waiting(CARDS_AT_ONCE + 2)
    town.keep(*listed)
    first = town.happens(Returned(NORA))
    assert cards(first) == [(DESK, case.reference) for case in listed[:CARDS_AT_ONCE]]
    assert town.happens(Said(NORA, "hej", 5)) == []
    town.now += timedelta(minutes=1)
    HandlerAlone(town.database, town.context).reminders(50)
    assert cards(town.delivered()) == [(DESK, case.reference) for case in listed[CARDS_AT_ONCE:]]
    assert cards(town.happens(Returned(NORA), Commanded(NORA, "desk", ""))) == []


def test_two_events_of_one_batch_show_a_card_once(town: Town) -> None:
    town.keep(*waiting(1))
    assert len(cards(town.happens(Returned(NORA), Commanded(NORA, "desk", "")))) == 1


def test_a_card_that_was_refused_is_shown_at_the_next_command_and_so_is_one_that_was_never_sent(town: Town) -> None:
    town.shut = {DESK}
    town.keep(*waiting(1))
    assert town.happens(Returned(NORA)) == []
    town.shut = set()
    assert cards(town.happens(Said(NORA, "hallå", 5))) == []
    assert cards(town.happens(Commanded(NORA, "desk", ""))) == [(DESK, NAMES[0])]


def test_words_that_were_refused_follow_the_card_and_the_rest_is_forgotten(town: Town) -> None:
    town.keep(*waiting(1))
    town.happens(Returned(NORA))
    town.shut = {DESK}
    with town.database.transaction() as work:
        about = {"about": NAMES[0], "notes": Notes(under_card=True)}
        work.outbox.add(
            [outgoing(DESK, "Från föreningen", **about), outgoing(DESK, "gammalt", key="reminder:x", **about)]
        )
        work.outbox.add([outgoing(DESK, "kort", about=NAMES[0], kind=Kind.CARD), outgoing(DESK, "hjälp")])
    assert town.delivered() == []
    town.shut = set()
    texts = [one.payload["text"] for one in town.happens(Returned(NORA))]
    assert (texts[0], texts[-1], len(texts)) == (
        f"Det här kunde jag inte visa om ärende {NAMES[0]}. Det kommer efter korten.",
        "Från föreningen",
        3,
    )
    assert town.happens(Returned(NORA)) == []


def test_a_group_that_became_another_chat_gets_its_cards_there(town: Town) -> None:
    town.keep(*waiting(2))
    town.happens(Returned(NORA))
    assert cards(town.happens(Moved(DESK, NEW_DESK))) == [(NEW_DESK, name) for name in NAMES[:2]]


def test_another_group_in_the_settings_gets_the_cards_at_the_start(town: Town) -> None:
    town.keep(*waiting(2))
    town.happens(Returned(NORA))
    HandlerAlone(town.database, town.context).desks()
    assert town.delivered() == []
    town.staff = StaffChats({"vasa": NEW_DESK})
    HandlerAlone(town.database, town.context).desks()
    assert cards(town.delivered()) == [(NEW_DESK, name) for name in NAMES[:2]]


def test_a_group_that_is_known_to_be_shut_is_left_alone_at_the_start(town: Town) -> None:
    town.happens(ShutOut(DESK))
    town.keep(*waiting(1))
    HandlerAlone(town.database, town.context).desks()
    assert town.delivered() == []


def test_an_answer_that_a_person_refused_comes_when_they_are_back_and_only_once(town: Town) -> None:
    town.keep(*waiting(1))
    with town.database.transaction() as work:
        work.sessions.save([Session(ANNA, ANNA, "sv", "vasa", "case", greeted=True)])
        receipt = Notes(receipt=Receipt(DESK, "Levererat", "Nådde inte", NAMES[0]))
        ordered = Notes(receipt=Receipt(ANNA, "", "Alla filer kom inte fram"))
        lost = [outgoing(ANNA, "påminnelse"), outgoing(ANNA, "en fil", notes=ordered)]
        work.outbox.add([outgoing(ANNA, "Svaret", about=NAMES[0], notes=receipt), *lost])
    town.shut = {ANNA}
    town.delivered()
    town.shut = set()
    back = [one.payload["text"] for one in town.happens(Said(HER, "hej", 9)) if one.chat == ANNA]
    told = f"Välkommen tillbaka. Kontaktpersonen har svarat i ärende {NAMES[0]} medan ni var borta."
    assert back[-2:] == [f"{told} Svaret kommer här nedanför.", "Svaret"]
    assert "Svaret" not in [one.payload["text"] for one in town.happens(Said(HER, "hej", 10))]


def test_who_comes_back_and_erases_everything_gets_no_old_answer(town: Town) -> None:
    with town.database.transaction() as work:
        session = Session(ANNA, ANNA, "sv", "vasa", "delete", greeted=True, offers=(Offer("Ja", Action("delete.yes")),))
        work.sessions.save([session])
        work.outbox.add([outgoing(ANNA, "Svaret", about=NAMES[0], notes=Notes(receipt=Receipt(DESK, "a", "b")))])
    town.shut = {ANNA}
    town.delivered()
    town.shut = set()
    assert "Svaret" not in [one.payload["text"] for one in town.happens(Said(HER, "1", 9))]
