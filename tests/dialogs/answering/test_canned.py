"""A ready-made text: chosen in the navigator's language, seen in the association's, never sent with a hole."""

from dataclasses import replace
from datetime import timedelta
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.demo.rules.formatting import parse_html
from dialogs.answering import canned, drafting, sending
from dialogs.conversation.events import Edited, Said
from dialogs.conversation.replies import Addressee
from dialogs.conversation.session import AnswerDraft, Outcome, Session
from dialogs.conversation.turn import Turn
from dialogs.desk import writing
from dialogs.records.case import Case
from knowledge.language import Language
from knowledge.municipality.canned import NAMES
from knowledge.municipality.pack import Canned
from tests.stages.staff_answer import CASE as KNOWN
from tests.stages.staff_answer import NOW, PLAN, to_association
from tests.stages.standing import STAFF, standing, verbs, world

CASE = KNOWN.but(answer_by="2023-09-08", who="Byalaget rf", round="partnership-2023")
WRITING = Session(STAFF, 201, "sv", "vasa", "desk.write", case="K7WM4", drafts={"K7WM4": AnswerDraft("d1", seen=0)})


def at_desk(session: Session = WRITING, case: Case = CASE, text: str = "", now: object = NOW) -> Turn:
    turn = standing(session, case=case, staff="vasa")
    return replace(turn, event=turn.event.but(text=text), now=now)


def chosen(text_id: str, case: Case = CASE, language: str = "sv", now: object = NOW) -> Outcome:
    turn = at_desk(case=case.but(language=language), now=now)
    return canned.choose(turn, case.but(language=language), f"d1 {text_id}")


def filled(outcome: Outcome, *words: str, case: Case = CASE) -> Outcome:
    for text in words:
        outcome = canned.said(at_desk(outcome.session, case, text), case, text, None)
    return outcome


def preview(outcome: Outcome) -> str:
    """What the association will see, without the line above it."""
    return outcome.replies[0].text.partition("\n\n")[2]


def test_whoever_writes_an_answer_is_offered_the_texts_in_their_own_language() -> None:
    begun = drafting.begin(at_desk(), CASE)
    assert [offer.label for offer in begun.replies[0].offers] == ["Färdig text", "Avbryt"]
    asked = canned.ask(at_desk(), CASE, "d1")
    assert asked.replies[0].text == (
        "Anna, vilken text vill du skicka i ärende K7WM4? Du ser den på föreningens språk innan den skickas. "
        "Du kan också skriva själv."
    )
    assert (asked.session.place, asked.replies[0].whom) == ("desk.canned", Addressee(201, "Anna"))
    assert verbs(asked) == [
        *(f"desk.canned_text K7WM4 d1 {name}" for name in ("received", "costs", "goals", "not-ours", "invitation")),
        "desk.canned_text K7WM4 d1 to-registrar",
        "desk.cancel K7WM4 d1",
    ]
    finnish = canned.ask(at_desk(WRITING.but(language="fi")), CASE, "d1")
    assert [offer.label for offer in finnish.replies[0].offers] == [
        "Vastaanotettu",
        "Lisää kustannuksista",
        "Lisää tavoitteista",
        "Ei kunnan tehtävä",
        "Kutsu keskusteluun",
        "Kirjaamoon",
        "Peruuta",
    ]


def test_the_end_of_a_round_is_told_only_when_it_is_over() -> None:
    assert "round-closed" not in [item.id for item in canned.ready_made(at_desk(), CASE)]
    later = at_desk(now=NOW + timedelta(days=30))
    assert "round-closed" in [item.id for item in canned.ready_made(later, CASE)]
    elsewhere = CASE.but(municipality="ostersund")
    assert "round-closed" not in [item.id for item in canned.ready_made(later, elsewhere)]


COSTS = {
    "sv": 'Svar i ärende K7WM4 (Byalaget):\n\nTack för idén "Byalaget". Jag behöver veta mer om kostnaderna.\n'
    "Vad kostar det på ett år, och vad går pengarna till? Vad kan ni själva stå för, och vad söker ni på annat håll?\n"
    "Ungefärliga summor räcker. Svara här.",
    "fi": 'Vastaus asiaan K7WM4 (Byalaget):\n\nKiitos ideasta "Byalaget". Tarvitsen lisää tietoa kustannuksista.\n'
    "Mitä se maksaa vuodessa, ja mihin raha menee? Mitä maksatte itse, ja mitä haette muualta?\n"
    "Arvio riittää. Vastatkaa tähän.",
    "en": 'Answer in case K7WM4 (Byalaget):\n\nThank you for the idea "Byalaget". '
    "I need to know more about the costs.\nWhat does it cost in a year, and what is the money for? "
    "What can you pay yourselves, and what do you seek elsewhere?\nRough sums are enough. Please answer here.",
}


