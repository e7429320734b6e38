"""What a need is about: its topics and doors, with the person's own words as evidence; or that it is none.

Pure: text, pack and lexicon in, an `Understanding` out. It suggests; people decide. What to say and which rule of
an office holds today is left to the dialogs and to `route.py`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Literal

from knowledge.language import Language
from knowledge.municipality.pack import Pack
from knowledge.needs.crisis import in_distress
from knowledge.needs.evidence import because, borne
from knowledge.needs.model.lexicon import Lexicon
from knowledge.needs.model.linear import FITS, OFFICES
from knowledge.needs.reading import Reading, read
from knowledge.needs.topic_profiles import Profile, learned_list, profiles, speaks_for

Kind = Literal["need", "unclear", "out_of_scope", "crisis"]

# What each number was tried on, and what it trades, stands in docs/matching.md under "The numbers".
MOST = 3
"""Topics and offices at most: as many buttons as a person reads on a telephone."""
FAINTEST = 0.02
"""Share: a fainter suggestion is not worth a look. At 0.005 or 0.05 a tenth more or fewer topics are shown, and no more
or fewer of them are right."""
OUTSIDE, UNSURE = 0.75, 0.4
"""From these shares on a text is no need, or it is unclear whether it is one. Of 348 texts that are none, 218 are seen
to be so and 60 asked about; of 1114 needs 11 are refused and 14 asked about. `OUTSIDE` at 0.6 refuses 33 more and 2
needs more, at 0.9 60 fewer and 7 needs fewer; `UNSURE` at 0.3 asks about 16 more of either, at 0.5 of 12 fewer and 7
needs fewer."""
PAGE = 36
"""A text of so many words that is no need is a pasted page: somebody means something by it, so it is unclear. At 24
words 18 of 348 such texts more are asked about, at 60 one fewer."""
SURE, FEW = 0.8, 8
"""In so few words, if the best topic's share is less, one of them must bear it by itself; else topics are guesses. Any
share from 0.6 to 1 does the same on needs of the corpora; at 12 words 5 of 923 needs more lose a right topic."""
SENT_ON = 0.5
"""The least share of a kind of errand that is sent on to another door: more likely than all others together."""
NOTHING_FITS, NOTHING_FITS_THERE, TOPICLESS_DOOR = 0.97, 0.85, 0.8
"""From these shares on a need in scope gets no topic at all. A sports grant is no welfare challenge, so less is needed
where the share of the door whose needs fit no topic is from the last on. So 50 of 166 needs without a topic are told
and 4 of 923 others lose theirs; without the lower share for that door it would be 29 and 4."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A topic or an office, its share between nought and one, and the words of the text that speak for it."""

    id: str
    score: float
    because: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Understanding:
    """How Lots understands a text. Only a need has topics and offices, best first.

    `unclear` is a text that may be a need: one question is better than a guess. `door` is the role of the pack that a
    text out of scope belongs to, if the pack names one.
    A need in scope that no topic fits has none. `asks_money` tells that a plain grant is asked for.
    """

    kind: Kind
    language: Language
    topics: tuple[Suggestion, ...] = ()
    offices: tuple[Suggestion, ...] = ()
    asks_money: bool = False
    door: str | None = None


def understand(
    text: str,
    pack: Pack,
    lexicon: Lexicon,
    language: Language | None = None,
    *,
    gated: bool = False,
    idea: bool = False,
) -> Understanding:
    """Tell what a text is about, in the terms of a pack.

    `language` is the language of the chat, if known. `gated` words were found to be nobody's distress before; the
    person has said that an `idea` is one, so that it is read as a need.
    """
    reading = read(text, lexicon, language)
    if not gated and in_distress(text, lexicon, language):
        return Understanding("crisis", reading.language)
    kind = kind_of(reading, lexicon)
    if idea or kind == "need":
        return _need(reading, pack, lexicon)
    door = _door(reading, pack, lexicon) if len(reading.words) < PAGE else None
    return Understanding("out_of_scope" if door else kind, reading.language, door=door)


def _need(reading: Reading, pack: Pack, lexicon: Lexicon) -> Understanding:
    topics = _topics(reading, pack, lexicon)
    offices = _offices(reading, pack, lexicon)
    return Understanding("need", reading.language, topics, offices, asks_money(reading))


