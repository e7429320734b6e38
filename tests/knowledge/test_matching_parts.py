from dataclasses import replace

import pytest

from knowledge.load import load_packs
from knowledge.matcher import language_of, load_lexicon, understand
from knowledge.matching.concepts import Found, compile_vocabulary, find_concepts
from knowledge.matching.denial import denied_words
from knowledge.matching.evaluate import Bin, Hits, evaluate
from knowledge.matching.model import ZERO, add_rows, softmax
from knowledge.matching.reading import read
from knowledge.matching.silent import hushed, silence_of, strangers
from knowledge.matching.spelling import corrected, nearly_begins, shelve
from knowledge.matching.store import decode, encode
from knowledge.matching.words import Word, fold, words_of
from knowledge.pack import Catalogue, Challenge, Language, Topic

VOCABULARY = compile_vocabulary(
    [
        ("lonely", "sv", "ensam"),
        ("newcomers", "sv", "ensamkommand"),
        ("sport", "sv", "~idrott"),
        ("new_in_town", "sv", "ny i stan"),
        ("men", "en", "men"),
    ]
)


def found(text: str, language: str = "sv") -> list[Found]:
    return find_concepts(words_of(text), VOCABULARY, language)


def test_words_are_folded_but_know_where_they_stood() -> None:
    assert words_of("Ensam, åldring!") == [Word("ensam", 0, 5), Word("aldring", 7, 14)]


def test_folding_keeps_the_length_of_a_word() -> None:
    assert fold("ÅÄÖéüß") == "aaoeuß"


def test_the_longest_stem_wins() -> None:
    assert found("ensamkommande") == [Found("newcomers", 0, 1)]


def test_a_stem_is_found_inside_a_compound() -> None:
    assert found("barnidrotten") == [Found("sport", 0, 1)]


def test_a_phrase_is_found_as_a_whole() -> None:
    assert found("helt ny i stan") == [Found("new_in_town", 1, 4)]


def test_a_short_word_counts_only_in_its_own_language() -> None:
    assert (found("men", "sv"), found("men", "en")) == ([], [Found("men", 0, 1)])


SILENCE = silence_of(
    {
        "places": ["gerby", "vasa"],
        "names": ["anna", "bo"],
        "greetings": ["hej", "god"],
        "following": ["kvall", "alla"],
        "courtesies": ["tack"],
        "signing": ["mvh"],
    }
)


@pytest.mark.parametrize(
    ("text", "heard"),
    [
        ("Ensamma äldre i Gerby", "ensamma aldre i"),
        ("Gerbybor och gerbyssä", "och"),
        ("Hej alla! 12 ensamma, tack", "ensamma"),
        ("God kväll. En kväll för alla", "en kvall for alla"),
        ("Alla säger hej", "alla sager hej"),
        ("Bo Ek vill bo kvar", "ek vill bo kvar"),
        ("ensamma mvh bengt berg", "ensamma"),
        ("mvh är ett ord som ingen läser här", "mvh ar ett ord som ingen laser har"),
    ],
)
def test_what_says_nothing_of_a_need_is_silent(text: str, heard: str) -> None:
    words = hushed(text, words_of(text), SILENCE)
    assert " ".join(word.folded for word in words if word.folded) == heard
    assert [(word.start, word.end) for word in words] == [(word.start, word.end) for word in words_of(text)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("ensamma i Frutti", {2}),
        ("ENSAMMA I FRUTTI", {2}),
        ("ensamma frutti", set()),
        ("ensamma Frutti", {1}),
        ("ensamma fruttissa", {1}),
        ("ensamma i ensamby", {2}),
        ("ensamma Ensamkör", set()),
        ("", set()),
    ],
)
def test_unknown_words_are_names_where_they_stand_as_names_do(text: str, names: set[int]) -> None:
    words, known = words_of(text), {"w ensamma", "w i"}
    assert strangers(text, words, find_concepts(words, VOCABULARY, "sv"), known) == names


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        ("inte idrott", {1}),
        ("det gäller inte om idrott", {4}),
        ("samtal i stället för idrott", {4}),
        ("det finns inte idrott", set()),
        ("vi vill ha idrott", set()),
        ("orkar inte ensam", set()),
    ],
)
def test_only_what_is_set_aside_is_denied(text: str, denied: set[int]) -> None:
    words = words_of(text)
    assert denied_words(words, find_concepts(words, VOCABULARY, "sv"), frozenset({"sport"})) == denied


def test_a_slip_is_corrected_and_an_unknown_word_is_not() -> None:
    shelf = shelve(["ensamhet", "fotboll"])
    assert [corrected(word, shelf) for word in ("enasmhet", "ensamhett", "kvantfysik", "fot")] == [
        "ensamhet",
        "ensamhet",
        None,
        None,
    ]


def test_a_name_is_known_by_its_beginning() -> None:
    assert [nearly_begins(word, ("ensamhet",)) for word in ("ensamheten", "gemensam")] == [True, False]


