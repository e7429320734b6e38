"""From a person's own words to the challenges of the municipality.

Reads a need, shows what was understood with the words that led there, and lets the person decide. Several messages in
a row are one need until a topic is chosen. Distress is met with help lines and is never matched or kept.
"""

from dialogs.conversation.replies import Offer
from dialogs.conversation.session import Outcome
from dialogs.conversation.turn import Turn, before
from dialogs.conversation.typed import simplified
from dialogs.finding.notices import notices
from dialogs.finding.welcome import named_pack
from dialogs.incoming.split_messages import LONGEST_TEXT
from dialogs.records.need import Match, Need
from knowledge.language import Language
from knowledge.municipality.pack import ContactPerson, Pack
from knowledge.needs.route import offices_of_topics
from knowledge.needs.understand import Understanding

SHOWN = 3
"""How many topics are shown, a button each: among three stands the right one for more than nine needs of ten
(docs/matching.md), and three are read at a glance."""
CLOSE = 0.15
"""Two topics whose shares differ by less compete: one question decides between them. Of 201 blind needs in Vasa it is
asked of 44, half of which the first topic would have been wrong for; 0.1 asks of 32, 0.2 of 52, half as well."""
FAR_BEHIND = 0.15
"""A topic with less than this part of the best one's share is not worth a person's look. On the blind needs 1.9 topics
are shown instead of 2.7, and the right one is left out for 2 of 190."""
FEW_WORDS = 3
"""So few words may be a greeting, a yes or a slip: they tell no language, and are no need that is added to another."""
CLEAR_ENOUGH = 0.5
"""A share of the best topic: a word or two that lead to one topic more than to all others together are a need."""


def ask(turn: Turn) -> Outcome:
    """Ask for the need, with one hint."""
    return turn.ask(turn.say("need.ask"), (turn.offer("need.see_all", "go", "need.catalogue"),))


def heard(turn: Turn, text: str) -> Outcome:
    """Read words as a new need."""
    understood = turn.world.understand(text, turn.home, _known_language(turn))
    turn = turn.at(language=turn.session.language or _first_language(turn, text, understood))
    if understood.kind == "unclear":
        return turn.go("need.unclear", need=Need(text))
    if understood.kind == "out_of_scope" or _says_too_little(text, understood):
        return outside(turn, text, understood.door)
    place = named_pack(turn, text)
    chosen = {"municipality": place.id} if place and not turn.session.municipality else {}
    return turn.go("need.read", need=Need(text=text), proposal="", form="", **chosen)


def more(turn: Turn, text: str) -> Outcome:
    """Read words that follow as more of the same need."""
    shown = _worth_showing(_known_matches(turn))
    if turn.session.place == "need.choose" and shown and _agrees(turn, text):
        asked = turn.again(turn.say("need.which_of_them"))
        return pick(turn, shown[0].topic) if len(shown) == 1 else asked
    whole = f"{turn.session.need.text}\n{text}"
    if len(whole) > LONGEST_TEXT:
        return before(turn.say("common.too_long", most=LONGEST_TEXT), turn.present())
    understood = turn.world.understand(text, turn.home, turn.language)
    if turn.session.need.idea or (turn.session.place == "need.unclear" and understood.kind == "need"):
        return turn.go("need.read", need=Need(whole, idea=True))
    if understood.kind == "out_of_scope" and not _adds(turn, text):
        return turn.again(turn.say("common.choose")) if turn.session.need.text else heard(turn, text)
    added = turn.session.place.startswith("office") and turn.session.need.text
    return before(turn.say("need.added", words=text) if added else "", heard(turn, whole))


def read(turn: Turn) -> Outcome:
    """Match the need that is kept in the session; ask for the municipality first if it is not known."""
    pack = turn.pack
    if pack is None:
        return turn.detour("municipality", "need.read")
    said = turn.session.need
    understood = turn.world.understand(said.text, pack, turn.language, idea=said.idea)
    need = _understood(said, understood)
    turn = turn.at(need=need, search=turn.session.search.but(money=understood.asks_money, office_told=""))
    return turn.go("need.choose") if _known_matches(turn) else _no_topic(turn)


def unclear(turn: Turn) -> Outcome:
    """Ask the one question that decides whether words that were kept are an idea at all."""
    if not turn.session.need.text:
        return turn.go("need")
    text = turn.say("need.unclear", first=not turn.session.greeted)
    offers = (turn.offer("need.an_idea", "need.idea"), turn.offer("need.no_idea", "go", "need"))
    return turn.ask(text, offers, place="need.unclear")


