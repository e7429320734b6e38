"""Packs come from the shipped folders or the operator's own, whole or with every problem."""

import shutil
from pathlib import Path

import pytest

from knowledge.municipality.load import SHIPPED, PackError, folder_of, load_packs, shipped_folders
from knowledge.municipality.yaml_lines import Problem


def copied(tmp_path: Path, pack: str = "vaxjo", name: str = "own") -> Path:
    return Path(shutil.copytree(SHIPPED / pack, tmp_path / name))


def test_all_shipped_packs_load_by_name() -> None:
    packs = load_packs()
    assert list(packs) == ["goteborg", "ostersund", "vasa", "vaxjo"]
    assert [pack.id for pack in packs.values()] == list(packs)


def test_every_shipped_folder_is_a_pack() -> None:
    assert [folder.name for folder in shipped_folders()] == ["goteborg", "ostersund", "vasa", "vaxjo"]


def test_packs_come_in_the_order_asked_for() -> None:
    assert list(load_packs(["vaxjo", "goteborg"])) == ["vaxjo", "goteborg"]


def test_a_folder_of_the_operator_is_read_like_a_shipped_one(tmp_path: Path) -> None:
    assert load_packs([copied(tmp_path)]) == load_packs(["vaxjo"])


def test_a_path_as_text_is_a_folder(tmp_path: Path) -> None:
    assert list(load_packs([str(copied(tmp_path))])) == ["vaxjo"]


def test_an_id_is_a_shipped_pack_and_anything_else_a_folder(tmp_path: Path) -> None:
    assert [folder_of("vaxjo"), folder_of("./vaxjo"), folder_of(tmp_path)] == [
        SHIPPED / "vaxjo",
        Path("vaxjo"),
        tmp_path,
    ]


def test_a_changed_pack_is_read_anew(tmp_path: Path) -> None:
    folder = copied(tmp_path)
    before = load_packs([folder])["vaxjo"]
    file = folder / "pack.yaml"
    text = file.read_text(encoding="utf-8").replace("verify_by: 2027-05-22", "verify_by: 2028-05-22")
    file.write_text(text, encoding="utf-8")
    after = load_packs([folder])["vaxjo"]
    assert (before.verify_by.year, after.verify_by.year) == (2027, 2028)


def test_the_problems_of_all_packs_come_in_one_error(tmp_path: Path) -> None:
    first, second = copied(tmp_path, "vaxjo", "first"), copied(tmp_path, "goteborg", "second")
    (first / "wording.fi.yaml").unlink()
    (second / "wording.en.yaml").unlink()
    with pytest.raises(PackError) as caught:
        load_packs([first, second])
    assert caught.value.problems == (
        Problem(str(first / "pack.yaml"), 1, "there is no wording.fi.yaml"),
        Problem(str(second / "pack.yaml"), 1, "there is no wording.en.yaml"),
    )
    assert str(caught.value).splitlines() == [
        f"{first / 'pack.yaml'}:1: there is no wording.fi.yaml",
        f"{second / 'pack.yaml'}:1: there is no wording.en.yaml",
    ]


def test_a_folder_without_a_pack_is_named(tmp_path: Path) -> None:
    with pytest.raises(PackError) as caught:
        load_packs([tmp_path])
    assert caught.value.problems == (Problem(str(tmp_path / "pack.yaml"), 1, "there is no such file"),)


def test_two_packs_may_not_have_one_id(tmp_path: Path) -> None:
    folder = copied(tmp_path)
    with pytest.raises(PackError) as caught:
        load_packs(["vaxjo", folder])
    assert caught.value.problems == (Problem(str(folder / "pack.yaml"), 1, "another pack is called `vaxjo` too"),)


def test_a_file_that_is_not_utf_8_is_a_problem(tmp_path: Path) -> None:
    folder = copied(tmp_path)
    (folder / "pack.yaml").write_bytes("id: växjö".encode("latin-1"))
    with pytest.raises(PackError) as caught:
        load_packs([folder])
    assert [(item.file, item.message[:15]) for item in caught.value.problems] == [
        (str(folder / "pack.yaml"), "cannot be read:")
    ]
