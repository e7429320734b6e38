"""A desk with an open round and two associations with a draft for it, on the round's last afternoon."""

from dataclasses import replace
from datetime import datetime

from dialogs.conversation.session import Session
from dialogs.conversation.world import World
from dialogs.deadlines.ladder import plan
from dialogs.records.proposal import Proposal
from knowledge.language import Language
from knowledge.municipality.pack import Pack
from tests.stages.in_memory import STAFF, Stage, no_papers
from tests.stages.outage import a_town, here
from tests.stages.standing import world

NORA, NIKO = 201, 202
ANNA, BERTIL = 101, 102


def town() -> Pack:
    """Vasa with one round, whose last day is 28 October 2026."""
    pack = a_town("vasa", "2026-10-28T15:45", "2026-11-03T16:30")
    return replace(pack, rounds=(replace(pack.rounds[0], name=dict.fromkeys(Language, "Hösten 2026")),))


VASA = town()
BEGUN = here(VASA, "2026-10-01T12:00")


def called(now: str = "2026-10-28T15:30") -> Stage:
    """The stage at a moment on Vasa's clock; what was due before has been said."""
    stage = Stage(World({"vasa": VASA}, world().lexicon), here(VASA, now), render=no_papers)
    for chat in (ANNA, BERTIL):
        draft(stage, chat)
    with stage.transaction() as work:
        past = [key for key, item in stage.reminders.items() if item.due < stage.now]
        work.reminders.fired(past, stage.now, "say")
    return stage


def draft(stage: Stage, chat: int, **more: datetime) -> None:
    """Let an association have a draft for the round."""
    proposal = Proposal(f"p{chat}", chat, "vasa", "spring", "sv", created_at=BEGUN, **more)
    with stage.transaction() as work:
        work.proposals.save([proposal])
        work.sessions.save([Session(chat, chat, "sv", municipality="vasa")])
        work.reminders.plan_all({proposal.id: plan(VASA, proposal, BEGUN)})


def told(stage: Stage, *texts: str, user: int = NORA) -> str:
    """Type one thing after the other at the desk; return what was said there last."""
    for text in texts:
        stage.say(STAFF, user, text, name={NORA: "Nora", NIKO: "Niko"}[user])
    return stage.chats[STAFF][-1].text


def buttons(stage: Stage) -> list[str]:
    """What stands on the buttons of the last message at the desk."""
    return [offer.label for offer in stage.chats[STAFF][-1].offers]


def heard(stage: Stage, chat: int) -> str:
    """What an association was told last, empty if nothing."""
    return stage.chats[chat][-1].text if stage.chats.get(chat) else ""
