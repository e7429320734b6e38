"""The table of rules drawn as a flow chart."""

from knowledge.advice.rules import AdviceRule, Condition, as_kept, rules
from knowledge.municipality.pack import Pack


def graph(pack: Pack) -> str:
    """Draw the table as a Mermaid flow chart, from the rules that run."""
    lines = ["flowchart TD"]
    table = rules(pack)
    for number, rule in enumerate(table):
        words = " or ".join(" and ".join(_in_words(condition)) for condition in rule.when)
        lines.append(f'    q{number}{{"{rule.id}: {words}?"}} -->|yes| a{number}["{_forms(rule)}"]')
        lines.append(f"    q{number} -->|no| q{number + 1}")
    last = len(table)
    lines.append(f'    q{last}{{"R11: too much unknown?"}} -->|yes| a{last}["NAV"]')
    lines.append(f'    q{last} -->|no| a{last + 1}["R12: {pack.partnership}"]')
    return "\n".join(lines)


def _in_words(condition: Condition) -> list[str]:
    return [f"{key} is {' or '.join(sorted(as_kept(value) for value in values))}" for key, values in condition.items()]


def _forms(rule: AdviceRule) -> str:
    return ", then ".join([rule.form, *rule.second])
