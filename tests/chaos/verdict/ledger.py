"""The independent ledger: what the Bot API took from Lots, held against what people did and must be told.

It trusts the local Bot API's list of calls, never the bot's own notes. Each chat must show exactly the rehearsed
conversation, in order; what came twice is counted and must be explained by an outage and by a doubt that the bot
itself has counted.
"""

from collections import Counter
from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass, field

from tests.chaos.world.people import Association
from tests.chaos.world.script import REFERENCE, Call, Expected, Words, references, tags, words

SPOKEN = frozenset({"sendmessage", "editmessagetext"})
HIDDEN = "hidden"
BROKEN = frozenset({"cut_after", "delay_after", "delay_before", HIDDEN})
"""Faults after which the bot cannot know whether a call arrived; hidden ones arrived and were answered wrongly."""
TOLD = {
    "apology": "Något gick fel hos mig.",
    "not delivered": "nådde inte föreningen.",
    "nobody can tell": "Jag vet inte om svaret",
}
"""What people are told instead of an answer, by words that stand in it (`dialogs/texts/sv`)."""


@dataclass
class Found:
    """What the ledger says. `doubles` are calls that came twice, each with the first of its kind."""

    violations: list[str] = field(default_factory=list)
    doubles: list[tuple[Call, Call]] = field(default_factory=list)
    messages: int = 0
    cards: int = 0
    reminders: int = 0


def spoken(calls: Iterable[Call]) -> list[Call]:
    """The messages and edits that Telegram took, in order."""
    return [call for call in calls if call["accepted"] and call["method"].replace("_", "").lower() in SPOKEN]


def mark_hidden(calls: Iterable[Call], hidden: Set[tuple[int, int]]) -> None:
    """Note with each call whether the proxy hid from the bot what came of it."""
    for call in calls:
        if (int(call["arguments"]["chat_id"]), call.get("message_id", 0)) in hidden:
            call.setdefault("fault", HIDDEN)


def told(calls: Iterable[Call]) -> Counter[str]:
    """How often people were told something instead of an answer, by what it was."""
    texts = [str(call["arguments"].get("text", "")) for call in calls]
    return Counter(what for text in texts for what, words_of_it in TOLD.items() if words_of_it in text)


def left_in_silence(calls: Sequence[Call], people: Sequence[Association]) -> list[str]:
    """Whoever never got what was waited for, and was not told that something went wrong either."""
    told_in = {int(call["arguments"]["chat_id"]) for call in calls if told([call])}
    return [
        f"{who.tag} was neither answered nor told: {who.stuck}"
        for who in people
        if who.lost and who.chat not in told_in
    ]


def judge(calls: Sequence[Call], people: Sequence[Association], desk: int, expected: Expected, days: int) -> Found:
    """Hold every chat against the rehearsal; `days` tells whether reminders were due."""
    found = Found(messages=len(calls))
    by_chat: dict[int, list[Call]] = {}
    for call in calls:
        by_chat.setdefault(int(call["arguments"]["chat_id"]), []).append(call)
    wanted = expected.chat + expected.reminders[:days]
    for who in people:
        own = by_chat.get(who.chat, [])
        _follow(found, who, own, wanted, who.tag)
        found.violations += _strangers(who, own)
    at_desk = by_chat.get(desk, [])
    for who in people:
        _follow(found, who, _of_case(at_desk, who), expected.desk, f"{who.tag} at the desk")
    found.cards = sum("svara på kortet" in second[1].lower() for second in _twice(found, "sendmessage"))
    texts = {text for _, text, _ in expected.reminders}
    found.reminders = sum(text in texts for _, text, _ in _twice(found, "sendmessage"))
    return found


