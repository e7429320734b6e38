"""A node of a YAML file as the text that a person would have typed for that kind of answer.

YAML's own ideas of values (dates, yes and no, numbers) are set aside: what stands in the file is read like a message.
"""

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

_SHAPES: dict[str, str] = {
    "org-number": ", ", "place-year": ", ", "person": ", ", "signatories": ", ", "account": " ", "choice-text": ", ",
    "pitch": ", ", "period": " - ",
}  # fmt: skip
"""Kinds whose values have named parts, and what stands between the parts when they are typed."""

_NOTHING = {"", "~", "null", "Null", "NULL"}


def typed(node: Node, kind: str) -> str:
    """Return the text of an answer, empty for none: lists have one line an item."""
    match node:
        case ScalarNode():
            return "" if node.value in _NOTHING and node.style is None else str(node.value)
        case SequenceNode():
            return "\n".join(_item(item) for item in node.value)
        case MappingNode() if kind in _SHAPES:
            return _parts(node, kind)
        case MappingNode():
            return "\n".join(f"{_line(key)}: {_line(value)}" for key, value in node.value)
    return ""


def _parts(node: MappingNode, kind: str) -> str:
    parts = {_line(key): value for key, value in node.value}
    dates = parts.pop("dates", None)
    said = _SHAPES[kind].join(_line(value) for value in parts.values())
    return f"{said}\n{typed(dates, kind)}" if dates is not None else said


def _item(node: Node) -> str:
    """Return an item of a list on one line: `what: sum`, and what else there is after commas."""
    match node:
        case MappingNode(value=[(key, value)]):
            return f"{_line(key)}: {_line(value)}"
        case MappingNode():
            return _row([_line(value) for _, value in node.value])
        case SequenceNode():
            return _row([_line(value) for value in node.value])
    return _line(node)


def _row(parts: list[str]) -> str:
    first, *others = [part for part in parts if part] or [""]
    return f"{first}: {', '.join(others)}" if others else first


def _line(node: Node) -> str:
    return " ".join(typed(node, "").split())
