"""One decision for several associations: seen in each language, told to each once, and to nobody what has changed."""

import pytest

from dialogs.conversation.effects import AddMessage, SaveCase
from dialogs.conversation.session import Outcome
from dialogs.decisions import told as decisions
from dialogs.records.case import Case, Decision, DecisionKind
from dialogs.rounds import picking, telling
from dialogs.rounds.draft import answer
from tests.dialogs.rounds.a_round import (
    ENGLISH,
    FINNISH,
    GONE,
    NORA,
    SWEDISH,
    WAITING,
    at_desk,
    deciding,
    press,
    told,
    write,
)
from tests.stages.staff_answer import NOW


def shown(cases: tuple[Case, ...] = WAITING) -> Outcome:
    """The preview of a no for all of them, with another way in each language."""
    outcome = picking.begin(at_desk(cases=cases))
    for label in ("Alla", "Gå vidare", "Inte vald"):
        outcome = press(outcome, label, cases)
    for words in ("Pengarna räcker inte.", "Rahat eivät riitä.", "There is no money."):
        outcome = write(outcome, words, cases)
    return press(outcome, "En annan kommun eller myndighet", cases)


PREVIEW = (
    "Nora, så här ser föreningarna det. Inget har skickats än.\n"
    "Den här chatten är raderad, så beslutet sparas bara här: J4HM6.\n\n"
    "<b>Svenska: K7WM4</b>\n\n"
    "Beslut i ärende K7WM4 (Köket):\n\nKommunen går inte vidare med er idé den här gången.\n\n"
    "Skäl: Pengarna räcker inte.\n\n"
    "En annan väg: Det här hör nog till en annan kommun, till välfärdsområdet, eller till staten. "
    "Fråga dem direkt. De vet bäst hur det fungerar hos dem.\n\n"
    "Ärendet är avslutat. Har ni frågor? Skriv här, så läser kontaktpersonen vid välfärdstjänsterna det.\n\n"
    "<b>Finska: P3QX9</b>\n\n"
    "Päätös asiassa P3QX9 (Keittiö):\n\nKunta ei vie ideaanne eteenpäin tällä kertaa.\n\n"
    "Syy: Rahat eivät riitä.\n\n"
)


def test_all_of_it_is_seen_in_each_language_before_anything_is_sent() -> None:
    outcome = shown()
    assert outcome.replies[0].text.startswith(PREVIEW)
    assert "<b>Engelska: C8RV2</b>\n\nDecision in case C8RV2 (Kitchen):" in outcome.replies[0].text
    assert [offer.label for offer in outcome.session.offers] == ["Skicka till alla", "Ändra", "Byt väg", "Avbryt"]
    assert (told(outcome), outcome.effects) == ([], ())


def test_everybody_is_told_once_in_their_language_and_every_case_is_closed_with_its_reason() -> None:
    done = press(shown(), "Skicka till alla")
    assert [(reply.chat, reply.key, reply.about) for reply in told(done)] == [
        (101, "decision:K7WM4:4", "K7WM4"),
        (102, "decision:P3QX9:4", "P3QX9"),
        (103, "decision:C8RV2:4", "C8RV2"),
    ]
    assert [reply.text.partition("\n")[0] for reply in told(done)] == [
        "Beslut i ärende K7WM4 (Köket):",
        "Päätös asiassa P3QX9 (Keittiö):",
        "Decision in case C8RV2 (Kitchen):",
    ]
    saved = {effect.case.reference: effect.case for effect in done.effects if isinstance(effect, SaveCase)}
    assert {name: (case.state, case.closing) for name, case in saved.items()} == {
        "K7WM4": ("closed", "Pengarna räcker inte."),
        "P3QX9": ("closed", "Rahat eivät riitä."),
        "C8RV2": ("closed", "There is no money."),
        "J4HM6": ("closed", "Pengarna räcker inte."),
    }
    assert saved["J4HM6"].decision == Decision(DecisionKind.NOT_CHOSEN, "Pengarna räcker inte.", at=NOW, by="Nora")
    english = saved["C8RV2"].decision
    assert english is not None
    assert (english.way, english.way_words.partition(",")[0]) == (
        "door:other-town",
        "This probably belongs to another municipality",
    )
    notes = [effect.message.text for effect in done.effects if isinstance(effect, AddMessage)]
    assert sum("Nora har avslutat ärende" in text for text in notes) == 4
    assert done.replies[0].text == (
        "Nora har gett beslut: inte vald. Ärenden: K7WM4, P3QX9, C8RV2, J4HM6.\n"
        "Alla ärenden i omgången har fått beslut."
    )
    assert (done.session.desk, done.session.place) == (NORA.desk, "desk")
    again = telling.send(at_desk(done.session, ()), deciding(shown()).id)
    assert (told(again), again.effects) == ([], ())


def test_what_has_changed_since_it_was_seen_is_left_for_a_second_look() -> None:
    outcome = shown()
    wrote = SWEDISH.but(version=4, written_at=NOW)
    decided = FINNISH.but(state="closed", version=4)
    done = press(outcome, "Skicka till alla", (wrote, decided, ENGLISH, GONE, SWEDISH.but(reference="Q7RV4")))
    assert [reply.chat for reply in told(done)] == [103]
    assert done.replies[0].text == (
        "Nora har gett beslut: inte vald. Ärenden: C8RV2, J4HM6.\n"
        "Det har hänt något i K7WM4, P3QX9. Därför har inget skickats där. Se efter, och besluta sedan.\n"
        "2 ärenden i omgången väntar på beslut. Skriv /decide."
    )


@pytest.mark.parametrize("changes", [{"reasons": {}}, {"way": "office:no-more"}])
def test_a_no_without_reason_or_way_goes_to_nobody(changes: dict[str, object]) -> None:
    outcome = shown()
    draft = deciding(outcome).but(**changes)
    session = outcome.session.but(desk=outcome.session.desk.but(deciding=draft))
    sent = telling.send(at_desk(session), draft.id)
    assert told(sent) == []


def test_the_preview_is_shown_once_more_only_where_the_cases_are_known() -> None:
    outcome = shown()
    assert telling.again(at_desk(outcome.session)).replies[0].text == outcome.replies[0].text
    assert telling.again(at_desk(outcome.session, ())) == Outcome(outcome.session)
    assert telling.again(at_desk(NORA)) == Outcome(NORA)


def test_a_preview_warns_of_what_points_at_one_person() -> None:
    outcome = picking.begin(at_desk(cases=(SWEDISH,)))
    for label in ("Alla", "Gå vidare", "Vald"):
        outcome = press(outcome, label, (SWEDISH,))
    seen = write(outcome, "Lisa Berg har cancer, så vi flyttar mötet", (SWEDISH,))
    assert "Se upp:" in seen.replies[0].text


def test_each_message_is_the_one_of_a_single_decision() -> None:
    done = press(shown(), "Skicka till alla")
    draft, turn = deciding(shown()), at_desk()
    assert [reply.text for reply in told(done)] == [
        decisions.message(turn, case, answer(turn, draft, case)) for case in (SWEDISH, FINNISH, ENGLISH)
    ]
