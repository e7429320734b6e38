"""The association begins stage 2: what it answered is taken over then, and not before."""

import pytest

from dialogs.conversation.effects import AddMessage, SaveCase
from dialogs.conversation.turn import Turn
from dialogs.proposal.agreement import beginning, renewing
from dialogs.records.need import Need
from dialogs.records.proposal import Answer, Proposal
from tests.dialogs.agreement.decided import ANNA, CHOSEN, NOW, TERM, at_home, given, opened
from tests.stages.in_memory import STAFF
from tests.stages.standing import standing, verbs

DRAFT = Proposal(
    "p1",
    101,
    "vasa",
    "partnership-2023",
    "sv",
    {
        "FP01": given("Onsdagsköket", "Onsdagsköket"),
        "FP03": given("Vi lagar mat", "Vi lagar mat"),
        "FP05": Answer("unclear", "?"),
        "GU11": given({"kind": "iban", "number": "FI2112345600000785"}),
    },
)
WAITING = opened(begun=False, KM04=TERM).but(proposal="p1")


def at_start() -> Turn:
    return standing(ANNA, DRAFT, cases=(WAITING,))


def test_what_lies_ahead_and_what_will_be_seen_is_told_first() -> None:
    shown = beginning.show(at_start(), "K7WM4")
    assert shown.replies[0].text == (
        "<b>Skede 2: Onsdagsköket</b>\n43 frågor är kvar. 1 svar från skede 1 följer med.\n\n"
        "När ni börjar får kontaktpersonen se de svaren, och sedan varje nytt svar genast. Det blir en offentlig "
        "handling. Skriv inget om enskilda personer.\nNi kan sluta när som helst och fortsätta en annan dag."
    )
    assert (verbs(shown)[0], shown.effects, shown.session.place) == ("agreement.begin K7WM4", (), "agreement.start")


def test_beginning_takes_over_what_an_agreement_needs_and_keeps_what_the_desk_has_answered() -> None:
    begun = beginning.begin(at_start(), "K7WM4")
    [saved] = [effect for effect in begun.effects if isinstance(effect, SaveCase)]
    assert saved.case.agreement is not None
    assert (set(saved.case.agreement.answers), saved.case.agreement.begun_at, saved.was) == (
        {"FP01", "FP03", "KM04"},
        NOW,
        3,
    )
    assert [effect.reference for effect in begun.effects if isinstance(effect, AddMessage)] == ["K7WM4"]
    assert [reply.text for reply in begun.replies if reply.chat == STAFF] == [
        "Föreningen har börjat med skede 2 i ärende K7WM4."
    ]
    assert (begun.session.place, begun.session.proposal) == ("agreement", "agreement:K7WM4")


def test_an_idea_that_was_sent_without_a_form_brings_its_need_along() -> None:
    sent = opened(begun=False).but(who="Byn rf", need=Need("Vi vill äta ihop", topics=("exclusion/loneliness",)))
    begun = beginning.begin(at_home(sent), "K7WM4")
    [saved] = [effect for effect in begun.effects if isinstance(effect, SaveCase)]
    assert saved.case.agreement is not None
    assert {name: answer.value for name, answer in saved.case.agreement.answers.items()} == {
        "GU01": "Byn rf",
        "FP02": "Vi vill äta ihop",
        "FP04": ["exclusion/loneliness"],
    }


def test_who_has_begun_comes_back_to_the_checklist_and_begins_nothing_twice() -> None:
    turn = at_home(opened())
    for outcome in (beginning.show(turn, "K7WM4"), beginning.begin(turn, "K7WM4")):
        assert (outcome.session.place, outcome.effects) == ("agreement", ())


@pytest.mark.parametrize("reference", ["K7WM4", "P3QX9"])
def test_a_case_without_stage_2_or_of_another_chat_leads_to_the_list(reference: str) -> None:
    for turn in (at_home(CHOSEN), at_home(opened().but(chat=102))):
        for act in (beginning.show, beginning.begin, renewing.renew):
            assert act(turn, reference).session.place == "proposals"
        assert beginning.start(turn).session.place == "proposals"


def test_the_wish_to_go_on_reaches_the_desk_and_waits_for_its_answer() -> None:
    case = opened(KM04=TERM)
    outcome = renewing.renew(at_home(case), "K7WM4")
    [saved] = [effect for effect in outcome.effects if isinstance(effect, SaveCase)]
    said = [effect.message.text for effect in outcome.effects if isinstance(effect, AddMessage)]
    assert (said, saved.case.written_at) == (["Vi vill gärna fortsätta efter 31.12.2025."], NOW)
