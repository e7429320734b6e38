"""The encoder as it is shipped: what means the same lies near, and what each word adds can be told apart."""

from itertools import permutations

import numpy as np
import pytest

from knowledge.needs.encoder.encoder import LONGEST, WIDTH, Embedding
from knowledge.needs.encoder.load import load_encoder
from knowledge.remembered import ReadFirst, forget, while_others_wait
from knowledge.tokens import words_of

SAME = (
    ("Vi vill starta en grupp för ensamma äldre", "Haluamme perustaa ryhmän yksinäisille vanhuksille",
     "We want to start a group for lonely elderly people"),
    ("Snön på vår gata är inte plogad", "Katuamme ei ole aurattu lumesta",
     "Nobody has cleared the snow from our street"),
    ("Vår förening behöver en lokal att träna i", "Seuramme tarvitsee tilan harjoitteluun",
     "Our club needs a hall to train in"),
    ("Jag har glömt mitt lösenord", "Unohdin salasanani", "I have forgotten my password"),
)  # fmt: skip
STRANGE = ("", " \n\t ", "😀", "👨\u200d👩\u200d👧🏳️\u200d🌈", "\0", "x" * 4096, "kaffe " * 682, "مرحبا بكم في المدينة",
           "\ud83d en halva \udc00", "<s></s><unk><pad>", "\u202eavig\u202c", "ﬁne ½ ㎏ ＡＢＣ", "e\u0301" * 2048,
           "İẞ\u03a3", "\U0010ffff")  # fmt: skip


def encoded(text: str) -> Embedding:
    return load_encoder().encode(text, [(word.start, word.end) for word in words_of(text)])


@pytest.mark.parametrize("own", SAME)
@pytest.mark.parametrize(("asked", "found"), [*permutations(range(3), 2)])
def test_of_another_languages_texts_the_one_that_means_the_same_lies_nearest(
    own: tuple[str, ...], asked: int, found: int
) -> None:
    near = {texts[found]: float(encoded(own[asked]).vector @ encoded(texts[found]).vector) for texts in SAME}
    assert max(near, key=lambda text: near[text]) == own[found]


@pytest.mark.parametrize("text", [*STRANGE, SAME[0][0]])
def test_whatever_is_typed_has_a_vector_that_its_words_and_the_rest_sum_up_to(text: str) -> None:
    found = encoded(text)
    assert found.vector.shape == (WIDTH,)
    assert found.parts.shape == (len(words_of(text)), WIDTH)
    assert float(np.linalg.norm(found.vector)) == pytest.approx(1, abs=1e-5)
    assert np.allclose(found.parts.sum(axis=0) + found.rest, found.vector, atol=1e-6)


def test_each_word_adds_what_its_own_pieces_add() -> None:
    text = "Kaffe (och bullar) på onsdagar!"
    apart, together = encoded(text), load_encoder().encode(text, [(0, len(text))])
    signs = load_encoder().encode(text, [(6, 7), (17, 18), (30, 31)])
    assert np.abs(apart.parts).max(axis=1).min() > 0
    assert np.allclose((apart.parts.sum(axis=0) + signs.parts.sum(axis=0)), together.parts[0], atol=1e-6)


def test_of_a_long_text_the_beginning_is_read() -> None:
    text = "kaffe " * 600
    added = np.abs(encoded(text).parts).max(axis=1) > 0
    assert added.tolist() == [True] * int(added.sum()) + [False] * (600 - int(added.sum()))
    assert LONGEST // 2 < int(added.sum()) < LONGEST
    assert np.array_equal(encoded(text).vector, encoded(text + "och en helt annan sak").vector)


def test_the_same_text_has_the_same_vector_also_after_it_was_forgotten() -> None:
    first = encoded(SAME[0][0])
    again = encoded(SAME[0][0])
    forget()
    anew = encoded(SAME[0][0])
    assert first.vector.tobytes() == again.vector.tobytes() == anew.vector.tobytes()
    assert first.parts.tobytes() == again.parts.tobytes() == anew.parts.tobytes()


def test_where_others_wait_only_short_texts_and_those_encoded_lately_are_encoded() -> None:
    forget()
    with while_others_wait():
        assert encoded("tack så mycket").vector.shape == (WIDTH,)
        with pytest.raises(ReadFirst):
            encoded(SAME[0][0])
    first = encoded(SAME[0][0])
    with while_others_wait():
        assert encoded(SAME[0][0]).vector.tobytes() == first.vector.tobytes()


def test_a_text_that_grows_beyond_what_is_read_is_not_encoded_again() -> None:
    forget()
    long = "vi vill ordna kaffe för alla i byn " * 60
    first = encoded(long)
    with while_others_wait():
        assert encoded(f"{long}\noch en rad till").vector.tobytes() == first.vector.tobytes()


def test_what_is_remembered_cannot_be_changed() -> None:
    found = encoded(SAME[0][0])
    with pytest.raises(ValueError, match="read-only"):
        found.vector[0] = 1
    with pytest.raises(ValueError, match="read-only"):
        found.parts[0, 0] = 1
