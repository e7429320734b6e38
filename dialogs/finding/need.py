"""From a person's own words to the challenges of the municipality.

Reads a need, shows what was understood with the words that led there, and lets the person decide. Several messages in
a row are one need until a topic is chosen. Distress is met with help lines and is never matched or kept.
"""

from dialogs import texts
from dialogs.conversation.paging import CHOICES, page, ways
from dialogs.conversation.replies import Offer
from dialogs.conversation.session import NO_NEED, Outcome
from dialogs.conversation.turn import Turn, before, with_offers
from dialogs.conversation.typed import behind_marks, simplified
from dialogs.finding import corrections, other_doors, suggestions
from dialogs.finding.notices import notices
from dialogs.finding.welcome import named_pack
from dialogs.incoming.asked_in_words import agrees
from dialogs.incoming.split_messages import LONGEST_TEXT
from dialogs.records.need import Match, Need
from knowledge.needs.route import offices_of_topics
from knowledge.needs.understand import Understanding

FEW_WORDS = 3
"""So few words may be a greeting, a yes or a slip: they are no need that is added to another."""
LONGEST_INTRODUCTION = 10
"""In words: a longer text tells more than who somebody is."""
CLEAR_ENOUGH = 0.5
"""A share of the best topic: a word or two that lead to one topic more than to all others together are a need."""


def ask(turn: Turn) -> Outcome:
    """Ask for the need, with one hint."""
    return turn.ask(turn.say("need.ask"), (turn.offer("need.see_all", "go", "need.catalogue"),))


def heard(turn: Turn, text: str) -> Outcome:
    """Read words as a new need."""
    understood = turn.world.understand(text, turn.home, turn.language)
    if understood.kind != "need" and understood.door in (None, other_doors.CHAT) and _introduces(text):
        return _introduced(turn, text)
    if understood.kind == "unclear":
        return turn.go("need.unclear", need=Need(text))
    if understood.kind == "out_of_scope" or _says_too_little(text, understood):
        return outside(turn, text, understood.door)
    place = named_pack(turn, text)
    chosen = {"municipality": place.id} if place and not turn.session.municipality else {}
    return turn.go("need.read", need=Need(text=text), proposal="", form="", **chosen)


def more(turn: Turn, text: str) -> Outcome:
    """Read words that follow as more of the same need."""
    shown = suggestions.shown(turn)
    if turn.session.place == "need.choose" and shown and _agrees(turn, text):
        asked = turn.again(turn.say("need.which_of_them"))
        return pick(turn, shown[0].topic) if len(shown) == 1 else asked
    instead = _instead(turn, text)
    if instead is not None:
        return instead
    whole = f"{turn.session.need.text}\n{text}"
    if len(whole) > LONGEST_TEXT:
        return before(turn.say("common.too_long", most=LONGEST_TEXT), turn.present())
    understood = turn.world.understand(text, turn.home, turn.language)
    thanked = other_doors.thanked(turn, text, understood.door) if understood.kind == "out_of_scope" else None
    if thanked is not None:
        return thanked
    if turn.session.need.idea or (turn.session.place == "need.unclear" and understood.kind == "need"):
        return turn.go("need.read", need=Need(whole, idea=True))
    if understood.kind == "out_of_scope" and not _adds(turn, text):
        return turn.again(turn.say("common.choose")) if turn.session.need.text else heard(turn, text)
    added = turn.session.place.startswith("office") and turn.session.need.text
    return before(turn.say("need.added", words=text) if added else "", heard(turn, whole))


def former_too(turn: Turn, former: str) -> Outcome:
    """Put a need that another one took the place of in front of it again."""
    return heard(turn, f"{former}\n{turn.session.need.text}"[:LONGEST_TEXT])


def read(turn: Turn) -> Outcome:
    """Match the need that is kept in the session; ask for the municipality first if it is not known."""
    pack = turn.pack
    if pack is None:
        return turn.detour("municipality", "need.read")
    said = turn.session.need
    understood = turn.world.understand(said.text, pack, turn.language, idea=said.idea)
    need = _understood(said, understood)
    turn = turn.at(need=need, search=turn.session.search.but(money=understood.asks_money, office_told=""))
    return turn.go("need.choose") if suggestions.known(turn) else _no_topic(turn)


def unclear(turn: Turn) -> Outcome:
    """Ask the one question that decides whether words that were kept are an idea at all."""
    if not turn.session.need.text:
        return turn.go("need")
    text = turn.say("need.unclear", first=not turn.session.greeted)
    offers = (turn.offer("need.an_idea", "need.idea"), turn.offer("need.no_idea", "need.no_idea"))
    return turn.ask(text, offers, place="need.unclear")


def an_idea(turn: Turn) -> Outcome:
    """Read what was kept as an idea, as the person says that it is one."""
    return turn.go("need.read", need=turn.session.need.but(idea=True))


def no_idea(turn: Turn) -> Outcome:
    """Say where what was kept belongs, as the person says that it is no idea; it is kept no longer."""
    said = turn.session.need.text
    if not said:
        return turn.go("need")
    turn = turn.at(need=NO_NEED, place="need", offers=())
    door = turn.world.understand(said, turn.home, turn.language).door
    return other_doors.answer(turn, said, door) or _nowhere(turn)


def choose(turn: Turn) -> Outcome:
    """Show what was understood with own-words evidence: a clear topic first, or the one question that decides."""
    matches = suggestions.shown(turn)
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
    return _served(turn, turn.session.need.but(topics=chosen, offices=offices))


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
    return _served(turn, turn.session.need.but(topics=()))


