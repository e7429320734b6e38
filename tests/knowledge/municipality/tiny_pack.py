"""A tiny pack without mistakes, and ways to spoil it in one place."""

from knowledge.language import Language
from knowledge.municipality.validate import Pages
from knowledge.municipality.yaml_lines import Page

PACK = """\
id: tiny
country: FI
zone: Europe/Helsinki
currency: EUR
read: 2026-11-22
verify_by: 2027-05-22
languages: [sv, fi, en]
partnership: NAV
navigator: navigator
documents:
  sv: {basics: grunduppgifter, proposal: forslagspapper}
sources:
  page: {title: A page, url: "", dated: "2023", read: 2026-11-22}
facts:
  V1: {source: page, lines: "1", quote: some words, meaning: A fact., status: current, date: "2023", home: scheme}
catalogue:
  - id: exclusion
    topics:
      - {id: exclusion/loneliness, fact: V1, office: welfare}
offices:
  - id: welfare
    role: navigator
    status: current
    facts: [V1]
    rules:
      - {id: once, request: grant, accepts: true, valid_until: 2015-12-31, fact: V1}
      - {id: never, request: grant, accepts: false, valid_from: 2016-01-01, successors: [leisure], fact: V1}
  - {id: leisure, role: navigator, status: unverified, facts: [V1]}
roles:
  navigator: {facts: [V1]}
other_doors:
  offer: {role: navigator, fact: V1}
rounds:
  - id: autumn
    status: historic
    deadline: 2023-09-15T15:45
    pitch: 2023-09-19T16:30
    pitch_minutes: 10
    facts: [V1]
forms:
  - {form: NAV, facts: [V1]}
fields:
  - {id: FP01, kind: text, means: title, section: proposal, need: R, asked: true, limits: [3, 80], facts: [V1]}
  - {id: FP02, kind: text, means: need, section: proposal, need: R, asked: true, limits: [40, 1500], facts: []}
  - {id: GU01, kind: name, means: association-name, section: basics, need: R, asked: true, limits: [2, 9], facts: []}
  - {id: FP15, kind: ticks, section: proposal, need: O, asked: true, limits: [0, 2], options: [yes, no], facts: []}
examples:
  - {id: walk, year: "2015", topics: [exclusion/loneliness], facts: [V1]}
help_lines:
  - {id: emergency, number: "112"}
goals:
  - {value: health}
unknown: [sums]
notes: [intro]
canned: [thanks]
"""

WORDING = """\
name: Tiny
scheme: Scheme
place_time: Tiny time
data_from: autumn 2023
challenges: {exclusion: Exclusion}
topics:
  exclusion/loneliness: {name: loneliness, short: Lonely}
offices:
  welfare: {name: Welfare, why: Because., takes: Ideas., refuses: Grants.}
  leisure: {name: Leisure, why: Because., takes: Grants., refuses: ""}
rules: {once: Once., never: Never.}
roles:
  navigator: {name: navigator, task: Reads.}
other_doors: {offer: Firms go there.}
rounds: {autumn: The autumn round}
forms:
  NAV: {name: Talk, explained: You talk., fits: When unclear.}
fields:
  FP01: {label: Name, question: What name?, why: To talk., help: A few words., example: Soup}
  FP02: {label: Need, question: What need?, why: To know., help: Who needs it?, example: Many eat alone.}
  GU01: {label: Association, question: Which?, why: To answer., help: The whole name., example: Soup rf}
  FP15:
    label: Part
    question: What part?
    why: To know.
    help: ""
    example: ""
    options: {yes: Yes, no: No}
examples:
  walk: {title: Walk, text: In 2015 they walked.}
help_lines:
  emergency: {name: Emergency, hours: day and night}
goals: {health: Health}
unknown: {sums: {question: How much?, answer: Nobody says.}}
notes: {intro: Welcome.}
canned:
  thanks: {label: Thanks, text: "Thanks for {{ title }}, {{ who }}."}
"""

NEEDS = """\
- {text: Many eat alone., lang: en, topics: [exclusion/loneliness], offices: [welfare]}
"""

LEXICON = """\
exclusion/loneliness: {labels: {"vasa:exclusion/loneliness": 1.2}, concepts: {lonely: 0.3}}
"""


def pages(pack: str = PACK, needs: str = NEEDS, lexicon: str | None = None, **wordings: str | None) -> Pages:
    texts = {language: wordings.get(language.value, WORDING) for language in Language}
    return Pages(
        Page("pack.yaml", pack),
        {key: Page(f"wording.{key.value}.yaml", text) for key, text in texts.items() if text is not None},
        Page("examples.yaml", needs),
        Page("lexicon.yaml", lexicon) if lexicon is not None else None,
    )


def line_of(text: str, words: str) -> int:
    """Return the line that some words stand on, so that the expected problems do not count by hand."""
    return next(number for number, line in enumerate(text.splitlines(), start=1) if words in line)


def changed(old: str, new: str) -> str:
    """Return the pack with some words exchanged, once."""
    assert PACK.count(old) == 1
    return PACK.replace(old, new)
