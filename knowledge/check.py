"""What is wrong with a pack folder, for `lots check` and for tests.

Reads through `municipality/load.py` and judges through `municipality/validate.py`; it prints nothing and raises
nothing. The settings of a running Lots are checked at the edge.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

from knowledge.municipality.load import folder_of, read_pages
from knowledge.municipality.pack import ExampleNeed, Pack
from knowledge.municipality.validate import judge
from knowledge.municipality.yaml_lines import Problem, read
from knowledge.needs.model.lexicon import Lexicon
from knowledge.needs.understand import Understanding

Understand = Callable[[str, Pack], Understanding]
INSTEAD = {
    "need": "as no topic touches it",
    "unclear": "as it may be no need, and whoever writes it is asked first",
    "out_of_scope": "as it looks like no need of an association",
    "crisis": "as it looks like somebody's own distress",
}
"""Why a need has no topic, by what it was understood as."""


def problems(folder: str | Path, today: date | None = None) -> list[Problem]:
    """Return every problem of a pack folder (or of a shipped pack's id), sorted by file and line.

    Without `today` no warning is given about a `Pack.verify_by` that has passed.
    """
    pages, unreadable = read_pages(folder_of(folder))
    found = judge(pages, today).problems if pages else ()
    return sorted([*unreadable, *found])


def unlearned(folder: str | Path, lexicon: Lexicon) -> list[Problem]:
    """Return a problem for each label and concept of `lexicon.yaml` of which the matcher has learned nothing."""
    pages, _ = read_pages(folder_of(folder))
    judged = judge(pages) if pages else None
    if pages is None or pages.lexicon is None or judged is None or judged.pack is None:
        return []
    marked, model = read(pages.lexicon), lexicon.model
    alike = judged.pack.alike.items()
    labels = [((topic, "labels", label), label in model.places) for topic, own in alike for label in own.labels]
    concepts = [((topic, "concepts", one), f"k {one}" in model.weights) for topic, own in alike for one in own.concepts]
    loose = [path for path, known in (*labels, *concepts) if not known]
    return [marked.problem(path, f"nothing was learned of `{path[-1]}`") for path in loose]


def misunderstood(folder: str | Path, understand: Understand) -> list[Problem]:
    """Return a warning for each everyday need whose topic is not among the first three that are understood.

    The needs of `examples.yaml` are a pack's own test, each tried as if the pack did not have it; the way to understand
    them is passed in.
    """
    pages, _ = read_pages(folder_of(folder))
    judged = judge(pages) if pages else None
    if pages is None or pages.examples is None or judged is None or judged.pack is None:
        return []
    marked = read(pages.examples)
    tried = [
        (row, need, _without_it(need, judged.pack, understand))
        for row, need in enumerate(judged.pack.needs)
        if need.topics
    ]
    missed = [(row, need, read_as) for row, need, read_as in tried if not set(need.topics) & set(_first_three(read_as))]
    return [marked.problem((row,), _missed(need, read_as), warning=True) for row, need, read_as in missed]


def _without_it(need: ExampleNeed, pack: Pack, understand: Understand) -> Understanding:
    others = replace(pack, needs=tuple(other for other in pack.needs if other is not need))
    return understand(need.text, others)


def _first_three(read_as: Understanding) -> list[str]:
    return [item.id for item in read_as.topics[:3]]


def _missed(need: ExampleNeed, read_as: Understanding) -> str:
    """Say what became of a need instead, and what to do about it."""
    topics = ", ".join(f"`{topic}`" for topic in _first_three(read_as))
    instead = f"but as {topics}: add a need like it" if topics else f"{INSTEAD[read_as.kind]}: say more in it"
    return f"this need is not understood as `{need.topics[0]}`, {instead}"
