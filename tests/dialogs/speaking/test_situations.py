"""Some eighty beginnings of a chat, each with the language in which its last message is answered."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from dialogs import texts
from dialogs.conversation.world import World
from knowledge.identification import others
from knowledge.identification.letters import in_other_letters
from knowledge.language import Language
from tests.stages.in_memory import Stage, at
from tests.stages.standing import world

ROWS = (Path(__file__).parent / "situations.tsv").read_text(encoding="utf-8").splitlines()
PERSON = 101


def situations() -> Iterator[tuple[str, str, str]]:
    for row in ROWS:
        if not row.startswith("#"):
            phone, messages, language, _what = row.split("\t")
            yield phone, messages.replace("\\n", "\n"), language


@pytest.mark.parametrize(("phone", "messages", "language"), list(situations()))
def test_the_last_message_is_answered_in_the_language_of_the_person(phone: str, messages: str, language: str) -> None:
    if language == "*" and not in_other_letters(messages) and not others.is_known():
        pytest.skip("the model of many languages is not installed")
    stage = Stage(World({"vasa": world().packs["vasa"]}, world().lexicon), at("2023-09-01T06:00"))
    for message in messages.split("|"):
        outcome = stage.say(PERSON, PERSON, message, code=phone)
    assert (language_of_the_answer(stage, outcome.session.language), outcome.session.need.text) == (
        language,
        "" if language == "*" else outcome.session.need.text,
    )


def language_of_the_answer(stage: Stage, chat: str) -> str:
    """The chat's own, in which an answer is; * where all three are known by their names."""
    answer = stage.chats[PERSON][-1].text
    all_three = [texts.say(language, "speaking.other_language", to_person=True) for language in Language]
    return "*" if all(said in answer for said in all_three) else chat
