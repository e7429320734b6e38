"""Anna who owns a proposal, and Bo and Cia whom she lets take part: what the tests of this room begin with."""

import re

from dialogs.conversation.session import Outcome, Session
from dialogs.records.proposal import Answer, Proposal
from tests.stages.in_memory import Stage, at
from tests.stages.standing import world

ANNA, BO, CIA = 101, 102, 103
NAMES = {ANNA: "Anna", BO: "Bo", CIA: "Cia"}
TITLE = "Kaffe och prat"
FIELD = "FP03"


def alone(**answers: Answer) -> Stage:
    """Anna with a draft of her own."""
    stage = Stage(world(), at("2023-09-01T06:00"))
    given = {"FP01": Answer("given", TITLE, TITLE), **answers}
    stage.proposals["p1"] = Proposal("p1", ANNA, "vasa", "partnership-2023", "sv", given, created_at=stage.now)
    stage.sessions[ANNA, ANNA] = Session(ANNA, ANNA, "sv", "vasa", "welcome.back", proposal="p1", greeted=True)
    opened(stage, ANNA)
    return stage


def together(role: str = "Läsa, kommentera och ändra", person: int = BO, **answers: Answer) -> Stage:
    """Anna with a draft that Bo takes part in, who has just come in."""
    stage = alone(**answers)
    let_in(stage, role, person)
    return stage


def let_in(stage: Stage, role: str, person: int, code: str = "sv") -> None:
    """Let somebody in by a link, from Anna's list of who takes part."""
    say(stage, person, f"/start {link(stage, role)}", code)


def link(stage: Stage, role: str) -> str:
    """Let Anna make a link; return the parameter of it."""
    opened(stage, ANNA)
    press(stage, ANNA, "Tillsammans")
    press(stage, ANNA, "Bjud in någon")
    press(stage, ANNA, role)
    return re.search(r"https://t\.me/lots_bot\?start=(invitation-\S+)", said(stage, ANNA))[1]


def opened(stage: Stage, who: int) -> None:
    """Let somebody open the overview of the draft from their list."""
    say(stage, who, "/proposals")
    press(stage, who, f"Öppna: {TITLE}")
    if "Se allt" in {offer.label for offer in session(stage, who).offers}:
        press(stage, who, "Se allt")


def asked(stage: Stage, who: int, field: str = FIELD) -> None:
    """Let somebody open a question of the draft in hand from its overview."""
    opened(stage, who)
    say(stage, who, world().packs["vasa"].fields_by_id[field].label["sv"])


def session(stage: Stage, who: int) -> Session:
    return stage.sessions[who, who]


def say(stage: Stage, who: int, text: str, code: str = "sv") -> Outcome:
    return stage.say(who, who, text, name=NAMES[who], code=code)


def press(stage: Stage, who: int, label: str) -> Outcome:
    return stage.press(who, who, label, name=NAMES[who])


def said(stage: Stage, who: int) -> str:
    """The newest message of somebody's chat."""
    return stage.chats[who][-1].text


def lately(stage: Stage, who: int, count: int = 2) -> str:
    return "\n".join(shown.text for shown in stage.chats[who][-count:])
