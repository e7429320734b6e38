from knowledge.needs.words.spelling import corrected, nearly_begins, spellings_of


def test_a_slip_is_corrected_and_an_unknown_word_is_not() -> None:
    spellings = spellings_of(["ensamhet", "fotboll"])
    assert [corrected(word, spellings) for word in ("enasmhet", "ensamhett", "kvantfysik", "fot")] == [
        "ensamhet",
        "ensamhet",
        None,
        None,
    ]


def test_a_name_is_known_by_its_beginning() -> None:
    assert [nearly_begins(word, ("ensamhet",)) for word in ("ensamheten", "gemensam")] == [True, False]
