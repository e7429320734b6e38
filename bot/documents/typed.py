"""A node of a YAML file as the text that a person would have typed for its kind of answer.

YAML's own ideas of values (dates, yes and no, numbers) are set aside: what stands in the file is read like a message.
"""

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

_NOTHING = {"", "~", "null", "Null", "NULL"}


def typed(node: Node, between_parts: str = "") -> str:
    """Return the text of an answer, empty for none: lists have one line an item.

    `between_parts` is what stands between parts that are given by name (`Kind.between_parts`).
    """
    match node:
        case ScalarNode():
            return "" if node.value in _NOTHING and not node.style else str(node.value)
        case SequenceNode():
            return "\n".join(_item(item) for item in node.value)
        case MappingNode() if between_parts:
            return _parts(node, between_parts)
        case MappingNode():
            return "\n".join(f"{_line(key)}: {_line(value)}" for key, value in node.value)
    return ""


def _parts(node: MappingNode, between: str) -> str:
    parts = {_line(key): value for key, value in node.value}
    dates = parts.pop("dates", None)
    said = between.join(_line(value) for value in parts.values())
    return f"{said}\n{typed(dates)}" if dates is not None else said


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
    return " ".join(typed(node).split())
