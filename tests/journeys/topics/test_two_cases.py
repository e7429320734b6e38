"""A staff group with topics: two cases in two topics by one navigator, who never mixes them."""

from hypothesis import given, settings
from hypothesis import strategies as st

from dialogs.conversation.world import World
from dialogs.records.thread import Topics
from tests.stages.in_memory import STAFF, Shown, Stage, at, no_papers
from tests.stages.standing import world

ANNA, BO, NORA, NIKO = 101, 102, 201, 202
ONLY_VASA = World({"vasa": world().packs["vasa"]}, world().lexicon)
NEED = "gubbarna i byn sitter hemma hela vintern och pratar inte med någon"
SENT = (NEED, "1", "skicka idén till kontaktpersonen", "hoppa över", "skicka till kommunen")


class Desk(Stage):
    """A stage with topics where Anna and Bo have sent a case each."""

    def __init__(self) -> None:
        super().__init__(ONLY_VASA, at("2023-09-01T06:00"), render=no_papers)
        self.groups[STAFF] = Topics.ON
        for who in (ANNA, BO):
            for words in SENT:
                self.say(who, who, words)
        self.cases_of = {case.chat: case.reference for case in self.cases.values()}

    def topic(self, who: int) -> int:
        """The number of the topic of somebody's case, 0 for General."""
        return self.threads[STAFF, self.cases_of[who]].number if who else 0

    def there(self, who: int) -> list[Shown]:
        """What stands in the topic of somebody's case."""
        return [shown for shown in self.chats[STAFF] if shown.thread == self.topic(who)]

    def write(self, who: int, text: str, *, by: int = NORA) -> None:
        """Write in the topic of somebody's case, or in General."""
        self.say(STAFF, by, text, name="Nora" if by == NORA else "Niko", thread=self.topic(who))

    def push(self, who: int, label: str, *, by: int = NORA) -> None:
        """Press the newest button of this label in a topic."""
        shown = next(one for one in reversed(self.there(who)) if any(item.label == label for item in one.offers))
        index = [offer.label for offer in shown.offers].index(label)
        self.press_at(STAFF, by, shown, index, name="Nora" if by == NORA else "Niko")

    def got(self, who: int) -> list[str]:
        """The answers that an association has got."""
        return [shown.text for shown in self.chats[who] if shown.text.startswith("Svar i ärende")]

    def notes(self, who: int) -> list[str]:
        """What was noted in somebody's case by navigators."""
        case = self.cases[self.cases_of[who]]
        return [item.text for item in case.messages if item.internal and item.author == "navigator"]


def test_each_case_has_its_topic_with_the_card_first_and_the_title_follows_the_state() -> None:
    desk = Desk()
    for who in (ANNA, BO):
        card, *others = desk.there(who)
        assert card.text.startswith(f"{desk.cases_of[who]} · ")
        assert others == []
    assert sorted(desk.topics.values()) == sorted(f"{name} · ny" for name in desk.cases_of.values())
    desk.push(ANNA, "Ta ärendet")
    assert desk.topics[desk.topic(ANNA)] == f"{desk.cases_of[ANNA]} · tagen"
    assert desk.topics[desk.topic(BO)] == f"{desk.cases_of[BO]} · ny"
    desk.write(ANNA, "Svara föreningen")
    desk.write(ANNA, "Kom på onsdag")
    desk.push(ANNA, "Skicka")
    assert desk.topics[desk.topic(ANNA)] == f"{desk.cases_of[ANNA]} · besvarad"
    said = [shown.text.partition("\n")[0] for shown in desk.there(ANNA)]
    assert said[0] == f"{desk.cases_of[ANNA]} · {desk.cases[desk.cases_of[ANNA]].title}"
    assert [text.partition(".")[0] for text in said[1:]] == [
        f"Nora har tagit ärende {desk.cases_of[ANNA]}",
        f"Nora, skriv svaret till föreningen i ärende {desk.cases_of[ANNA]}",
        "Nora, så här ser föreningen det",
        f"Svaret i ärende {desk.cases_of[ANNA]} är på väg",
        f"Levererat till föreningen, ärende {desk.cases_of[ANNA]}",
    ]
    assert len(desk.there(BO)) == 1
    assert desk.there(0) == []


def test_two_answers_under_way_in_two_topics_do_not_mix() -> None:
    desk = Desk()
    desk.push(ANNA, "Svara föreningen")
    desk.push(BO, "Svara föreningen")
    desk.write(0, "Vem tar fikat?")
    desk.write(ANNA, "Kom på onsdag")
    desk.write(BO, "Ring oss")
    desk.write(ANNA, "Skicka")
    assert (len(desk.got(ANNA)), desk.got(BO)) == (1, [])
    assert "Kom på onsdag" in desk.got(ANNA)[0]
    desk.write(ANNA, "Nu är det skickat")
    desk.write(BO, "Skicka")
    assert "Ring oss" in desk.got(BO)[0]
    assert (desk.notes(ANNA), desk.notes(BO)) == (["Nu är det skickat"], [])


def test_what_an_association_writes_comes_in_its_topic_and_its_answer_goes_to_it() -> None:
    desk = Desk()
    desk.push(ANNA, "Svara föreningen")
    desk.write(ANNA, "Kom på onsdag")
    desk.push(ANNA, "Skicka")
    desk.press(ANNA, ANNA, f"Svara {desk.cases_of[ANNA]}")
    desk.say(ANNA, ANNA, "Vi kommer gärna")
    relayed = desk.there(ANNA)[-1]
    assert "Vi kommer gärna" in relayed.text
    desk.push(ANNA, "Svara föreningen", by=NIKO)
    desk.write(ANNA, "Välkomna", by=NIKO)
    desk.write(ANNA, "Skicka", by=NIKO)
    assert "Välkomna" in desk.got(ANNA)[-1]


TOPICS = st.sampled_from([ANNA, BO, 0])
BY = st.sampled_from([NORA, NIKO])
LABELS = st.sampled_from(
    ["Svara föreningen", "Skicka", "Ändra", "Avbryt", "Avsluta med svar", "Ta ärendet", "Byt enhet"]
)
acts = st.one_of(
    st.tuples(st.just("write"), TOPICS, BY, st.integers(0, 9)),
    st.tuples(st.just("type"), TOPICS, BY, LABELS),
    st.tuples(st.just("press"), TOPICS, BY, LABELS),
)


@settings(max_examples=40)
@given(st.lists(acts, min_size=4, max_size=24))
def test_no_word_goes_to_another_case_than_that_of_its_topic(made_up: list[tuple[str, int, int, object]]) -> None:
    desk = Desk()
    for number, (kind, who, by, what) in enumerate(made_up):
        if kind == "write":
            desk.write(who, f"ord{number} i{who}", by=by)
        elif kind == "type":
            desk.write(who, str(what), by=by)
        elif any(offer.label == what for shown in desk.there(who) for offer in shown.offers):
            desk.push(who, str(what), by=by)
    for who, other in ((ANNA, BO), (BO, ANNA)):
        heard = [shown.text for shown in desk.chats[who]] + desk.notes(who)
        assert [text for text in heard if f" i{other}" in text or " i0" in text] == []
        card, *_ = [shown for shown in desk.there(who) if shown.text.startswith(f"{desk.cases_of[who]} · ")]
        assert card.number == min(shown.number for shown in desk.there(who))
