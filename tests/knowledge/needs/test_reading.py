import pytest

from knowledge.language import Language
from knowledge.needs.model.load import load_lexicon
from knowledge.needs.reading import language_of, read


@pytest.mark.parametrize("chat", [None, *Language])
@pytest.mark.parametrize(
    "text",
    ["Ensamma äldre i Gerby", "yksinäisiä vanhuksia kylissä", "lonely old people", "Onni 12", "", "hej, we need tukea"],
)
def test_a_language_is_told_as_a_need_is_read(text: str, chat: Language | None) -> None:
    lexicon = load_lexicon()
    assert language_of(text, lexicon, chat) == read(text, lexicon, chat).language