def an_idea(turn: Turn) -> Outcome:
    """Read what was kept as an idea, as the person says that it is one."""
    return turn.go("need.read", need=turn.session.need.but(idea=True))


def choose(turn: Turn) -> Outcome:
    """Show what was understood with own-words evidence: a clear topic first, or the one question that decides."""
    matches = _worth_showing(_known_matches(turn))
    if not matches:
        return turn.go("need.read" if turn.session.need.text else "need")
    lines = [_line(turn, number, match) for number, match in enumerate(matches, 1)]
    understood = turn.say(_how_understood(matches), first=not turn.session.greeted, lines=lines)
    said_at_once = notices(turn, turn.home, (matches[0].topic,))
    text = "\n\n".join([understood, *(turn.say("common.plain", text=item) for item in said_at_once)])
    return turn.ask(text, _topic_offers(turn, matches), place="need.choose")


def pick(turn: Turn, topics: str) -> Outcome:
    """Keep the chosen topics, the main one first, and go to the office."""
    pack = turn.home
    chosen = tuple(topic for topic in topics.split(",") if topic in pack.catalogue.topics)
    if not chosen:
        return turn.present()
    offices = offices_of_topics(pack, chosen) or turn.session.need.offices
    need = turn.session.need.but(topics=chosen, offices=offices)
    return turn.go("office", need=need)


def several(turn: Turn, offers: tuple[Offer, ...]) -> Outcome:
    """Read "1 och 2": several topics at once."""
    topics = [offer.action.argument for offer in offers if offer.action.verb == "topic"]
    return pick(turn, ",".join(topics)) if topics else turn.present()


def none_of_them(turn: Turn) -> Outcome:
    """Accept that nothing fits: offer the whole list, another wording and the person (V5)."""
    offers = (
        turn.offer("need.see_all", "go", "need.catalogue"),
        turn.offer("need.something_else", "topicless"),
    )
    return turn.ask(turn.say("need.none"), offers, place="need.choose")


def topicless(turn: Turn) -> Outcome:
    """Go on without a topic: no need is refused for not being on the list (V5)."""
    return turn.go("office", need=turn.session.need.but(topics=()))


def catalogue(turn: Turn) -> Outcome:
    """Show the headings of the catalogue, or the topics when there is one level only."""
    challenges = turn.home.catalogue.challenges
    if all(len(challenge.topics) == 1 for challenge in challenges):
        offers = tuple(_topic_offer(turn, topic.id) for challenge in challenges for topic in challenge.topics)
    else:
        offers = tuple(
            turn.offer("common.plain", "heading", item.id, text=turn.words(item.name)) for item in challenges
        )
    return turn.ask(turn.say("need.catalogue"), (*offers, turn.offer("need.something_else", "topicless")))


def heading(turn: Turn, challenge_id: str) -> Outcome:
    """Show the topics under one heading of the catalogue."""
    challenge = next((item for item in turn.home.catalogue.challenges if item.id == challenge_id), None)
    if challenge is None:
        return turn.go("need.catalogue")
    offers = tuple(_topic_offer(turn, topic.id) for topic in challenge.topics)
    text = turn.say(
        "need.heading",
        name=turn.words(challenge.name),
        topics=[turn.words(topic.name) for topic in challenge.topics],
    )
    return turn.ask(
        text,
        (*offers, turn.offer("common.back", "go", "need.catalogue")),
        place="need.catalogue",
    )


def outside(turn: Turn, text: str, door: str | None = None) -> Outcome:
    """Say kindly that this is no idea for associations, and where it belongs; or ask for more of too few words."""
    if door is not None and turn.pack is not None:
        return _elsewhere(turn, turn.pack, turn.pack.roles[door])
    if turn.snapshot.proposals and len(text.split()) <= FEW_WORDS:
        return before(turn.say("need.not_read"), turn.go("welcome.back"))
    if len(text.split()) <= FEW_WORDS or simplified(text) == "":
        key = "need.too_short" if turn.session.greeted else "need.hello"
        return turn.ask(turn.say(key), (turn.offer("need.see_all", "go", "need.catalogue"),), place="need")
    offers = (
        turn.offer("need.meant_other", "go", "need"),
        turn.offer("need.see_all", "go", "need.catalogue"),
    )
    return turn.ask(turn.say("need.outside", first=not turn.session.greeted), offers, place="need")