@pytest.mark.parametrize(("language", "seen"), COSTS.items())
def test_it_is_seen_and_sent_in_the_language_of_the_association(language: str, seen: str) -> None:
    case = CASE.but(language=language)
    shown = chosen("costs", language=language)
    assert (unescape(shown.replies[0].text), shown.session.place) == (
        f"Anna, så här ser föreningen det. Ärende K7WM4:\n\n{seen}",
        "desk.preview",
    )
    sent = sending.send(standing(shown.session, case=case, staff="vasa"), case, shown.session.drafts["K7WM4"].id)
    assert [unescape(reply.text) for reply in to_association(sent.replies)] == [seen]


@pytest.mark.parametrize(
    ("language", "seen"),
    [
        ("sv", "De ska vara där senast fredag 15 september 2023 kl. 15.45."),
        ("fi", "Niiden pitää olla siellä viimeistään perjantaina 15. syyskuuta 2023 klo 15.45."),
        ("en", "They must be there by Friday 15 September 2023 at 15:45."),
    ],
)
def test_the_last_day_is_read_as_the_language_of_the_text_has_it(language: str, seen: str) -> None:
    assert preview(chosen("to-registrar", language=language)).endswith(seen)


def test_what_the_case_does_not_tell_is_asked_for_one_by_one_and_nothing_can_be_sent_before() -> None:
    asked = chosen("invitation", language="fi")
    assert unescape(asked.replies[0].text) == (
        "Anna, en sak i texten vet jag inte: tiden. Skriv det så som det ska stå. Föreningens språk är finska. "
        "Ärende K7WM4:\n\n"
        'Haluaisin keskustella kanssanne ideasta "Byalaget".\nEhdotan aikaa: [Aika]. Paikka: [Paikka].\n'
        "Vastatkaa tähän, sopiiko se, tai ehdottakaa toista aikaa.\nTerveisin Anna"
    )
    assert verbs(asked) == ["desk.canned K7WM4 p9", "desk.cancel K7WM4 p9"]
    draft = asked.session.drafts["K7WM4"]
    assert (draft.text, draft.canned) == ("", "invitation")
    case = CASE.but(language="fi")
    second = filled(asked, "  torstaina\nklo 16 ", case=case)
    assert "en sak i texten vet jag inte: platsen." in second.replies[0].text
    assert "Ehdotan aikaa: torstaina klo 16. Paikka: [Paikka]." in second.replies[0].text
    done = filled(second, "Kaupungintalo", case=case)
    assert "Ehdotan aikaa: torstaina klo 16. Paikka: Kaupungintalo." in preview(done)
    assert "[" not in preview(done)
    assert done.session.place == "desk.preview"


def test_a_draft_with_a_gap_is_not_sent_even_if_somebody_tries() -> None:
    asked = chosen("not-ours")
    tried = sending.send(at_desk(asked.session), CASE, asked.session.drafts["K7WM4"].id)
    assert to_association(tried.replies) == []
    assert tried.effects == ()


def test_a_file_goes_along_and_the_gap_waits() -> None:
    asked = chosen("not-ours")
    again = canned.said(at_desk(asked.session), CASE, "", PLAN)
    assert again.replies[0].text == asked.replies[0].text
    done = filled(again, "Föreningen Norrsken")
    assert done.session.drafts["K7WM4"].files == (PLAN,)
    assert "Här kan ni fråga i stället: Föreningen Norrsken." in preview(done)


def test_own_words_in_place_of_a_text_and_other_words_instead_of_one_are_an_answer() -> None:
    listed = canned.ask(at_desk(), CASE, "d1")
    own = writing.said(at_desk(listed.session, text="Kom på onsdag"), "Kom på onsdag")
    assert own.session.drafts["K7WM4"].text == "Kom på onsdag"
    ready = chosen("received")
    turn = at_desk(ready.session, text="Kom på onsdag")
    instead = drafting.drafted(turn, CASE, "Kom på onsdag").session.drafts["K7WM4"]
    assert (instead.text, instead.canned, instead.filled) == ("Kom på onsdag", "", ())


