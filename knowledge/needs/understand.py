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
from knowledge.needs.other_doors import is_anothers, other_door
from knowledge.needs.reading import Reading, read, with_meaning, without_courtesies
from knowledge.needs.topic_profiles import Profile, learned_list, profiles, speaks_for
from knowledge.needs.unlearned.shares import topic_shares
from knowledge.remembered import remembered

Kind = Literal["need", "unclear", "out_of_scope", "crisis"]

# What each number was tried on, and what it trades, stands in docs/matching.md under "The numbers".
MOST = 3
"""Topics and offices at most: as many buttons as a person reads on a telephone."""
FAINTEST = 0.005
"""Share: a fainter suggestion is not worth a look. At 0.02 seven leaves and eight themes of 1185 needs are no longer
among three; at 0.002 two leaves more are."""
FAINTEST_UNLEARNED = 0.005
"""The same where nothing was learned for the topics, so that less is known. On two invented towns a tenth more topics
are shown than at 0.02, and two in a hundred needs more have their topic among them."""
OUTSIDE, UNSURE = 0.9, 0.03
"""Of what is no distress: from these shares on a text is no need, or it is unclear whether it is one. Of 1114 texts by
authors left out that are none 866 are seen to be so and 165 asked about; of 1185 needs by the same 11 are refused and
24 asked about. `OUTSIDE` at 0.5 sees 40 more and asks about as many fewer, and refuses two blind needs of 234 more;
`UNSURE` at 0.005 asks about 11 such texts and 19 needs more, and about three of 25 English messages as people type
them."""
ANOTHERS = 0.3
"""The share for what is clearly of a door that is another body's, by the pack. Set by hand between the two: what is
unclear is asked about, and nobody is asked twice about their own health care."""
PAGE = 36
"""A text of so many words that is no need is a pasted page: somebody means something by it, so it is unclear. At 24
words 18 of 348 such texts more are asked about, at 60 one fewer."""
SURE, FEW = 0.8, 8
"""In so few words, if the best topic's share is less, one of them must bear it by itself; else topics are guesses. Any
share from 0.6 to 1 does the same on needs of the corpora; at 12 words 5 of 923 needs more lose a right topic."""
NOTHING_FITS, NOTHING_FITS_THERE, TOPICLESS_DOOR = 0.995, 0.97, 0.8
"""From these shares on a need in scope gets no topic at all. A sports grant is no welfare challenge, so less is needed
where the share of the door whose needs fit no topic is from the last on. So 66 of 233 needs without a leaf of Vasa by
authors left out are told, and the right leaf is first for 0.814 of the others; at 0.97 and 0.85 it is 89 and 0.809, and
a theme of Östersund is among three for 0.944 instead of 0.984."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A topic or an office, its share between nought and one, and the words of the text that speak for it."""

    id: str
    score: float
    because: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Understanding:
    """How Lots understands a text. Only a need has topics and offices, best first.

    `unclear` is a text that may be a need: one question is better than a guess. `door` is where a text belongs that is
    none (`other_doors.py`), or would if it is none, where that is known.
    A need in scope that no topic fits has none. `asks_money` tells that a plain grant is asked for.
    """

    kind: Kind
    language: Language
    topics: tuple[Suggestion, ...] = ()
    offices: tuple[Suggestion, ...] = ()
    asks_money: bool = False
    door: str | None = None


@remembered
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
    if not gated and (distressed := in_distress(text, lexicon, language, meant=True)):
        return Understanding("crisis", distressed)
    reading = with_meaning(read(text, lexicon, language), lexicon)
    kind = kind_of(reading, lexicon)
    if kind != "need":
        reading, kind = _without_courtesies(reading, lexicon, language) or (reading, kind)
    if idea or kind == "need":
        return _need(reading, pack, lexicon)
    door = other_door(reading, pack, lexicon)
    if door and is_anothers(door, pack) and _outside(reading, lexicon) >= ANOTHERS and len(reading.words) < PAGE:
        kind = "out_of_scope"
    return Understanding(kind, reading.language, door=door)


def _without_courtesies(reading: Reading, lexicon: Lexicon, language: Language | None) -> tuple[Reading, Kind] | None:
    """Read what is no need again without the greeting before it and the name after it, if it is a need then.

    So are none of the 96 errands with such words by authors and hands left out.
    """
    bare = without_courtesies(reading)
    if bare is None:
        return None
    again = with_meaning(read(bare, lexicon, language), lexicon)
    return (again, "need") if kind_of(again, lexicon) == "need" else None


def _need(reading: Reading, pack: Pack, lexicon: Lexicon) -> Understanding:
    topics = _topics(reading, pack, lexicon)
    offices = _offices(reading, pack, lexicon)
    return Understanding("need", reading.language, topics, offices, asks_money(reading))


def kind_of(reading: Reading, lexicon: Lexicon) -> Kind:
    """Tell whether a text that is nobody's distress is a need, something else, or unclear."""
    outside = _outside(reading, lexicon)
    if not reading.is_known:
        return "out_of_scope"
    if outside >= OUTSIDE:
        return "unclear" if len(reading.words) >= PAGE else "out_of_scope"
    return "unclear" if outside >= UNSURE else "need"


def _outside(reading: Reading, lexicon: Lexicon) -> float:
    shares = reading.shares(lexicon.model, "scope")
    return shares["out_of_scope"] / (shares["out_of_scope"] + shares["need"])


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
    if own is None and rests_on:
        return _unlearned(reading, pack, lexicon, spoken)
    total = max(1.0, sum(score for score, _ in spoken.values()))
    best = _best({topic: score / total for topic, (score, _) in spoken.items()})
    if best and best[0][1] < SURE and len(reading.words) <= FEW:
        topic = best[0][0]
        best = best if _led_to(reading, lexicon, rests_on[topic], spoken[topic][1]) else []
    found = (Suggestion(t, score, because(reading, lexicon, rests_on[t].lanes, spoken[t][1])) for t, score in best)
    return tuple(item for item in found if item.because)


def _unlearned(
    reading: Reading, pack: Pack, lexicon: Lexicon, spoken: Mapping[str, tuple[float, Mapping[int, float]]]
) -> tuple[Suggestion, ...]:
    """Suggest topics that nothing was learned for. Without a word for one, what hardly speaks against it is shown."""
    told = topic_shares(reading, pack, spoken)
    best = _best({topic: own.share for topic, own in told.items()}, FAINTEST_UNLEARNED)
    found = (
        Suggestion(
            t, share, because(reading, lexicon, {}, told[t].places) or because(reading, lexicon, {}, told[t].lifted)
        )
        for t, share in best
    )
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


def _best(scored: dict[str, float], faintest: float = FAINTEST) -> list[tuple[str, float]]:
    ranked = sorted(scored.items(), key=lambda item: -item[1])[:MOST]
    return [(name, round(score, 4)) for name, score in ranked if score >= faintest]
