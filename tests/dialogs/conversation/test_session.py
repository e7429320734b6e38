"""The ways back of a session: one of each kind, the newest last."""

from dialogs.conversation.session import ADVICE, ASIDE, CHANGE, Session, Way

SESSION = Session(101, 101, ways=(Way(ASIDE, "office"), Way(ADVICE, "need")))


def test_a_way_of_a_kind_takes_the_place_of_the_one_before() -> None:
    assert SESSION.leading("proposal.summary", CHANGE) == (*SESSION.ways, Way(CHANGE, "proposal.summary"))
    assert SESSION.leading("start") == (Way(ADVICE, "need"), Way(ASIDE, "start"))


def test_a_way_to_nowhere_is_no_way() -> None:
    assert SESSION.leading("") == (Way(ADVICE, "need"),)


def test_a_way_is_found_by_its_kind_and_there_may_be_none() -> None:
    assert [SESSION.way_back(of) for of in (ASIDE, ADVICE, CHANGE)] == ["office", "need", ""]