def kind_of(reading: Reading, lexicon: Lexicon) -> Kind:
    """Tell whether a text that is nobody's distress is a need, something else, or unclear."""
    known = any(own.count for group in reading.groups[::2] for own in group.by_word)
    outside = reading.shares(lexicon.model, "scope")["out_of_scope"]
    if not known:
        return "out_of_scope"
    if outside >= OUTSIDE:
        return "unclear" if len(reading.words) >= PAGE else "out_of_scope"
    return "unclear" if outside >= UNSURE else "need"


def _door(reading: Reading, pack: Pack, lexicon: Lexicon) -> str | None:
    """Return the role of the pack that takes this kind of errand."""
    shares = reading.shares(lexicon.model, "door")
    kind = max(shares, key=lambda label: shares[label])
    takers = (role.id for role in pack.roles.values() if kind in role.takes)
    return next(takers, None) if shares[kind] >= SENT_ON else None


def asks_money(reading: Reading) -> bool:
    """Tell whether a plain grant is asked for, in words that are not denied."""
    return any(found.concept == "plain_grant" and found.first not in reading.denied for found in reading.concepts)


def _topics(reading: Reading, pack: Pack, lexicon: Lexicon) -> tuple[Suggestion, ...]:
    own = learned_list(pack, lexicon.model)
    if own and _nothing_fits(reading, lexicon, own):
        return ()
    rests_on = profiles(pack, lexicon)
    shares = reading.all_shares(lexicon.model, (own,) if own else (*lexicon.model.topic_lists, OFFICES))
    spoken = {topic: speaks_for(profile, reading, shares) for topic, profile in rests_on.items()}
    total = max(1.0, sum(score for score, _ in spoken.values()))
    best = _best({topic: score / total for topic, (score, _) in spoken.items()})
    if best and best[0][1] < SURE and len(reading.words) <= FEW:
        topic = best[0][0]
        best = best if _led_to(reading, lexicon, rests_on[topic], spoken[topic][1]) else []
    found = (Suggestion(t, score, because(reading, lexicon, rests_on[t].lanes, spoken[t][1])) for t, score in best)
    return tuple(item for item in found if item.because)


def _led_to(reading: Reading, lexicon: Lexicon, profile: Profile, places: Mapping[int, float]) -> bool:
    """Tell whether any word of the text leads to a topic by itself."""
    return bool(places) or any(borne(reading, lexicon, {lane: 1.0}) for lane in profile.lanes)


def _nothing_fits(reading: Reading, lexicon: Lexicon, own: str) -> bool:
    topicless = reading.shares(lexicon.model, OFFICES)[lexicon.topicless_door] >= TOPICLESS_DOOR
    enough = NOTHING_FITS_THERE if topicless else NOTHING_FITS
    return reading.shares(lexicon.model, f"{FITS}{own}")["no"] >= enough


def _offices(reading: Reading, pack: Pack, lexicon: Lexicon) -> tuple[Suggestion, ...]:
    shares = reading.shares(lexicon.model, OFFICES)
    doors = [office.id for office in pack.offices]
    known = {door: shares[door] for door in doors if door in shares}
    if len(known) < 2:
        return tuple(Suggestion(door, 1.0, _told(reading, lexicon, _of_any(shares))) for door in doors[:1])
    total = sum(known.values())
    best = _best({door: share / total for door, share in known.items()})
    found = tuple(
        Suggestion(door, score, because(reading, lexicon, {f"{OFFICES}:{door}": 1.0})) for door, score in best
    )
    told = tuple(item for item in found if item.because)
    return told or (replace(found[0], because=_told(reading, lexicon, {})),)


def _told(reading: Reading, lexicon: Lexicon, lanes: dict[str, float]) -> tuple[str, ...]:
    """Return the words that speak for some lanes, or else those that make the text a need at all."""
    return because(reading, lexicon, lanes) or because(reading, lexicon, {"scope:need": 1.0})


def _of_any(shares: dict[str, float]) -> dict[str, float]:
    """Where there is one door for everything, whatever speaks for any door speaks for it."""
    return {f"{OFFICES}:{label}": share for label, share in shares.items()}


def _best(scored: dict[str, float]) -> list[tuple[str, float]]:
    ranked = sorted(scored.items(), key=lambda item: -item[1])[:MOST]
    return [(name, round(score, 4)) for name, score in ranked if score >= FAINTEST]
