"""The words of a decision for several: the reason in each language, another way, one thing asked at a time."""

from dataclasses import replace

import pytest

from dialogs.conversation.events import Said, Unreadable
from dialogs.conversation.session import Heard, Outcome, Post
from dialogs.desk.places_and_verbs import PLACES
from dialogs.records.run import Run
from dialogs.rounds import picking, wording
from tests.dialogs.rounds.a_round import ENGLISH, FINNISH, GONE, SWEDISH, WAITING, at_desk, deciding, press, told, write
from tests.stages.staff_answer import PLAN


def after(*labels: str, cases: tuple[object, ...] = WAITING) -> Outcome:
    """What is asked after all cases were chosen, and these buttons pressed."""
    outcome = picking.begin(at_desk(cases=cases))  # type: ignore[arg-type]
    for label in ("Alla", "Gå vidare", *labels):
        outcome = press(outcome, label, cases)  # type: ignore[arg-type]
    return outcome


def labels(outcome: Outcome) -> list[str]:
    return [offer.label for offer in outcome.session.offers]


def test_the_kind_is_asked_for_all_of_them() -> None:
    asked = after()
    assert asked.replies[0].text == "Nora, hur slutar de här ärendena: K7WM4, P3QX9, C8RV2, J4HM6?"
    assert labels(asked) == ["Vald", "Inte vald", "Inte vår uppgift", "Inget svar kom", "På annat sätt", "Avbryt"]


def test_a_reason_is_asked_for_in_each_language_the_navigators_own_first() -> None:
    first = after("Inte vald")
    assert first.replies[0].text == (
        "Nora, skriv skälet. Varför går kommunen inte vidare med idéerna? Det gäller K7WM4, P3QX9, C8RV2, J4HM6. "
        "Skriv till dem som har språket svenska. Du ser allt först."
    )
    assert (labels(first), first.session.place) == (["Avbryt"], wording.WRITE)
    second = write(first, "Pengarna räcker inte.")
    assert "språket finska" in second.replies[0].text
    assert labels(second) == ["Samma ord", "Avbryt"]
    third = write(second, "Rahat eivät riitä.")
    assert "språket engelska" in third.replies[0].text
    last = press(third, "Samma ord")
    assert deciding(last).reasons == {
        "sv": "Pengarna räcker inte.",
        "fi": "Rahat eivät riitä.",
        "en": "Pengarna räcker inte.",
    }
    assert last.session.place == wording.CHOOSE_WAY


def test_only_the_languages_of_those_who_will_be_told_are_asked_for() -> None:
    asked = write(after("Inte vald", cases=(FINNISH, GONE)), "Rahat eivät riitä.", (FINNISH, GONE))
    assert (deciding(asked).reasons, asked.session.place) == ({"fi": "Rahat eivät riitä."}, wording.CHOOSE_WAY)
    alone = write(after("Inte vår uppgift", cases=(GONE,)), "Regionen gör det.", (GONE,))
    assert (deciding(alone).reasons, alone.session.place) == ({"sv": "Regionen gör det."}, "desk.round_preview")


def test_another_way_is_open_to_all_of_them_or_written_in_each_language() -> None:
    here = SWEDISH.but(need=SWEDISH.need.but(offices=("welfare",)))
    there = FINNISH.but(need=FINNISH.need.but(offices=("integration",)))
    asked = press(write(after("Inte vald", cases=(here, there)), "Nej.", (here, there)), "Samma ord", (here, there))
    assert labels(asked)[0] == "Kultur, idrott och unga"
    assert not {"Välfärdstjänsterna", "Integration"} & set(labels(asked))
    known = press(asked, "Kultur, idrott och unga", (here, there))
    assert (deciding(known).way, known.session.place) == ("office:culture-leisure", "desk.round_preview")
    own = press(asked, "Skriv själv", (here, there))
    assert own.replies[0].text == (
        "Nora, skriv den andra vägen till dem som har språket svenska. Det gäller K7WM4, P3QX9."
    )
    for begun in (asked, own):
        finnish = write(begun, "Leader\nNorden", (here, there))
        assert "språket finska" in finnish.replies[0].text
        done = press(finnish, "Samma ord", (here, there))
        assert deciding(done).way_words == {"sv": "Leader Norden", "fi": "Leader Norden"}
        assert done.session.place == "desk.round_preview"


def test_what_says_enough_needs_no_words() -> None:
    asked = after("Inget svar kom")
    assert labels(asked) == ["Utan egna ord", "Avbryt"]
    shown = press(asked, "Utan egna ord")
    assert (deciding(shown).reasons, shown.session.place) == ({"sv": "", "fi": "", "en": ""}, "desk.round_preview")
    refused = wording.without_words(at_desk(after("Inte vald").session), deciding(after("Inte vald")).id)
    assert "skriv skälet" in refused.replies[0].text


