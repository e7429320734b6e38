"""Ready-made texts of a desk: sentences with gaps for what differs from case to case.

A gap is `{{ name }}` and nothing else: no text of a pack can compute, and what is put into it cannot either. What each
name stands for in a case is the desk's to say; which names there are stands here, so that a pack is held to them.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from jinja2 import Environment, StrictUndefined, Template, TemplateSyntaxError, nodes

KNOWN = ("reference", "title", "who", "deadline", "office", "navigator", "municipality", "promised")
"""What a case may tell: its number, title and association, the last day of its round, its offices, who writes, the
municipality, and the day by which an answer is promised."""
ASKED = ("elsewhere", "time", "place")
"""What only the navigator knows: where an association should turn, and when and where people could meet."""
NAMES = (*KNOWN, *ASKED)
_ENVIRONMENT = Environment(undefined=StrictUndefined, autoescape=False)  # noqa: S701 - plain text, escaped where shown


def faults(text: str, names: Sequence[str] = NAMES) -> Iterator[str]:
    """Find what keeps a text from being filled: broken braces, more than a name between them, a name of nothing."""
    try:
        tree = _ENVIRONMENT.parse(text)
    except TemplateSyntaxError as error:
        yield f"its braces do not fit together in line {error.lineno} of the text: {error.message}"
        return
    for node in _parts(tree):
        if isinstance(node, nodes.Name) and node.name not in names:
            yield f"`{{{{ {node.name} }}}}` is nothing that a text can name; there are {', '.join(names)}"
        elif not isinstance(node, nodes.Name | nodes.TemplateData):
            yield f"line {node.lineno} of the text holds more than a name between its braces"


@cache
def names_in(text: str) -> tuple[str, ...]:
    """Return the names that a sound text has gaps for, in the order in which they stand."""
    found = (node.name for node in _parts(_ENVIRONMENT.parse(text)) if isinstance(node, nodes.Name))
    return tuple(dict.fromkeys(found))


def filled(text: str, values: Mapping[str, str]) -> str:
    """Return a sound text as plain words. Raise `jinja2.UndefinedError` if the value of a gap is missing."""
    return _template(text).render({name: values[name] for name in names_in(text) if name in values}).strip()


def _parts(tree: nodes.Template) -> Iterator[nodes.Node]:
    for outer in tree.body:
        yield from outer.nodes if isinstance(outer, nodes.Output) else (outer,)


@cache
def _template(text: str) -> Template:
    return _ENVIRONMENT.from_string(text)
