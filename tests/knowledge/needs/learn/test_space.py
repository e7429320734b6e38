"""The space of needs is learned from general topics in three languages; what is shipped was learned from these."""

import numpy as np

from knowledge.language import Language
from knowledge.needs.encoder.encoder import PLAIN
from knowledge.needs.encoder.load import load_encoder
from knowledge.needs.learn.space import General, general_topics, learn_space
from knowledge.needs.unlearned.outline import point_of
from knowledge.needs.unlearned.space import load_space

FOOD = General(
    "food",
    {Language.SV: "Mat", Language.FI: "Ruoka", Language.EN: "Food"},
    {Language.SV: "Vi lagar mat ihop.", Language.FI: "Kokkaamme yhdessä.", Language.EN: "We cook together."},
    (("Soppkväll i byn", Language.SV), ("kokkikerho", Language.FI), ("cooking for students", Language.EN)),
)
MUSIC = General(
    "music",
    {Language.SV: "Musik", Language.FI: "Musiikki", Language.EN: "Music"},
    {Language.SV: "Vi spelar ihop.", Language.FI: "Soitamme yhdessä.", Language.EN: "We play together."},
    (("Kör för nybörjare", Language.SV), ("bändikerho", Language.FI), ("drums for beginners", Language.EN)),
)


def test_every_general_topic_has_words_and_four_needs_in_every_language() -> None:
    topics = general_topics()
    assert (len(topics), len({topic.id for topic in topics})) == (69, 69)
    for topic in topics:
        assert [language for _, language in topic.needs] == [own for own in Language for _ in range(4)]
        assert all([*topic.names.values(), *topic.descriptions.values()])


def test_no_need_stands_under_two_general_topics() -> None:
    needs = [need for topic in general_topics() for need, _ in topic.needs]
    assert len(needs) == len(set(needs))


def test_needs_come_nearer_to_their_own_topic_than_to_another() -> None:
    learned = learn_space([FOOD, MUSIC], load_encoder())
    texts = [*FOOD.needs, *MUSIC.needs]
    points = learned.points(
        np.stack([load_encoder().encode(text, way=PLAIN).vector for text, _ in texts]),
        [language for _, language in texts],
    )
    close = points @ learned.general.T
    assert (close[:3, 0] > close[:3, 1] + 0.5).all()
    assert (close[3:, 1] > close[3:, 0] + 0.5).all()


def test_the_shipped_space_was_learned_from_the_general_topics_as_they_stand() -> None:
    space, topics = load_space(), general_topics()
    assert len(space.general) == len(topics)
    for number, topic in enumerate(topics):
        points = np.stack([point_of(text, language) for text, language in topic.needs])
        assert (points @ space.general[number]).mean() > 0.35
