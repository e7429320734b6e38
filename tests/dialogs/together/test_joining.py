"""A link lets one person in, once, while it is open; everybody else hears that it opens nothing."""

from datetime import timedelta

from dialogs.records.together.sharing import Role
from dialogs.together.joining import token_of
from tests.dialogs.together.two_people import ANNA, BO, CIA, alone, lately, link, opened, press, said, say
from tests.stages.in_memory import Stage


def roles(stage: Stage) -> dict[int, Role]:
    return {person.chat: person.role for person in stage.sharings["p1"].people}


def test_a_token_is_what_follows_the_word() -> None:
    assert [token_of(word) for word in ("invitation-ab-c", " invitation-x ", "vasa", "vasa-2023", "")] == [
        "ab-c",
        "x",
        "",
        "",
        "",
    ]


def test_who_follows_a_link_takes_part_in_their_own_language_and_the_owner_is_told() -> None:
    stage = alone()
    say(stage, BO, f"/start {link(stage, 'Läsa och kommentera')}", code="fi")
    assert roles(stage) == {ANNA: Role.OWNER, BO: Role.COMMENT}
    assert "Olet nyt mukana ehdotuksessa" in said(stage, BO)
    assert "Bo är nu med i ditt förslag" in said(stage, ANNA)
    assert stage.sharings["p1"].invitations == ()
    say(stage, BO, "/proposals", code="fi")
    assert "(vastuussa Anna)" in said(stage, BO)


def test_a_link_opens_once() -> None:
    stage = alone()
    token = link(stage, "Bara läsa")
    say(stage, BO, f"/start {token}")
    say(stage, CIA, f"/start {token}")
    assert roles(stage) == {ANNA: Role.OWNER, BO: Role.VIEW}
    assert "Länken går inte att använda." in said(stage, CIA)
    say(stage, BO, f"/start {token}")
    assert "Länken går inte att använda." in said(stage, BO)


def test_a_link_is_not_used_up_by_whoever_takes_part() -> None:
    stage = alone()
    token = link(stage, "Bara läsa")
    say(stage, ANNA, f"/start {token}")
    assert "Länken är inte använd" in said(stage, ANNA)
    say(stage, BO, f"/start {token}")
    assert roles(stage)[BO] is Role.VIEW


def test_a_link_ends_after_a_week_or_when_it_is_taken_back() -> None:
    stage = alone()
    old = link(stage, "Bara läsa")
    stage.now += timedelta(days=7, seconds=1)
    say(stage, BO, f"/start {old}")
    fresh = link(stage, "Bara läsa")
    opened(stage, ANNA)
    press(stage, ANNA, "Tillsammans")
    press(stage, ANNA, "Ta tillbaka länk 1")
    say(stage, CIA, f"/start {fresh}")
    assert roles(stage) == {ANNA: Role.OWNER}
    for person in (BO, CIA):
        assert "Länken går inte att använda." in lately(stage, person)


def test_a_guess_opens_nothing_and_an_ordinary_start_is_as_ever() -> None:
    stage = alone()
    link(stage, "Bara läsa")
    say(stage, BO, "/start invitation-")
    say(stage, BO, "/start invitation-0000")
    assert "Länken går inte att använda." in said(stage, BO)
    say(stage, CIA, "/start vasa")
    assert stage.sessions[CIA, CIA].municipality == "vasa"
    assert roles(stage) == {ANNA: Role.OWNER}
