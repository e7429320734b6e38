"""An answer in a file is the text that somebody would have typed."""

import pytest
import yaml

from bot.documents.typed import typed


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("Kaffe och prat", "Kaffe och prat"),
        ("", ""),
        ("~", ""),
        ("'~'", "~"),
        ("no", "no"),
        ("- ett\n- två", "ett\ntvå"),
        ("- {Hyra: 500}\n- {what: Mat, sum: 300, who: oss}", "Hyra: 500\nMat: 300, oss"),
        ("- [Hyra, 500, 12 mån]", "Hyra: 500, 12 mån"),
        ("Hyra: 500\nMat: 300", "Hyra: 500\nMat: 300"),
        ("|\n  rad ett\n  rad två", "rad ett\nrad två"),
    ],
)
def test_a_value_becomes_lines(written: str, text: str) -> None:
    assert typed(yaml.compose(written) or yaml.ScalarNode("tag:yaml.org,2002:null", "")) == text


def test_parts_by_name_stand_in_one_line_and_dates_below() -> None:
    node = yaml.compose("start: 1.1.2027\nend: 31.12.2028\ndates: [möte 3.3, fest 4.4]")
    assert typed(node, " - ") == "1.1.2027 - 31.12.2028\nmöte 3.3\nfest 4.4"
