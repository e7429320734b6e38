from knowledge.needs.model.linear import softmax


def test_shares_sum_to_one() -> None:
    assert softmax([0.0, 0.0]) == [0.5, 0.5]
