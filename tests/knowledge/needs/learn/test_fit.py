import pytest

pytest.importorskip("sklearn", reason="the extra `learn` is not installed")

import numpy as np
from scipy import sparse

from knowledge.needs.learn.fit import BEST_FIRST, EVENLY, fit

APART = sparse.csr_matrix(np.array([[1.0, 0.0], [0.0, 1.0], [1.0, 1.0]]))


def test_weights_are_centred_and_speak_for_the_label_that_a_feature_stands_with() -> None:
    head = fit("town", APART, [["north"], ["south"], []])
    assert head.labels == ("north", "south")
    np.testing.assert_allclose(head.weights.sum(axis=0), 0, atol=1e-9)
    assert [list(head.weights[:, column]).index(head.weights[:, column].max()) for column in (0, 1)] == [0, 1]


def test_a_second_label_learns_more_where_labels_share_evenly() -> None:
    targets = [["north", "south"], ["south"], ["north"]]
    lead = [fit("town", APART, targets, sharing).weights[0, 0] for sharing in (BEST_FIRST, EVENLY)]
    assert lead[0] > lead[1]
