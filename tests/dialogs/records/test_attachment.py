"""Whether two messages bear the same file."""

import pytest

from dialogs.records.attachment import Attachment

KEPT = Attachment("document", "a", "plan.pdf", 9, "u")


@pytest.mark.parametrize(
    ("other", "same"),
    [
        (KEPT, True),
        (Attachment("document", "b", "plan.pdf", 9, "u"), True),
        (Attachment("document", "a", "plan.pdf", 9, "v"), False),
        (Attachment("document", "a", "plan.pdf", 9), True),
        (Attachment("document", "b", "plan.pdf", 9), False),
        (None, False),
    ],
)
def test_a_file_is_known_by_what_never_changes_of_it(other: Attachment | None, same: bool) -> None:
    assert KEPT.is_file(other) is same
