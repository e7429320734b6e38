"""A Maildir takes messages whole, gives the new ones once, and leaves to people what is none of Lots'."""

from pathlib import Path

from bot.mail.postbox import AT_ONCE, Postbox


def test_what_is_put_in_is_new_and_then_removed_or_left(tmp_path: Path) -> None:
    for part in ("tmp", "new", "cur"):
        (tmp_path / part).mkdir()
    box = Postbox(tmp_path)
    for content in (b"one", b"two"):
        box.put(content)
    found = {content: file for file, content in box.new()}
    assert (set(found), [*(tmp_path / "tmp").iterdir()]) == ({b"one", b"two"}, [])
    box.remove(found[b"one"])
    box.leave(found[b"two"])
    box.remove(found[b"one"])  # another process was faster
    assert [*box.new()] == []
    assert [file.read_bytes() for file in (tmp_path / "cur").iterdir()] == [b"two"]


def test_a_flood_is_read_in_portions_and_a_folder_that_is_gone_is_empty(tmp_path: Path) -> None:
    (tmp_path / "new").mkdir()
    for number in range(AT_ONCE + 1):
        (tmp_path / "new" / str(number)).write_bytes(b"x")
    assert len([*Postbox(tmp_path).new()]) == AT_ONCE
    assert [*Postbox(tmp_path / "nowhere").new()] == []