def test_a_text_is_changed_with_its_former_words_at_hand() -> None:
    ready = chosen("received")
    changed = drafting.change(at_desk(ready.session), CASE, "p9")
    assert changed.replies[0].text.endswith(
        "\n\nSå här stod det. Tryck på texten så kopieras den:\n\n"
        "<code>Tack för er idé. Den har kommit fram till mig och är nu ärende K7WM4.\n"
        "Jag läser den och svarar här. Ni kan skriva till mig här när ni vill.</code>"
    )
    assert [offer.label for offer in changed.replies[0].offers] == ["Färdig text", "Avbryt"]


def test_an_older_list_and_a_text_that_is_no_more_change_nothing() -> None:
    old = canned.choose(at_desk(), CASE, "d0 received")
    assert (old.session, "har ändrats sedan dess" in old.replies[0].text) == (WRITING, True)
    gone = canned.choose(at_desk(), CASE, "d1 no-such-text")
    assert gone.replies[0].text.startswith("Anna, vilken text vill du skicka")


def test_a_text_that_was_taken_out_while_it_was_filled_is_asked_for_anew() -> None:
    waiting = AnswerDraft("d1", canned="of-last-year", seen=0)
    outcome = canned.said(at_desk(WRITING.but(drafts={"K7WM4": waiting}), text="torsdag"), CASE, "torsdag", None)
    assert outcome.replies[0].text.startswith("Anna, vilken text vill du skicka")


def test_a_changed_message_is_no_new_text_where_it_filled_a_gap() -> None:
    done = filled(chosen("not-ours"), "Föreningen Norrsken")
    turn = standing(done.session, case=CASE, cases=(CASE,), staff="vasa")
    edit = Edited(turn.event.sender, "Norrsken", 1)
    told = writing.edited(replace(turn, event=edit), edit)
    assert told.session == done.session
    assert "Ändringen går inte med" in told.replies[0].text


def test_a_closed_case_takes_no_ready_made_text() -> None:
    ended = CASE.but(state="closed")
    outcome = canned.choose(at_desk(case=ended), ended, "d1 received")
    assert (outcome.session.drafts, outcome.effects) == ({}, ())
    assert "Inget har skickats" in outcome.replies[0].text


def test_a_pack_takes_the_place_of_a_text_of_lots_by_its_id() -> None:
    own = Canned("received", dict.fromkeys(Language, "Hälsning"), dict.fromkeys(Language, "Hej {{ who }}"))
    vasa = replace(world().packs["vasa"], canned=(own,))
    turn = replace(at_desk(), world=replace(world(), packs={"vasa": vasa}))
    assert [item.id for item in canned.ready_made(turn, CASE)] == [
        "costs",
        "goals",
        "not-ours",
        "invitation",
        "received",
    ]
    assert preview(canned.choose(turn, CASE, "d1 received")) == "Svar i ärende K7WM4 (Byalaget):\n\nHej Byalaget rf"


ANY_WORDS = st.text(st.sampled_from("<>&{}%\"'/ab;😀\n"), min_size=1, max_size=12).filter(str.strip)


@given(ANY_WORDS, ANY_WORDS, st.lists(ANY_WORDS, min_size=len(NAMES), max_size=len(NAMES)), st.sampled_from(Language))
def test_whatever_a_case_and_a_navigator_say_no_message_breaks(
    title: str, who: str, words: list[str], language: Language
) -> None:
    every = "".join(f"<b>{{{{ {name} }}}}</b>" for name in NAMES)
    own = Canned("every", dict.fromkeys(Language, "<i>"), dict.fromkeys(Language, every))
    vasa = replace(world().packs["vasa"], canned=(own,))
    case = CASE.but(title=title, who=who, language=language.value)
    turn = replace(at_desk(case=case), world=replace(world(), packs={"vasa": vasa}))
    outcome = canned.choose(turn, case, "d1 every")
    for text in words:
        parse_html(outcome.replies[0].text)
        if outcome.session.place == "desk.preview":
            break
        then = replace(turn, session=outcome.session, event=Said(turn.event.sender, text, 1))
        outcome = canned.said(then, case, text, None)
    assert outcome.session.place == "desk.preview"
    text = outcome.session.drafts["K7WM4"].text
    assert parse_html(outcome.replies[0].text)[0].endswith(text)