def _elsewhere(turn: Turn, pack: Pack, role: ContactPerson) -> Outcome:
    source = pack.sources[pack.facts[role.facts[0]].source]
    text = turn.say(
        "need.elsewhere",
        first=not turn.session.greeted,
        name=turn.words(role.name),
        task=turn.words(role.task),
        read=source.read,
        title=source.title,
    )
    offers = (turn.offer("need.meant_other", "go", "need"),)
    return turn.ask(text, offers, place="need")


def _known_matches(turn: Turn) -> tuple[Match, ...]:
    """The matches that the catalogue still has: a need outlives the words it was understood with."""
    topics = turn.pack.catalogue.topics if turn.pack else {}
    return tuple(match for match in turn.session.need.matches if match.topic in topics)


def _worth_showing(matches: tuple[Match, ...]) -> tuple[Match, ...]:
    """The pair that competes, or the clear topic with those that are not far behind."""
    if len(matches) > 1 and matches[0].score - matches[1].score < CLOSE and matches[1].score - _third(matches) >= CLOSE:
        return matches[:2]
    return tuple(match for match in matches[:SHOWN] if match.score >= matches[0].score * FAR_BEHIND)


def _third(matches: tuple[Match, ...]) -> float:
    return matches[2].score if len(matches) > 2 else 0.0


def _how_understood(matches: tuple[Match, ...]) -> str:
    if len(matches) == 1:
        return "need.understood_one"
    return "need.clarify" if matches[0].score - matches[1].score < CLOSE else "need.understood"


def _no_topic(turn: Turn) -> Outcome:
    if turn.session.need.idea:
        return none_of_them(turn)
    text = turn.say("need.no_topic", first=not turn.session.greeted)
    return before(text, turn.go("office")) if turn.session.need.offices else none_of_them(turn)


def _line(turn: Turn, number: int, match: Match) -> str:
    topic = turn.home.catalogue.topics[match.topic]
    return turn.plain("need.line", number=number, name=turn.words(topic.short), because=match.because)


def _topic_offers(turn: Turn, matches: tuple[Match, ...]) -> tuple[Offer, ...]:
    topics = turn.home.catalogue.topics
    label = "need.yes_one" if len(matches) == 1 else "need.numbered"
    each = [
        turn.offer(label, "topic", match.topic, number=number, name=turn.words(topics[match.topic].short))
        for number, match in enumerate(matches, 1)
    ]
    together = ",".join(match.topic for match in matches)
    both = (
        [turn.offer("need.both" if len(matches) == 2 else "need.all_of_them", "topic", together)]
        if len(matches) > 1
        else []
    )
    return (*each, *both, turn.offer("need.none_fits" if len(matches) > 1 else "need.not_that", "none"))


def _topic_offer(turn: Turn, topic_id: str) -> Offer:
    return turn.offer("common.plain", "topic", topic_id, text=turn.words(turn.home.catalogue.topics[topic_id].short))


def _understood(said: Need, understood: Understanding) -> Need:
    matches = tuple(Match(item.id, item.score, item.because) for item in understood.topics[:SHOWN])
    return Need(said.text, matches, (), tuple(item.id for item in understood.offices), said.idea)


def _says_too_little(text: str, understood: Understanding) -> bool:
    """A word or two that lead nowhere: one helping question is better than a guess."""
    best = understood.topics[0].score if understood.topics else 0.0
    return len(text.split()) < FEW_WORDS and best < CLEAR_ENOUGH


def _known_language(turn: Turn) -> Language | None:
    return Language(turn.session.language) if turn.session.language in set(Language) else None


def _first_language(turn: Turn, text: str, understood: Understanding) -> str:
    if understood.kind != "need" and turn.event.sender.language[:2] in set(Language):
        return turn.language.value
    long_enough = len(text.split()) > FEW_WORDS or turn.event.sender.language[:2] not in set(Language)
    return understood.language.value if long_enough else turn.language.value


def _agrees(turn: Turn, text: str) -> bool:
    return simplified(text.replace(",", " ")) in turn.plain("need.agreed").split(",")


def _adds(turn: Turn, text: str) -> bool:
    return bool(turn.session.need.text) and len(text.split()) > FEW_WORDS
