"""What the person says of the sending is kept as said, asked for where it decides, and can be taken back (V8, V17)."""

from datetime import datetime

import pytest

from dialogs.conversation.session import Session
from dialogs.conversation.statements import Sending, sending
from dialogs.records.proposal import Answer, Proposal
from knowledge.language import Language
from knowledge.municipality.pack import Pack
from tests.knowledge.answers.fields import value
from tests.stages.in_memory import Stage
from tests.stages.outage import CHAT, Outage, a_town, an_outage, here, last, press, say

VASA = a_town("vasa", "2023-09-15T15:45", "2023-09-19T16:30")
FRIDAY = "2023-09-15T15:46"


def whole(town: Pack) -> dict[str, Answer]:
    """An answer to every question."""
    examples = {field.id: value(field.id, field.example[Language.SV]) for field in town.asked[""]}
    return {key: Answer("given", "ord", example) for key, example in examples.items()} | {
        "FP01": Answer("given", "Onsdagsköket", "Onsdagsköket")
    }


def a_chat(now: str, *, gaps: bool = False, drafts: int = 1, place: str = "welcome.back") -> Outage:
    """A chat with finished drafts, begun on 1 September, at an instant of Vasa's clock."""
    stage = an_outage("2023-09-01T06:00", VASA)
    for number in range(1, drafts + 1):
        name = f"p{number}"
        stage.draft(name, "vasa", documents_at=stage.now)
        stage.keep(stage.proposals[name].but(answers={} if gaps else whole(VASA)))
    stage.sessions[CHAT, CHAT] = Session(
        CHAT, CHAT, "sv", "vasa", place, proposal="p1", greeted=True, language_chosen=True
    )
    move(stage, now)
    return stage


def move(stage: Stage, to: str) -> None:
    """Let time pass; whatever falls due on the way comes on its minute."""
    stage.move_clock(here(VASA, to))


def state(stage: Stage, name: str = "p1") -> Sending:
    return sending(stage.proposals[name], VASA.rounds[0])


def planned(stage: Stage) -> set[str]:
    return {item.kind for item in stage.reminders.values()}


@pytest.mark.parametrize("now", [FRIDAY, "2023-09-17T12:00", "2023-09-18T10:00"])
def test_after_the_deadline_one_question_decides_and_yes_opens_receipt_and_pitch(now: str) -> None:
    stage = a_chat(now)
    asked = say(stage, "Vi har skickat båda")
    assert "gick ut fredag 15 september kl. 15.45 (Vasatid)." in asked
    assert "Skickade ni båda dokumenten till registratorn senast kl. 15.45?" in asked
    assert state(stage) is Sending.NOT_SENT
    answer = press(stage, "Ja, i tid")
    assert "tisdag 19 september från kl. 16.30 (Vasatid)" in answer
    assert "Har registratorn bekräftat?" in answer
    assert (state(stage), stage.proposals["p1"].sent_at) == (Sending.SENT, here(VASA, now))
    expected = {"pitch-1wd", "pitch-day", "decision-10wd"} - ({"pitch-1wd"} if now > "2023-09-18T09" else set())
    assert expected <= planned(stage)
    assert ("receipt-1wd" in planned(stage)) is (now < "2023-09-18T09")


def test_no_after_the_deadline_says_why_there_is_no_pitch_and_leaves_a_way_back() -> None:
    stage = a_chat(FRIDAY)
    say(stage, "Vi har skickat båda")
    answer = say(stage, "nej")
    assert "Pitchen är för dem som skickade båda dokumenten senast fredag 15 september kl. 15.45" in answer
    assert (state(stage), planned(stage)) == (Sending.MISSED, set())
    press(stage, "Vi skickade i tid")
    assert state(stage) is Sending.SENT


def test_before_the_deadline_it_is_asked_first_when_answers_or_documents_are_missing() -> None:
    stage = a_chat("2023-09-02T09:00", gaps=True)
    stage.keep(stage.proposals["p1"].but(documents_at=None))
    asked = say(stage, "vi har skickat båda")
    assert 'Har ni själva skickat båda dokumenten för "Utan namn" till registratorn?' in asked
    assert "Jag har inte gjort några dokument åt er än. 31 svar saknas." in asked
    assert state(stage) is Sending.NOT_SENT
    assert "Sparat, inte skickat." in say(stage, "nej")
    say(stage, "vi har skickat båda")
    say(stage, "ja")
    assert state(stage) is Sending.SENT


@pytest.mark.parametrize("back", ["Nej, vi tryckte fel, vi har inte skickat", "vi har inte skickat än", "[button]"])
def test_it_can_be_taken_back_in_words_and_by_a_button_and_the_reminders_are_planned_again(back: str) -> None:
    stage = a_chat("2023-09-10T12:00")
    ahead = planned(stage)
    press_both = say(stage, "vi har skickat båda")
    assert "Tack." in press_both
    assert "draft-day" not in planned(stage)
    answer = press(stage, "Vi har inte skickat") if back == "[button]" else say(stage, back)
    assert "Då räknas förslaget som inte skickat" in answer
    assert "Sparat, inte skickat." in answer
    assert (state(stage), planned(stage)) == (Sending.NOT_SENT, ahead)


