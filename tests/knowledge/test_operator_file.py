"""Whatever lies where a file of the operator should lie, reading it ends, with text or with a sentence."""

import os
from pathlib import Path

import pytest

from knowledge.operator_file import LARGEST, Unreadable, read_text


def test_text_is_read_without_its_mark_and_with_one_kind_of_line_ends(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_bytes("\ufeffett\r\ntvå\rtre\n".encode())
    assert read_text(file) == "ett\ntvå\ntre\n"


@pytest.mark.parametrize(
    ("content", "line", "reason"),
    [
        (b"a\nb\xff", 2, "cannot be read: it is not UTF-8 text"),
        (b"a\n\nb\0", 3, "cannot be read: there is a NUL character in it"),
        (b" " * (LARGEST + 1), 1, "cannot be read: it is larger than 1 MB"),
    ],
)
def test_what_is_no_text_is_told_with_its_line(tmp_path: Path, content: bytes, line: int, reason: str) -> None:
    file = tmp_path / "a.yaml"
    file.write_bytes(content)
    assert told(file) == (line, reason)


def test_a_folder_a_pipe_and_a_device_are_no_files(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    assert told(tmp_path) == (1, "cannot be read: Is a directory")
    assert told(pipe) == told(Path("/dev/zero")) == (1, "cannot be read: it is no ordinary file")


def test_names_that_no_file_can_have_are_told(tmp_path: Path) -> None:
    assert told(Path("a\0b")) == (1, "cannot be read: no file has such a name")
    assert told(tmp_path / ("a" * 300)) == (1, "cannot be read: File name too long")
    with pytest.raises(FileNotFoundError):
        read_text(tmp_path / "nothing")


def told(file: Path) -> tuple[int, str]:
    with pytest.raises(Unreadable) as caught:
        read_text(file)
    return caught.value.line, str(caught.value)
