"""The list of a round: cases are chosen one by one, several at once, or all; numbers and labels can be typed."""

import pytest

from dialogs.conversation.replies import Action, Addressee, Offer
from dialogs.conversation.typed import chosen
from dialogs.rounds import picking
from tests.dialogs.rounds.a_round import ENGLISH, GONE, NORA, SWEDISH, at_desk, deciding, press

LIST = (
    "Nora, de här ärendena i omgången Förslag till partnerskap 2023 väntar på beslut. "
    "Skriv numren på dem som ska få samma beslut, till exempel 1, 3 och 4.\n"
    "1  K7WM4 · Köket · Byalaget · svenska\n"
    "2  P3QX9 · Keittiö · Kylätoimikunta · finska\n"
    "3  C8RV2 · Kitchen · Village · engelska\n"
    "4  J4HM6 · Kören · Kören · svenska · chatten är raderad"
)


def test_the_only_round_with_waiting_cases_is_listed_at_once() -> None:
    listed = picking.begin(at_desk())
    [shown] = listed.replies
    assert shown.text == LIST
    assert [offer.label for offer in shown.offers] == ["1 K7WM4", "2 P3QX9", "3 C8RV2", "4 J4HM6", "Alla", "Avbryt"]
    assert (listed.session.place, shown.whom, shown.about) == ("desk.round", Addressee(201, "Nora"), "desk")


def test_a_round_is_asked_for_where_there_are_several_and_its_name_finds_it() -> None:
    assert picking.begin(at_desk(), "partnerskap").replies[0].text == LIST
    assert picking.begin(at_desk(), "ingen sådan").replies[0].text == LIST
    none = picking.begin(at_desk(cases=(SWEDISH.but(round=""),)))
    assert none.replies[0].text == "Nora, inget ärende väntar på beslut i någon omgång."
    assert picking.typed(at_desk(), "besluta om omgången partnerskap").replies[0].text == LIST  # type: ignore[union-attr]
    assert picking.typed(at_desk(), "vi ses") is None


def test_cases_are_chosen_and_taken_out_again() -> None:
    one = press(picking.begin(at_desk()), "3 C8RV2")
    assert deciding(one).chosen == ("C8RV2",)
    assert one.replies[0].text == LIST.replace("engelska\n", "engelska · vald\n") + "\nNi har valt 1 av 4."
    assert [offer.label for offer in one.replies[0].offers][2:] == [
        "3 C8RV2 vald",
        "4 J4HM6",
        "Alla",
        "Gå vidare",
        "Avbryt",
    ]
    assert deciding(press(one, "3 C8RV2 vald")).chosen == ()
    assert deciding(press(one, "Alla")).chosen == ("K7WM4", "P3QX9", "C8RV2", "J4HM6")


@pytest.mark.parametrize(
    ("typed", "references"), [("1, 3 och 4", ("K7WM4", "C8RV2", "J4HM6")), ("P3QX9 ja C8RV2", ("P3QX9", "C8RV2"))]
)
def test_several_are_typed_at_once(typed: str, references: tuple[str, ...]) -> None:
    listed = picking.begin(at_desk())
    offers = chosen(typed, listed.session.offers)
    assert deciding(picking.several(at_desk(listed.session), offers)).chosen == references


def test_two_things_that_are_no_cases_are_chosen_one_by_one() -> None:
    listed = picking.begin(at_desk())
    told = picking.several(at_desk(listed.session), listed.session.offers[3:5])
    assert (told.session, told.replies[0].text) == (listed.session, "Nora, välj en sak i taget här.")


def test_an_older_list_changes_nothing() -> None:
    listed = picking.begin(at_desk())
    for act, which in (
        (picking.pick, "d0 K7WM4"),
        (picking.pick_all, "d0"),
        (picking.turn_page, "20 d0"),
        (picking.cancel, "d0"),
    ):
        outcome = act(at_desk(listed.session), which)
        assert outcome.session == listed.session
        assert "har ändrats sedan dess. Inget har skickats." in outcome.replies[0].text
    old = Offer("1 K7WM4", Action(picking.PICK, "d0 K7WM4"))
    assert picking.several(at_desk(listed.session), (old, old)).session == listed.session


def test_who_leaves_has_decided_nothing() -> None:
    left = press(press(picking.begin(at_desk()), "Alla"), "Avbryt")
    assert (left.session.desk, left.session.place, left.effects) == (NORA.desk, "desk", ())
    assert left.replies[0].text == "Nora, inget beslut har skickats."


def test_what_others_have_decided_meanwhile_is_not_chosen_any_more() -> None:
    all_of_them = press(picking.begin(at_desk()), "Alla")
    fewer = press(all_of_them, "3 C8RV2 vald", (SWEDISH, ENGLISH))
    assert deciding(fewer).chosen == ("K7WM4",)
    none = press(fewer, "1 K7WM4 vald", ())
    assert (none.session.desk.deciding, "inget ärende väntar" in none.replies[0].text) == (None, True)


def test_a_long_round_is_shown_in_pages_that_keep_what_is_chosen() -> None:
    many = tuple(SWEDISH.but(reference=f"C{number:04}") for number in range(23))
    listed = press(picking.begin(at_desk(cases=many)), "2 C0001", many)
    assert "1–20 av 23" in listed.replies[0].text
    second = press(listed, "Visa nästa", many)
    assert "21–23 av 23" in second.replies[0].text
    assert deciding(second).chosen == ("C0001",)
    assert deciding(press(second, "1 C0020", many)).chosen == ("C0001", "C0020")


def test_a_case_without_a_chat_says_so() -> None:
    assert picking.begin(at_desk(cases=(GONE,))).replies[0].text.endswith("svenska · chatten är raderad")
