"""Who takes part as a value: found, taken out with all that is theirs, and invited for a time."""

from datetime import timedelta

from dialogs.records.together.sharing import Comment, Invitation, Nod, Participant, Role, Sharing, hashed
from tests.stages.in_memory import at

NOW = at("2023-09-01T06:00")
ANNA, BO = Participant(1, "Anna", Role.OWNER, NOW), Participant(2, "Bo", Role.VIEW, NOW)
LINK = Invitation(hashed("t"), Role.EDIT, NOW + timedelta(days=1))
SHARED = Sharing("p1", (ANNA, BO), (LINK,), (Comment(2, "FP03", "Hej", NOW),), (Nod(2, NOW),), heir=2)


def test_people_are_found_by_their_chats() -> None:
    assert (SHARED.of(2), SHARED.of(3), SHARED.others) == (BO, None, (BO,))


def test_a_link_is_good_until_it_runs_out() -> None:
    assert SHARED.invited(LINK.hash, NOW) == LINK
    assert SHARED.invited(LINK.hash, LINK.expires) is None
    assert SHARED.invited(hashed("other"), NOW) is None


def test_who_goes_takes_along_what_they_said() -> None:
    assert SHARED.without(2) == Sharing("p1", (ANNA,), (LINK,))
    assert SHARED.without(3) == SHARED


def test_a_change_is_the_next_version() -> None:
    assert SHARED.next(heir=0) == SHARED.but(heir=0, version=1)
