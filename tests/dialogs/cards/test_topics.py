"""What a desk hears of topics: a case comes anew with the newest of its talk, and what cannot be had is told."""

from dialogs.conversation.events import ReminderDue, Sender
from dialogs.conversation.replies import Reply, TopicWords
from dialogs.conversation.session import Outcome, Session, Snapshot
from dialogs.records.attachment import Attachment
from dialogs.records.case import Case, CaseMessage
from dialogs.records.case_states import CaseState
from dialogs.records.reminder import Reminder
from dialogs.records.thread import NO_TOPICS, TOPIC, TOPIC_SHUT, Topics
from dialogs.step import step
from tests.stages.staff_group import CASE, NOW, OTHER
from tests.stages.standing import STAFF, world

DESK = Sender(STAFF, 0, staff="vasa", private=False)
PHOTO = Attachment("photo", "file-1")
TALK = (
    CaseMessage("association", "Vi behöver ett rum", NOW),
    CaseMessage("navigator", "Ring biblioteket först", NOW, internal=True, name="Nora"),
    CaseMessage("association", "Så här ser det ut", NOW, attachment=PHOTO),
)


def waiting(kind: str, case: str = "K7WM4", about: str = "7", more: str = "") -> Reminder:
    return Reminder(f"{kind}:{STAFF}:{case}{more}", STAFF, kind, f"topic-{case}", NOW, about=about)


def told(*reminders: Reminder, cases: tuple[Case, ...] = (CASE,), topics: Topics = Topics.ON) -> Outcome:
    snapshot = Snapshot("W9FG3", "d2", cases=cases, staff={"vasa": STAFF}, topics=topics)
    return step(Session(STAFF, 0), ReminderDue(DESK, reminders), world(), NOW, snapshot)


def test_a_card_names_the_topic_with_reference_and_state() -> None:
    [card] = told(waiting(TOPIC, about="0")).replies
    moved = "<b>K7WM4 · Byalaget</b>\nÄrendet har ett eget ämne i gruppen nu. Kortet finns där."
    assert card.topic == TopicWords("K7WM4 · ny", moved)
    closed = CASE.but(state=CaseState.CLOSED)
    [card] = told(waiting(TOPIC, about="0"), cases=(closed,)).replies
    assert card.topic is not None
    assert card.topic.title == "K7WM4 · avslutad"


def test_a_case_whose_topic_was_deleted_comes_with_the_newest_of_its_talk() -> None:
    card, history = told(waiting(TOPIC), cases=(CASE.but(messages=TALK),)).replies
    assert (card.card, card.chat, card.about) == (True, STAFF, "K7WM4")
    assert history == Reply(
        "Ämnet för ärende K7WM4 fanns inte längre. Här är ett nytt, med kortet. Det senaste som har sagts:\n"
        "fredag 1 september kl. 09.00 · föreningen: Vi behöver ett rum\n"
        "fredag 1 september kl. 09.00 · kontaktpersonen (Nora) · internt: Ring biblioteket först\n"
        "fredag 1 september kl. 09.00 · föreningen: Så här ser det ut [bild]",
        about="K7WM4",
        under_card=True,
        key=f"desk-topic:{STAFF}:K7WM4:7",
    )


def test_only_the_newest_are_shown_and_long_ones_are_cut() -> None:
    talk = tuple(CaseMessage("association", f"{number} {'ord ' * 100}", NOW) for number in range(9))
    _, history = told(waiting(TOPIC, about="0"), cases=(CASE.but(messages=talk),)).replies
    assert history.text.startswith("Ärende K7WM4 har nu ett eget ämne. Det senaste som har sagts:")
    lines = history.text.splitlines()
    assert [line.partition(": ")[2][:1] for line in lines[1:-1]] == list("345678")
    assert max(map(len, lines)) < 250
    assert lines[-1] == "Tryck på Visa allt så ser ni resten."


def test_without_talk_a_case_that_moves_is_its_card_and_one_that_was_lost_says_so() -> None:
    assert [reply.card for reply in told(waiting(TOPIC, about="0")).replies] == [True]
    _, lost = told(waiting(TOPIC)).replies
    assert lost.text == "Ämnet för ärende K7WM4 fanns inte längre. Här är ett nytt, med kortet."


def test_where_there_are_no_topics_any_more_only_the_card_comes() -> None:
    for topics in (Topics.NONE, Topics.FORBIDDEN):
        outcome = told(waiting(TOPIC), cases=(CASE.but(messages=TALK),), topics=topics)
        assert [reply.card for reply in outcome.replies] == [True]


def test_several_reminders_tell_each_thing_once_and_the_session_stays_as_it_was() -> None:
    reminders = [waiting(TOPIC, more=":1"), waiting(TOPIC, about="0", more=":2"), waiting(TOPIC, "C8RV2")]
    shut = [waiting(TOPIC_SHUT), waiting(NO_TOPICS), waiting(NO_TOPICS, more=":2")]
    outcome = told(*reminders, *shut, cases=(CASE, OTHER))
    said = [(reply.about, reply.card, reply.key.rpartition(":")[2]) for reply in outcome.replies]
    assert said == [
        ("", False, ""),
        ("", False, ""),
        ("K7WM4", True, ""),
        ("K7WM4", False, "7"),
        ("C8RV2", True, ""),
        ("C8RV2", False, "7"),
    ]
    assert outcome.session == Session(STAFF, 0)
    assert told(waiting(TOPIC), cases=()).replies == ()


def test_what_cannot_be_had_is_told_with_what_somebody_must_do() -> None:
    [shut] = told(waiting(TOPIC_SHUT)).replies
    assert shut == Reply(
        "Ämnet för ärende K7WM4 är stängt, och jag får inte öppna det. Öppna det själva, eller be en administratör. "
        "Det nya i ärendet kommer här så länge."
    )
    [none] = told(waiting(NO_TOPICS)).replies
    assert "göra mig till administratör med rätten Hantera ämnen" in none.text