def test_the_reason_and_the_way_are_written_anew_each_alone() -> None:
    shown = press(write(after("Inte vald", cases=(SWEDISH,)), "Nej.", (SWEDISH,)), "Understöd", (SWEDISH,))
    again = write(press(shown, "Ändra", (SWEDISH,)), "Pengarna räcker inte.", (SWEDISH,))
    assert (deciding(again).reasons, deciding(again).way) == ({"sv": "Pengarna räcker inte."}, "form:GRANT")
    other = press(press(again, "Byt väg", (SWEDISH,)), "Integration", (SWEDISH,))
    assert (deciding(other).reasons, deciding(other).way) == ({"sv": "Pengarna räcker inte."}, "office:integration")


def test_marks_go_along_in_the_language_they_were_written_in() -> None:
    asked, marks = after("Vald", cases=(SWEDISH, FINNISH)), (Run("Kom", ("b",)),)
    turn = at_desk(asked.session, (SWEDISH, FINNISH), "Kom")
    first = wording.said(replace(turn, event=turn.event.but(formatted=marks)), "Kom")
    assert first is not None
    second = write(first, "Tulkaa", (SWEDISH, FINNISH))
    assert deciding(second).formatted == {"sv": marks}


def file_comes(outcome: Outcome, *, words: str = "") -> Outcome:
    """Send a file where somebody stands, with words under it or without."""
    turn = at_desk(outcome.session, text=words)
    event = turn.event.but(attachment=PLAN) if words else Unreadable(turn.event.sender, "document", 9, PLAN)
    return PLACES[outcome.session.place].said(replace(turn, event=event), words)


def test_a_file_goes_to_all_and_the_reason_is_still_asked_for() -> None:
    asked = file_comes(after("Inte vald"))
    assert (deciding(asked).files, deciding(asked).reasons, asked.session.place) == ((PLAN,), {}, wording.WRITE)
    assert asked.replies[0].text.endswith("Filer som går med till alla: plan.pdf.")
    second = file_comes(after("Inte vald"), words="Nej.")
    assert (deciding(second).files, deciding(second).reasons) == ((PLAN,), {"sv": "Nej."})
    shown = file_comes(press(after("Inget svar kom"), "Utan egna ord"))
    assert (deciding(shown).files, shown.session.place) == ((PLAN,), "desk.round_preview")
    assert "Filer som går med: plan.pdf." in shown.replies[0].text
    assert [reply.attachment for reply in told(press(shown, "Skicka till alla"))] == [PLAN] * 3
    assert deciding(press(shown, "Ändra")).files == ()


def test_words_beside_what_is_seen_are_talk_and_change_nothing() -> None:
    shown = press(after("Inget svar kom"), "Utan egna ord")
    assert file_comes(shown, words="till oss").session.desk.deciding == deciding(shown)


def test_a_note_under_a_card_is_a_note() -> None:
    turn = at_desk(after("Inte vald").session, text="Nej.")
    sender = turn.event.sender.but(reply_to=8)
    noted = replace(
        turn, event=Said(sender, "ring dem", 9), snapshot=turn.snapshot.but(post=Post("K7WM4", ()), case=SWEDISH)
    )
    assert wording.said(noted, "ring dem") is None


def test_the_rest_of_a_text_that_the_client_cut_belongs_to_its_beginning() -> None:
    second = write(after("Inte vald"), "Pengarna räcker")
    whole = at_desk(second.session, text="Pengarna räcker inte.")
    heard = Heard(2, pieces=2, text="Pengarna räcker inte.", place=wording.WRITE)
    joined = wording.said(whole.at(heard=heard), "Pengarna räcker inte.")
    assert joined is not None
    assert deciding(joined).reasons == {"sv": "Pengarna räcker inte."}


@pytest.mark.parametrize("verb", ["go_on", "without_words", "same_words", "change", "change_way"])
def test_older_buttons_change_nothing(verb: str) -> None:
    asked = after("Inte vald")
    outcome = getattr(wording, verb)(at_desk(asked.session), "d0")
    assert outcome.session == asked.session
    assert "har ändrats sedan dess" in outcome.replies[0].text


def test_a_kind_that_is_no_more_is_asked_for_again_and_cases_that_are_gone_lead_back_to_the_list() -> None:
    asked = after()
    assert labels(wording.choose_kind(at_desk(asked.session), f"{deciding(asked).id} eaten")) == labels(asked)
    listed = wording.go_on(at_desk(asked.session, (ENGLISH.but(reference="Q7RV4"),)), deciding(asked).id)
    assert (listed.session.place, "Q7RV4" in listed.replies[0].text) == ("desk.round", True)