def test_the_question_of_the_next_working_day_comes_to_everyone_with_a_draft_who_has_not_said() -> None:
    stage = a_chat("2023-09-18T08:59", drafts=3)
    stage.keep(stage.proposals["p2"].but(sent_at=here(VASA, "2023-09-15T12:00"), receipt_at=stage.now))
    stage.keep(stage.proposals["p3"].but(unsent_at=here(VASA, "2023-09-15T16:00")))
    move(stage, "2023-09-18T09:00")
    assert 'Tiden för "Onsdagsköket" gick ut fredag 15 september kl. 15.45 (Vasatid).' in last(stage)
    asked = [offer.label for offer in stage.chats[CHAT][-1].offers if offer.action.verb.startswith("sent.")]
    assert asked == ["Ja, i tid: Onsdagsköket", "Nej, inte i tid: Onsdagsköket"]
    say(stage, "ja")
    assert [state(stage, name) for name in ("p1", "p2", "p3")] == [Sending.SENT, Sending.SENT, Sending.MISSED]


def test_not_yet_leaves_yes_usable_later_and_in_words() -> None:
    stage = a_chat("2023-09-15T12:00")
    say(stage, "vi har skickat båda")
    assert "Ring eller mejla registratorn" in say(stage, "inte än")
    assert "Ja, bekräftelsen har kommit" in [offer.label for offer in stage.chats[CHAT][-1].offers]
    move(stage, "2023-09-18T09:00")
    assert last(stage).startswith('Har registratorn bekräftat att "Onsdagsköket" har kommit in?')
    say(stage, "nej, inget kvitto har kommit")
    assert stage.proposals["p1"].receipt_at is None
    move(stage, "2023-09-18T13:00")
    say(stage, "nu har kvittot kommit")
    assert stage.proposals["p1"].receipt_at == here(VASA, "2023-09-18T13:00")


def test_a_bare_yes_right_after_the_reminder_answers_it() -> None:
    stage = a_chat("2023-09-15T12:00")
    say(stage, "vi har skickat båda")
    move(stage, "2023-09-18T09:00")
    say(stage, "ja")
    assert stage.proposals["p1"].receipt_at == here(VASA, "2023-09-18T09:00")


def test_with_several_drafts_it_is_asked_which_is_meant() -> None:
    stage = a_chat(FRIDAY, drafts=2)
    stage.sessions[CHAT, CHAT] = stage.sessions[CHAT, CHAT].but(proposal="", place="start")
    assert "Vilket förslag gäller det?" in say(stage, "vi skickade båda i tid")
    say(stage, "2")
    assert [state(stage, name) for name in ("p1", "p2")] == [Sending.NOT_SENT, Sending.SENT]


def test_who_sends_after_the_day_of_preparing_hears_it_at_once() -> None:
    assert "Bestäm redan nu vem som talar" in say(a_chat("2023-09-12T09:00"), "vi har skickat båda")
    assert "Bestäm redan nu" not in say(a_chat("2023-09-12T08:59"), "vi har skickat båda")


def at_noon(day: str) -> datetime:
    return here(VASA, f"{day}T12:00")


def test_what_was_said_before_a_moved_deadline_is_asked_again() -> None:
    missed = Proposal("p1", CHAT, "vasa", "spring", "sv", unsent_at=at_noon("2023-09-16"))
    assert sending(missed, VASA.rounds[0]) is Sending.MISSED
    assert sending(missed, a_town("vasa", "2023-09-22T15:45").rounds[0]) is Sending.NOT_SENT


def test_a_draft_begun_after_its_last_day_is_not_asked_what_was_sent_before_it() -> None:
    stage = an_outage("2023-09-16T06:00", VASA)
    stage.draft("p1", "vasa", documents_at=stage.now)
    stage.sessions[CHAT, CHAT] = Session(CHAT, CHAT, "sv", "vasa", "welcome.back", proposal="p1", greeted=True)
    for words in ("vi har skickat båda", "vi skickade båda i tid", "vi har inte skickat"):
        assert "Pitchen är för dem som skickade båda dokumenten senast" in say(stage, words)
    assert (state(stage), planned(stage)) == (Sending.NOT_SENT, set())
    assert "Sparat, inte skickat." in say(stage, "/proposals")


def sent_and_confirmed() -> Outage:
    stage = a_chat("2023-09-10T12:00")
    say(stage, "vi har skickat båda")
    say(stage, "kvittot kom nyss")
    assert stage.proposals["p1"].receipt_at is not None
    return stage


@pytest.mark.parametrize("words", ["påminn oss igen", "muistuta taas", "remind us again"])
def test_reminders_come_again_when_words_ask_for_them(words: str) -> None:
    stage = a_chat("2023-09-10T12:00")
    say(stage, "sluta påminna oss")
    assert stage.sessions[CHAT, CHAT].muted
    say(stage, words)
    assert stage.sessions[CHAT, CHAT].muted == ()
    say(stage, "påminn oss inte igen")
    assert stage.sessions[CHAT, CHAT].muted
