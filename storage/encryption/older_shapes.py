"""How values that an older Lots wrote are read: plain JSON of one shape to plain JSON of the next.

A shape gains a step when a field changes its meaning. The tests read released databases through these steps.
"""

from collections.abc import Callable, Mapping
from typing import Any

from dialogs.conversation.session import ADVICE, ASIDE, CHANGE, CRITERIA, LANGUAGE, Session
from knowledge.municipality.pack import SECTIONS
from storage.queue_items import Content, Kind

Json = dict[str, Any]
UNDER_CARD, RECEIPT = "_under_card", "_receipt"
TOLD_OF_AN_IDEA = "advice."
"""What the adviser was told stood among the facts, each key with this before it."""


def session_without_drawers(old: Json) -> Json:
    """Return a session whose facts, ways back and `draft` are values of the rooms that remember them."""
    facts, draft = old.get("facts", {}), old.get("draft", "")
    at_desk = old.get("place", "").startswith("desk")
    heard = old.get("heard")
    return {
        **old,
        "ways": _ways(old, facts),
        "filling": {} if at_desk else _filling(draft),
        "drafts": {**(_answer_under_way(old, draft, facts) if at_desk else {}), **old.get("drafts", {})},
        "strays": [*({"text": text} for text in [facts.get("stray")] if text), *old.get("strays", ())],
        "heard": {**heard, "ways": _ways(heard, {}), "filling": _filling(heard.get("draft", ""))} if heard else None,
        "search": {
            "money": facts.get("money") == "yes",
            "office_told": facts.get("office_told", ""),
            "language_offered": facts.get("language_offered", ""),
        },
        "advice": _advice(facts),
        "idea": {
            "name": facts.get("name", ""),
            "message": facts.get("message", ""),
            "alone": bool(facts.get("alone")),
        },
        "waiting": _waiting(facts),
        "desk": {
            "sent": [int(number) for number in facts.get("sent", "").split()],
            "told_nameless": facts.get("told_nameless", ""),
        },
        "stopped": facts.get("stopped", ""),
    }


def _ways(old: Json, facts: Json) -> list[Json]:
    kept = {
        ASIDE: old.get("returns"),
        CHANGE: old.get("back_to"),
        LANGUAGE: facts.get("language_from"),
        ADVICE: facts.get("advice.returns"),
        CRITERIA: facts.get("advice.then"),
    }
    return [{"of": of, "to": to} for of, to in kept.items() if to]


def _filling(draft: str) -> Json:
    return {"adding": draft == "more", "changed": draft == "changed", "part": draft if draft in SECTIONS else ""}


def _answer_under_way(old: Json, draft: str, facts: Json) -> Json:
    """The first release kept one answer of a navigator, in words, without an id."""
    if not draft or not old.get("case"):
        return {}
    return {old["case"]: {"id": "", "text": draft, "closing": facts.get("mode") == "close"}}


def _advice(facts: Json) -> Json:
    told = {key.removeprefix(TOLD_OF_AN_IDEA): value for key, value in facts.items() if key.startswith(TOLD_OF_AN_IDEA)}
    about, opened = told.pop("need", None), told.pop("at", "")
    others = {"returns", "then"}
    answers = {key: value for key, value in told.items() if key not in others}
    return {"answers": answers, "about": about, "opened": opened}


def _waiting(facts: Json) -> Json | None:
    text = facts.get("question", "")
    return {"text": text, "place": facts.get("question_from", "start")} if text else None


def message_with_notes(old: Json) -> Json:
    """Return a message whose payload holds what Telegram is to get and nothing else.

    The first shape said in the place of a method how it is delivered, and kept its notes among the payload's keys.
    """
    payload = {key: value for key, value in old["payload"].items() if key not in (UNDER_CARD, RECEIPT)}
    notes = {"under_card": bool(old["payload"].get(UNDER_CARD)), "receipt": old["payload"].get(RECEIPT)}
    match old["method"]:
        case "card":
            return {**old, "method": "sendMessage", "payload": payload, "kind": Kind.CARD.value, "notes": notes}
        case "documents":
            paper = {"proposal": payload["proposal"], "language": payload["language"], "number": payload["file"]}
            return {**old, "method": "sendDocument", "payload": {}, "kind": Kind.PAPER.value, "notes": {"paper": paper}}
        case "export":
            return {**old, "method": "sendDocument", "payload": {}, "kind": Kind.EXPORT.value}
        case _:
            return {**old, "payload": payload, "notes": notes}


STEPS: Mapping[type, tuple[Callable[[Json], Json], ...]] = {
    Session: (session_without_drawers,),
    Content: (message_with_notes,),
}
"""The steps of each kind, from its first shape to the newest. A value within another has no version of its own: a step
of `Proposal` must be made for the proposal of a `Paper` too."""
