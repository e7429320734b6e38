from knowledge.tokens import Word, fold, words_of


def test_words_are_folded_but_know_where_they_stood() -> None:
    assert words_of("Ensam, åldring!") == [Word("ensam", 0, 5), Word("aldring", 7, 14)]


def test_folding_keeps_the_length_of_a_word() -> None:
    assert fold("ÅÄÖéüß") == "aaoeuß"
