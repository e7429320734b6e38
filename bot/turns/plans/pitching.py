"""Who may pitch in each round of a municipality, as its desk may see them."""

from typing import Any

from bot.turns.about.case_meant import plans_pitch
from bot.turns.plans.calls import having_of, reached
from dialogs.conversation.events import Event
from dialogs.conversation.session import Post, Session
from dialogs.pitch.eligible import in_order, pitching
from dialogs.records.staff.pitching import Pitching
from knowledge.municipality.pack import Pack
from storage.unit_of_work import UnitOfWork


def asked_for(
    work: UnitOfWork, world: Any, event: Event, session: Session, post: Post | None
) -> dict[str, tuple[Pitching, ...]]:
    """Return who may pitch, by round, where a desk looks at a pitch or does something with it."""
    if not plans_pitch(event, session, post) or event.sender.staff not in world.packs:
        return {}
    pack = world.packs[event.sender.staff]
    return {item.id: in_round(work, pack, item.id) for item in pack.rounds if item.pitch is not None}


def in_round(work: UnitOfWork, pack: Pack, round_id: str) -> tuple[Pitching, ...]:
    """Return who may pitch in one round, as they said that both papers were sent."""
    having = having_of(work, pack.id, round_id)
    proposals = work.proposals.named(having)
    references = {item.case for item in proposals.values() if item.case}
    cases = work.cases.by_reference(sorted(references)) if references else {}
    listening = set(reached(work, (chats[0] for chats in having.values())))
    found = (
        pitching(pack, item, cases.get(item.case), reached=having[name][0] in listening)
        for name, item in proposals.items()
    )
    return in_order(one for one in found if one is not None)
