"""Partners, who must have agreed."""

import pytest

from tests.knowledge.answers.fields import remarks, value


@pytest.mark.covers("V24")
def test_partners_must_agree() -> None:
    assert value("partners", "nej") == []
    assert value("partners", "Röda Korset, Vasa församling") == ["Röda Korset", "Vasa församling"]
    assert value("partners", "Vasa församling, lånar ut köket") == ["Vasa församling, lånar ut köket"]
    assert remarks("partners", "skolan") == ["partners.consent"]