def _follow(found: Found, who: Association, calls: Sequence[Call], wanted: Sequence[Words], where: str) -> None:
    """Walk along the rehearsal; something seen before is a double, anything else is wrong."""
    place = 0
    seen: dict[Words, Call] = {}
    for call in calls:
        said = words(call)
        if place < len(wanted) and said == wanted[place]:
            place += 1
        elif said in seen:
            found.doubles.append((seen[said], call))
        else:
            due = wanted[place][1][:60] if place < len(wanted) else "nothing"
            found.violations.append(f"{where}: came {said[1][:100]!r} ({said[0]}) where {due!r} was due")
        seen.setdefault(said, call)
    if place < len(wanted):
        found.violations.append(f"{where}: never came {wanted[place][1][:80]!r} ({who.stuck or 'not stuck'})")


def _strangers(who: Association, calls: Iterable[Call]) -> list[str]:
    foreign = {tag for call in calls for tag in tags(call)} - {who.tag}
    return [f"{who.tag} was shown the words of {tag}" for tag in sorted(foreign)]


def _of_case(calls: Sequence[Call], who: Association) -> list[Call]:
    """What was said at the desk about an association's case, which is known by the association's own words."""
    named = {call["seq"]: references([call]) for call in calls}
    mine = {name for call in calls if who.tag in tags(call) for name in named[call["seq"]]}
    return [call for call in calls if mine & named[call["seq"]]]


def _twice(found: Found, method: str) -> list[Words]:
    return [said for _, call in found.doubles if (said := words(call))[0] == method]


def unexplained(found: Found, outages: Sequence[tuple[float, float]], doubts: int) -> list[str]:
    """Doubles that no outage and no broken call explains, or that the bot has not counted."""
    wrong = [
        f"twice without a reason: {words(second)[1][:80]!r}, {second['at'] - first['at']:.2f} s apart"
        for first, second in found.doubles
        if first.get("fault") not in BROKEN and not any(a <= second["at"] and b >= first["at"] for a, b in outages)
    ]
    if len(found.doubles) > doubts:
        wrong.append(f"{len(found.doubles)} messages came twice, but the bot counted {doubts} doubts")
    return wrong


def crossed(calls: Iterable[Call], people: Sequence[Association]) -> list[str]:
    """Messages at the desk that mix the words of two associations."""
    known = {who.tag for who in people}
    return [f"one message carries {sorted(mixed)}" for call in calls if len(mixed := tags(call) & known) > 1]


def out_of_topic(calls: Iterable[Call], people: Sequence[Association], desk: int) -> list[str]:
    """Cases that do not stand in one topic of their own in the group of the navigators, whatever came twice."""
    at_desk = [call for call in calls if int(call["arguments"]["chat_id"]) == desk and "message_id" in call]
    found: list[str] = []
    owners: dict[int, str] = {}
    for who in people:
        sent = [call for call in _of_case(at_desk, who) if words(call)[0] == "sendmessage"]
        topics = sorted({int(call["arguments"].get("message_thread_id") or 0) for call in sent})
        if sent and (len(topics) > 1 or not topics[0]):
            found.append(f"the case of {who.tag} stands in the topics {topics}")
        shared = [owner for topic in topics if (owner := owners.setdefault(topic, who.tag)) != who.tag]
        found += [f"the cases of {owner} and {who.tag} stand in one topic" for owner in shared]
    return found


def astray(calls: Iterable[Call], people: Sequence[Association]) -> list[str]:
    """Messages with words of somebody who never wrote to this bot."""
    known = {who.tag for who in people}
    return [f"words of {sorted(foreign)} came here" for call in calls if (foreign := tags(call) - known)]


def reference_of(calls: Iterable[Call], who: Association) -> str:
    """The case that an association was told about."""
    told = [found for call in calls if (found := REFERENCE.search(_sent_note(call, who)))]
    return told[0][0] if told else ""


def _sent_note(call: Call, who: Association) -> str:
    mine = int(call["arguments"]["chat_id"]) == who.chat
    text = str(call["arguments"].get("text", ""))
    return text if mine and text.startswith("Skickat. Ärende") else ""


def most_common(violations: Iterable[str], limit: int = 12) -> list[str]:
    """The violations, the most frequent first."""
    return [f"{count} × {what}" if count > 1 else what for what, count in Counter(violations).most_common(limit)]
