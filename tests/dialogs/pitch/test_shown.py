"""What an order says of itself: whose time would be another than they were told."""

from dialogs.conversation.session import PitchDraft
from dialogs.pitch.shown import told_of
from dialogs.records.staff.call import Call, PitchRow
from tests.stages.called import VASA

ROUND = VASA.rounds[0]
A, B, C = (PitchRow(10, name) for name in "abc")


def test_only_those_whose_time_differs_would_be_told() -> None:
    published = Call("vasa", "spring", running=(A, B, C))
    orders = [(A, B, C), (A, C, B), (A, PitchRow(5), B, C), (A, B), (B, A, C)]
    assert [told_of(ROUND, published, PitchDraft("1", "spring", rows)) for rows in orders] == [
        (),
        ("c", "b"),
        ("b", "c"),
        ("c",),
        ("b", "a"),
    ]
