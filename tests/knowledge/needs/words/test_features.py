from knowledge.needs.words.concepts import Found, compile_vocabulary
from knowledge.needs.words.features import concepts, ideas, pieces, whole_words
from knowledge.needs.words.spelling import spellings_of
from knowledge.tokens import words_of

VOCABULARY = compile_vocabulary([("lonely", "sv", "ensam"), ("new_in_town", "sv", "ny i stan")])
KNOWN = {"w ensamma", "w ny", "w i", "w stan"}


def test_a_word_is_one_feature_and_its_pieces_have_marks_at_its_edges() -> None:
    words = words_of("Ny, Åsa")
    assert whole_words(words) == [("w ny",), ("w asa",)]
    assert pieces(words) == [["<ny", "ny>", "<ny>"], ["<as", "asa", "sa>", "<asa", "asa>", "<asa>"]]


def test_a_concept_stands_at_the_first_of_its_words() -> None:
    words = words_of("ny i stan")
    found = concepts(words, VOCABULARY, {}, KNOWN, "sv")
    assert (found, ideas(words, found)) == ([Found("new_in_town", 0, 3)], [["k new_in_town"], [], []])


def test_a_concept_is_found_behind_a_slip_and_a_known_word_is_left_alone() -> None:
    spellings = spellings_of(["ensamma"])
    slips = words_of("ensmma esnamma")
    found = [
        concepts(slips, VOCABULARY, spellings, known, "sv") for known in (KNOWN, {*KNOWN, "w ensmma", "w esnamma"})
    ]
    assert found == [[Found("lonely", 0, 1), Found("lonely", 1, 2)], []]