def catalogue(turn: Turn) -> Outcome:
    """Show the headings of the catalogue, or the topics when there is one level only; first ask whose it is to be."""
    if turn.pack is None:
        return turn.detour("municipality", "need.catalogue")
    return _catalogue(turn, "0")


def headings(turn: Turn, first: str) -> Outcome:
    """Turn to a page of the catalogue."""
    return _catalogue(turn.at(place="need.catalogue"), first)


def heading(turn: Turn, challenge_id: str) -> Outcome:
    """Show the topics under one heading of the catalogue."""
    return topics_under(turn, f"0 {challenge_id}")


def topics_under(turn: Turn, where: str) -> Outcome:
    """Show a page of the topics under a heading. `where` is the number of the first and the heading's id."""
    first, _, challenge_id = where.partition(" ")
    challenge = next((item for item in turn.home.catalogue.challenges if item.id == challenge_id), None)
    if challenge is None:
        return turn.go("need.catalogue")
    some = page(challenge.topics, first, CHOICES)
    text = turn.say(
        "need.heading", name=turn.words(challenge.name), topics=[turn.words(topic.name) for topic in some.shown]
    )
    offers = (
        *(_topic_offer(turn, topic.id) for topic in some.shown),
        *ways(turn, some, "heading.page", challenge_id),
        turn.offer("common.back", "go", "need.catalogue"),
    )
    return turn.ask(text, offers, place="need.catalogue")


def outside(turn: Turn, text: str, door: str | None = None) -> Outcome:
    """Say kindly that this is no idea for associations, and where it belongs; or ask for more of too few words."""
    few = len(text.split()) <= FEW_WORDS
    greeting = few and door == other_doors.CHAT
    elsewhere = other_doors.thanked(turn, text, door) if greeting else other_doors.answer(turn, text, door)
    if elsewhere is not None:
        return elsewhere
    if turn.snapshot.proposals and few:
        return before(turn.say("need.not_read"), turn.go("welcome.back"))
    if few or simplified(text) == "":
        key = "need.too_short" if turn.session.greeted else "need.hello"
        return turn.ask(turn.say(key), (turn.offer("need.see_all", "go", "need.catalogue"),), place="need")
    return _nowhere(turn)


def _instead(turn: Turn, text: str) -> Outcome | None:
    """Read words that want something else instead as a new need, with a button for both; None for all other words."""
    new, former = behind_marks(text, "need.instead_leads", "need.instead_marks"), turn.session.need.text
    if not new or not former or turn.world.understand(new, turn.home, turn.language).kind != "need":
        return None
    outcome = before(turn.say("need.instead"), heard(turn.at(need=NO_NEED), new))
    return with_offers(outcome, turn.offer("need.former_too", "need.former_too", former))


def _introduces(text: str) -> bool:
    """Whether a few words begin as people do who say who they are."""
    said = f"{simplified(text).replace(',', '')} "
    few = len(said.split()) <= LONGEST_INTRODUCTION
    return few and said.startswith(tuple(f"{word} " for word in texts.listed("need.introducing")))


def _introduced(turn: Turn, text: str) -> Outcome:
    """Greet who says who they are, keep the municipality if it is named, and ask for the need."""
    place, greeting = named_pack(turn, text), turn.say("need.introduced", first=not turn.session.greeted)
    here = turn.at(municipality=place.id) if place and not turn.session.municipality else turn
    return before(greeting, here.at(greeted=True).go("need"))


def _nowhere(turn: Turn) -> Outcome:
    """Say that no office is known for what is no idea."""
    offers = (
        turn.offer("need.meant_other", "go", "need"),
        turn.offer("need.see_all", "go", "need.catalogue"),
    )
    return turn.ask(turn.say("need.outside", first=not turn.session.greeted), offers, place="need")


def _served(turn: Turn, need: Need) -> Outcome:
    """Go to the office with what was chosen; below it stands whether Lots may learn from it."""
    turn = turn.at(need=need)
    return corrections.noticed(turn, turn.go("office"))


def _catalogue(turn: Turn, first: str) -> Outcome:
    challenges = turn.home.catalogue.challenges
    some = page(challenges, first, CHOICES)
    if all(len(challenge.topics) == 1 for challenge in challenges):
        offers = [_topic_offer(turn, challenge.topics[0].id) for challenge in some.shown]
    else:
        offers = [turn.offer("common.plain", "heading", item.id, text=turn.words(item.name)) for item in some.shown]
    others = (*ways(turn, some, "headings"), turn.offer("need.something_else", "topicless"))
    return turn.ask(turn.say("need.catalogue"), (*offers, *others))


def _how_understood(matches: tuple[Match, ...]) -> str:
    if len(matches) == 1:
        return "need.understood_one"
    return "need.clarify" if suggestions.compete(matches) else "need.understood"


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
    matches = tuple(Match(item.id, item.score, item.because) for item in understood.topics[: suggestions.SHOWN])
    return Need(said.text, matches, (), tuple(item.id for item in understood.offices), said.idea)


def _says_too_little(text: str, understood: Understanding) -> bool:
    """A word or two that lead nowhere: one helping question is better than a guess."""
    best = understood.topics[0].score if understood.topics else 0.0
    return len(text.split()) < FEW_WORDS and best < CLEAR_ENOUGH


def _agrees(turn: Turn, text: str) -> bool:
    return agrees(text) or simplified(text.replace(",", " ")) in turn.plain("need.agreed").split(",")


def _adds(turn: Turn, text: str) -> bool:
    return bool(turn.session.need.text) and len(text.split()) > FEW_WORDS
