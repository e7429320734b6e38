"""Stage 2 is opened once, by the desk, after a decision, and what the association hears is seen first."""

from dataclasses import replace

import pytest

from dialogs.agreement import opening
from dialogs.cards.card import card
from dialogs.conversation.effects import AddMessage, SaveCase
from dialogs.conversation.replies import Action, Offer
from dialogs.conversation.turn import Turn
from dialogs.records.agreements.agreement import Agreement
from dialogs.records.case import Case, Decision, DecisionKind
from dialogs.records.case_states import CaseState
from knowledge.municipality.pack import SECTIONS
from tests.dialogs.agreement.decided import CHOSEN, NOW, at_desk, opened
from tests.stages.standing import verbs


@pytest.mark.covers("V20")
def test_the_desk_sees_what_the_association_will_hear_before_stage_2_is_opened() -> None:
    asked = opening.ask(at_desk(), CHOSEN)
    [shown] = asked.replies
    assert shown.text == (
        "Anna: om du öppnar skede 2 i ärende K7WM4 får föreningen det här. Föreningens språk är svenska.\n\n"
        f"{opening.told(at_desk(), CHOSEN)}"
    )
    assert "Onsdagsköket) går vidare till skede 2. Vasa och ni arbetar nu fram ett avtal ihop." in shown.text
    assert (verbs(asked), asked.effects) == (["desk.agree_open K7WM4", "desk.agree_not K7WM4"], ())


def test_it_is_opened_once_and_the_association_is_told_with_a_way_to_begin() -> None:
    outcome = opening.open_it(at_desk(), CHOSEN)
    changed = CHOSEN.but(agreement=Agreement(opened_at=NOW), version=4)
    [saved] = [effect for effect in outcome.effects if isinstance(effect, SaveCase)]
    assert saved == SaveCase(changed, 3)
    assert [effect.message.key for effect in outcome.effects if isinstance(effect, AddMessage)] == [
        "agreement.opened_noted"
    ]
    told = outcome.replies[-1]
    assert (told.chat, told.key, told.offers) == (
        101,
        "agreement:K7WM4",
        (Offer("Börja skede 2", Action("agreement", "K7WM4")),),
    )
    assert told.text == opening.told(at_desk(), CHOSEN)
    again = opening.open_it(at_desk(changed), changed)
    assert ([reply.text for reply in again.replies], again.effects) == (
        ["Skede 2 är redan öppet i ärende K7WM4."],
        (),
    )


def test_leaving_it_closed_changes_nothing() -> None:
    left = opening.not_now(at_desk(), CHOSEN)
    assert (left.replies[0].text, left.effects) == ("Skede 2 är inte öppnat i ärende K7WM4.", ())


@pytest.mark.parametrize(
    ("case", "said"),
    [
        (
            CHOSEN.but(decision=Decision(DecisionKind.NOT_CHOSEN)),
            "Skede 2 öppnas när förslaget är valt. Ge först ett beslut i ärende K7WM4.",
        ),
        (
            CHOSEN.but(decision=None, state=CaseState.NEW),
            "Skede 2 öppnas när förslaget är valt. Ge först ett beslut i ärende K7WM4.",
        ),
        (CHOSEN.but(state=CaseState.WITHDRAWN), "Ärende K7WM4 är tillbakadraget."),
    ],
)
def test_it_is_not_opened_where_it_cannot_follow(case: Case, said: str) -> None:
    for outcome in (opening.ask(at_desk(case), case), opening.open_it(at_desk(case), case)):
        assert (outcome.replies[0].text, outcome.effects) == (said, ())


def in_a_town_without_stage_2(case: Case) -> Turn:
    """The turn of a navigator whose municipality asks nothing for an agreement."""
    turn = at_desk(case)
    vasa = turn.world.packs["vasa"]
    fields = tuple(field for field in vasa.fields if field.section in SECTIONS)
    return replace(turn, world=replace(turn.world, packs={"vasa": replace(vasa, fields=fields)}))


def test_it_is_not_opened_where_the_municipality_has_none() -> None:
    turn = in_a_town_without_stage_2(CHOSEN)
    outcome = opening.ask(turn, CHOSEN)
    assert (outcome.replies[0].text, outcome.effects) == (
        "Den här kommunen har inget skede 2, så det finns inget att öppna i ärende K7WM4.",
        (),
    )


def test_nobody_is_told_who_has_erased_the_chat() -> None:
    gone = CHOSEN.but(chat=0)
    assert opening.open_it(at_desk(gone), gone).effects == ()


def test_the_card_has_the_button_once_a_case_is_chosen_and_as_long_as_stage_2_is_open() -> None:
    def offered(case: Case) -> bool:
        return any(offer.action.verb == "desk.agree" for offer in card(at_desk(case), case, 1).offers)

    refused = CHOSEN.but(decision=Decision(DecisionKind.NOT_OURS))
    again = opened().but(state=CaseState.ANSWERED, decision=None)
    shown = [CHOSEN, again, refused, opened().but(state=CaseState.WITHDRAWN)]
    assert [offered(case) for case in shown] == [True, True, False, False]
    town = card(in_a_town_without_stage_2(CHOSEN), CHOSEN, 1)
    assert "desk.agree" not in [offer.action.verb for offer in town.offers]
    assert "Skede 2 är öppet." in card(at_desk(), opened(), 1).text