HEAD = {"lanes": ["a:x", "a:y"], "bias": [0.5, -0.5], "unit": 0.5}
WRITTEN = encode(HEAD, {"w ord": [ZERO + 2, ZERO - 2, ZERO + 8]})


def test_what_is_written_is_read_back() -> None:
    read, model = decode(WRITTEN)
    total = add_rows(["w ord", "w okänt", "w ord"], model, set())
    assert (read, model.heads, total.count) == (HEAD, {"a": {"x": 0, "y": 1}}, 1)
    assert model.unpack(total.packed, total.count) == [1.0, -1.0, 4.0]


@pytest.mark.parametrize("labels", [1, 2, 5])
def test_every_row_of_a_table_is_found_by_its_name_alone(labels: int) -> None:
    table = {
        f"w {number}": [ZERO + number - lane * lane for lane in range(labels)] + [ZERO + number]
        for number in range(-200, 200)
    }
    head = {"lanes": [f"a:{lane}" for lane in range(labels)], "bias": [0.0] * labels, "unit": 1.0}
    _, model = decode(encode(head, table))
    rows = {name: model.weights.get(name) for name in table}
    assert {name: model.unpack(row, 1) for name, row in rows.items() if row is not None} == {
        name: [weight - ZERO for weight in weights] for name, weights in table.items()
    }
    strangers = ("w 200", "w 2", "w", "", "w 19\nw 18", " 19", "\n")
    assert [name in model.weights for name in ("w 19", *strangers)] == [True, False, True] + [False] * 5


def test_the_greatest_weights_of_many_features_do_not_spill_over() -> None:
    table = {f"k {number}": [65535, 0, 65535] for number in range(9_000)}
    _, model = decode(encode(HEAD, table))
    total = add_rows(table, model, set())
    assert (total.count, model.unpack(total.packed, 0)) == (9_000, [9_000 * 65535 / 2, 0.0, 9_000 * 65535 / 2])


@pytest.mark.parametrize("broken", [b"", b"PK\x03\x04", WRITTEN[:-1], WRITTEN[:20], WRITTEN + b"\0"])
def test_a_file_that_is_not_whole_is_refused(broken: bytes) -> None:
    with pytest.raises(ValueError, match="model"):
        decode(broken)


def test_shares_sum_to_one() -> None:
    assert softmax([0.0, 0.0]) == [0.5, 0.5]


def test_a_municipality_that_was_never_seen_is_matched_by_the_words_of_its_topics() -> None:
    vasa = load_packs(["vasa"])["vasa"]
    names = {
        "river": {Language.SV: "simning i älven"},
        "lone": {Language.SV: "ensamma människor", Language.EN: "loneliness"},
    }
    topics = [Topic(topic, name, name, "V6") for topic, name in names.items()]
    fifth = replace(vasa, id="femte", catalogue=Catalogue(tuple(Challenge(t.id, t.name, (t,)) for t in topics)))
    lexicon = load_lexicon()
    needs = ("Fika för änkor som sitter hemma utan sällskap", "Vi vill ordna simning för barn vid älven")
    suggested = [understand(need, fifth, lexicon).topics[0].id for need in needs]
    assert suggested == ["lone", "river"]


def test_the_model_knows_every_label_of_the_corpora_and_no_other() -> None:
    heads = load_lexicon().model.heads
    packs = load_packs(["vasa", "ostersund"])
    assert {name: set(heads[name]) for name in packs} == {
        name: set(pack.catalogue.topics) for name, pack in packs.items()
    }
    assert set(heads["office"]) == {"welfare", "culture-leisure", "integration"}
    assert set(heads["scope"]) == {"need", "out_of_scope", "crisis"}
    assert set(heads["language"]) == set(Language)
    assert set(heads["door"]) == {"care", "school", "elsewhere"}


@pytest.mark.parametrize("chat", [None, *Language])
@pytest.mark.parametrize(
    "text",
    ["Ensamma äldre i Gerby", "yksinäisiä vanhuksia kylissä", "lonely old people", "Onni 12", "", "hej, we need tukea"],
)
def test_a_language_is_told_as_a_need_is_read(text: str, chat: Language | None) -> None:
    lexicon = load_lexicon()
    assert language_of(text, lexicon, chat) == read(text, lexicon, chat).language


def test_figures_are_counted() -> None:
    vasa, lexicon = load_packs(["vasa"])["vasa"], load_lexicon()
    rows = [
        {"text": "ensamma äldre utan sällskap", "lang": "sv", "vasa": ["exclusion/loneliness"], "office": ["welfare"]},
        {"text": "hej", "lang": "sv", "vasa": [], "ostersund": [], "office": []},
    ]
    report = evaluate(rows, lambda text, language: understand(text, vasa, lexicon, language), "vasa")
    assert report.hits == {key: Hits(1, 1, 1) for name in ("vasa", "office") for key in ((name, "all"), (name, "sv"))}
    assert (report.caught, report.rejected, report.confused) == ((1, 1), (0, 1), ())
    assert (report.asked_outside, report.asked) == ((0, 1), (0, 1))
    assert [bin_.count for bin_ in report.calibration] == [1]
    assert isinstance(report.calibration[0], Bin)
