"""Short wishes: each presses the one button that fulfils it, or is led to where it can be done, in every language."""

import pytest

from dialogs.conversation.replies import Action, Offer
from dialogs.conversation.session import Session
from dialogs.conversation.turn import Turn
from dialogs.incoming.wishes import Wish, meant, sending, wish_in
from dialogs.records.need import Need
from dialogs.records.proposal import Proposal
from tests.stages.standing import standing

DRAFT = Proposal("p1", 101, "vasa", "2023", "sv")
HERE = Session(101, 101, "sv", "vasa", "office")


def at(place: str, *labels: str, draft: bool = False, asking: str = "") -> Turn:
    """Anna at a place with buttons that do what they are called."""
    offers = tuple(Offer(label, Action(f"do {label}")) for label in labels)
    session = HERE.but(place=place, offers=offers, asking=asking, proposal="p1" if draft else "")
    return standing(session, *((DRAFT,) if draft else ()))


@pytest.mark.parametrize(
    ("said", "wish"),
    [
        ("hjälp", Wish.HELP),
        ("apua", Wish.HELP),
        ("skicka in det", Wish.SEND),
        ("skicka idén till civilsamhälleslotsen", Wish.SEND),
        ("lähetä kaupungille", Wish.SEND),
        ("send it to the city", Wish.SEND),
        ("näytä", Wish.SHOW),
        ("ändra", Wish.CHANGE),
        ("let's begin", Wish.GO_ON),
        ("takaisin", Wish.BACK),
        ("sluta", Wish.LEAVE),
        ("ohita", Wish.SKIP),
        ("spara", Wish.SAVE),
        ("hur går det", Wish.STATUS),
        ("haluan kutsua kaverin mukaan", Wish.INVITE),
        ("kan jag bjuda in en kollega", Wish.INVITE),
        ("invite our treasurer", Wish.INVITE),
        ("haluamme kutsua vanhukset kahville", None),
        ("bjud in de ensamma", None),
        ("bjuda in andra", None),
        ("kutsua muita mukaan", None),
        ("invite others to help", None),
        ("skicka till er då", Wish.SEND),
        ("ok vi vill skicka den", Wish.SEND),
        ("we'd like to send it to you", Wish.SEND),
        ("haluamme lähettää sen teille", Wish.SEND),
        ("ok, fortsätt tack", Wish.GO_ON),
        ("vi vill skicka unga på läger", None),
        ("vi skickar kort till äldre", None),
        ("skicka hjälp till de ensamma", None),
        ("hjälp till de ensamma", None),
        ("", None),
    ],
)
def test_a_wish_is_known_by_its_words_and_nothing_more(said: str, wish: Wish | None) -> None:
    assert wish_in(said) is wish


@pytest.mark.parametrize(
    ("text", "labels", "verb"),
    [
        ("skicka", ("Skicka utan frågorna", "Avbryt"), "do Skicka utan frågorna"),
        ("lähetä ilman kysymyksiä", ("Lähetän ilman kysymyksiä", "Peruuta"), "do Lähetän ilman kysymyksiä"),
        ("hoppa över", ("Skicka utan frågorna", "Avbryt"), "do Skicka utan frågorna"),
        ("visa", ("Visa ärendet", "Dra tillbaka"), "do Visa ärendet"),
        ("tillbaka", ("Ja", "Avbryt"), "do Avbryt"),
        ("sluta", ("Avbryt", "Tillbaka"), "do Avbryt"),
        ("next", ("Continue: Costs", "See all"), "do Continue: Costs"),
        ("skicka", ("Skicka brevet härifrån", "Skicka till kommunen"), "wish.which"),
    ],
)
def test_the_one_button_that_fulfils_it_is_pressed_and_several_are_asked_about(
    text: str, labels: tuple[str, ...], verb: str
) -> None:
    found = meant(at("office", *labels), text)
    assert found is not None
    assert found.verb == verb


@pytest.mark.parametrize(
    ("text", "place", "draft", "action"),
    [
        ("hjälp", "office", False, Action("help")),
        ("spara", "papers", True, Action("wish.saved")),
        ("tillbaka", "papers", True, Action("go", "proposal.summary")),
        ("tillbaka", "language", False, Action("go", "start")),
        ("visa", "welcome.back", True, Action("go", "proposal.summary")),
        ("fortsätt", "papers", True, Action("welcome_back")),
        ("fortsätt", "idea.preview", True, Action("wish.which")),
        ("hur går det", "papers", True, Action("go", "proposals")),
        ("hur går det", "office", False, Action("wish.which")),
        ("avbryt", "office", False, Action("cancel")),
        ("kutsu joku", "papers", True, Action("together")),
    ],
)
def test_where_no_button_fulfils_it_it_is_led_to_where_it_can_be_done(
    text: str, place: str, draft: bool, action: Action
) -> None:
    assert meant(at(place, "Prata med en person", draft=draft), text) == action


def test_without_a_draft_nobody_is_invited_and_the_words_are_heard_as_they_are() -> None:
    assert meant(at("need", "Prata med en person"), "bjud in någon") is None


def test_what_can_be_sent_is_sent_and_what_cannot_is_said() -> None:
    told = standing(HERE.but(need=Need("Vi vill äta ihop")))
    assert (sending(told), sending(at("welcome.back", draft=True))) == (Action("idea"), Action("idea"))
    assert sending(at("start")) == Action("wish.unsent", "nothing_to_send")
    assert sending(standing(HERE, DRAFT)) == Action("wish.unsent", "which_to_send")


def test_words_to_a_person_and_a_name_are_theirs_and_nothing_is_erased_by_a_wish() -> None:
    assert meant(at("person", "Tillbaka till frågan"), "skicka") is None
    assert meant(at("proposal.ask", draft=True, asking="FP01"), "stopp") is None
    assert meant(at("proposal.ask", draft=True, asking="FP01"), "avbryt") == Action("pause")
    assert meant(at("proposal.ask", draft=True, asking="FP01"), "apua") == Action("help")
    assert meant(at("proposal.ask", draft=True, asking="FP02"), "hjälp") == Action("help")
    assert meant(at("proposal.ask", draft=True, asking="FP02"), "skicka") == Action("idea")
    assert meant(at("delete", "Fortsätt", "Avbryt"), "fortsätt") == Action("wish.which")


def test_in_stage_2_nothing_is_sent_and_the_list_is_shown() -> None:
    turn = standing(HERE.but(place="agreement", proposal="agreement:K7WM4"))
    assert meant(turn, "skicka") == Action("wish.unsent", "seen_at_once")
    assert (meant(turn, "visa"), meant(turn, "ändra")) == (Action("agreement.headings"), Action("agreement.headings"))


def test_at_a_case_what_is_to_be_sent_goes_to_that_case() -> None:
    turn = standing(HERE.but(place="case", case="K7WM4", need=Need("Vi vill äta ihop")))
    assert meant(turn, "skicka") == Action("case.write", "K7WM4")


def test_what_is_to_be_printed_is_what_the_screen_prints_and_the_pitch_from_everywhere() -> None:
    assert meant(at("start", "Skriv ett förslag"), "skriv ut") is None
    assert meant(at("proposal.ask", draft=True, asking="FP02"), "skriv ut") is None
    assert meant(at("pitch.outline", "Skriv ut", draft=True), "tulosta") == Action("do Skriv ut")
    assert meant(at("proposals"), "skriv ut pitchen") == Action("pitch.print")
