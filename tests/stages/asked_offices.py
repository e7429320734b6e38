"""A municipality whose offices have chats, with one case at its desk: what the tests of questions to offices share."""

from dialogs.records.case import Case
from dialogs.records.need import Need
from tests.stages.in_memory import STAFF, Shown, Stage, at
from tests.stages.standing import world

MEMBER, NORA, NIKO, ULLA, PER, OFFICIAL = 101, 201, 202, 401, 402, 501
WELFARE, CULTURE = -1002000000001, -1002000000002
OFFICES = {"vasa": {"welfare": WELFARE, "culture-leisure": CULTURE, "integration": OFFICIAL}}
WELFARE_ALONE = {"vasa": {"welfare": WELFARE}}
NOBODY: dict[str, dict[str, int]] = {}
"""No office has a chat."""
VASA = world().packs["vasa"]
REFERENCE = "K7WM4"
NEED = "gubbarna i byn sitter hemma hela vintern"
STARTED = at("2023-09-01T06:00")
"""09.00 in Vasa on a Friday: five working days later is Friday 8 September."""
CASE = Case(
    REFERENCE,
    "vasa",
    MEMBER,
    "sv",
    "Onsdagsköket",
    Need(NEED, topics=("exclusion/loneliness",), offices=("welfare",)),
    (("Förening", "Byalaget rf"),),
    opened_at=STARTED,
    answer_by="2023-09-08",
    version=1,
    who="Byalaget rf",
    writer="Hodan Warsame",
)
QUESTION = "Har ni en lokal på onsdagar?"
TAKE, DECLINE, ASK_BACK = "Vi tar det", "Inte vårt, för att …", "Fråga tillbaka"


def a_town(offices: dict[str, dict[str, int]] = WELFARE_ALONE, case: Case = CASE, municipality: str = "vasa") -> Stage:
    """A desk that has one case, and the chats of its offices."""
    stage = Stage(world(), STARTED, staff={municipality: STAFF}, offices=offices)
    stage.cases[REFERENCE] = case.but(municipality=municipality)
    return stage


def at_card(stage: Stage, text: str, user: int = NORA, name: str = "Nora") -> None:
    """Type the words of a card's button, with the case's reference."""
    stage.say(STAFF, user, f"{text} {REFERENCE}", name=name)


def write(stage: Stage, text: str = QUESTION) -> Shown:
    """Begin a question where one office can be asked, and write it; return the preview."""
    at_card(stage, "Fråga en enhet")
    stage.say(STAFF, NORA, text, name="Nora")
    return newest(stage, STAFF)


def ask(stage: Stage, text: str = QUESTION) -> Shown:
    """Ask the one office that can be asked; return the question as it stands in its chat."""
    write(stage, text)
    stage.press(STAFF, NORA, "Skicka frågan", name="Nora")
    return question(stage, next(iter(stage.offices["vasa"].values())) if stage.offices else STAFF)


def question(stage: Stage, chat: int) -> Shown:
    """The newest question in a chat."""
    return next(one for one in reversed(stage.chats[chat]) if one.text.startswith("Fråga i ärende"))


def newest(stage: Stage, chat: int) -> Shown:
    """The newest message in a chat."""
    return stage.chats[chat][-1]


def reply(stage: Stage, text: str, *, chat: int = WELFARE, user: int = ULLA, name: str = "Ulla") -> None:
    """Answer the newest question of a chat with words."""
    stage.say(chat, user, text, name=name, reply_to=question(stage, chat).number)


def verdicts(stage: Stage) -> list[str]:
    """What has come of each question."""
    return [inquiry.verdict for inquiry in stage.cases[REFERENCE].inquiries]


def since(stage: Stage, chat: int, before: int) -> list[str]:
    """What was said in a chat after its first messages."""
    return [shown.text for shown in stage.chats.get(chat, [])[before:]]


def count(stage: Stage, chat: int) -> int:
    """How many messages stand in a chat."""
    return len(stage.chats.get(chat, []))


def labels(shown: Shown) -> list[str]:
    """What the buttons of a message say."""
    return [offer.label for offer in shown.offers]
