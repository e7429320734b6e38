"""An address tells its schema and its server, and two that lead to the same tables are known as one."""

import pytest

from storage.engine.address import database_of, identity, lock_key, schema_in, server_of

AT = "postgresql://lots:hemligt@db.example.org"


@pytest.mark.parametrize(
    ("url", "found"),
    [
        (f"{AT}/lots", ""),
        (f"{AT}/lots?schema=vasa", "vasa"),
        (f"{AT}/lots?sslmode=require&schema=_5", "_5"),
        ("sqlite:///lots.db", ""),
    ],
)
def test_the_schema_of_an_address(url: str, found: str) -> None:
    assert schema_in(url) == found


@pytest.mark.parametrize(
    "named",
    ["", "Vasa", "vasa-2", "5", "pg_toast", "a b", 'a"; DROP TABLE cases', "a,public", "å", "v" * 64, "a&schema=b"],
)
def test_a_name_that_no_schema_of_ours_has_is_refused(named: str) -> None:
    with pytest.raises(ValueError, match="small letters, digits and _"):
        schema_in(f"{AT}/lots?schema={named}")


def test_a_file_has_no_schema() -> None:
    with pytest.raises(ValueError, match="of PostgreSQL alone"):
        schema_in("sqlite:///lots.db?schema=vasa")


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (f"{AT}/lots?schema=vasa", "postgresql+psycopg://else@db.example.org:5432/lots?schema=vasa", True),
        (f"{AT}/lots", f"{AT}/lots?schema=public", True),
        (f"{AT}/lots?schema=vasa", f"{AT}/lots?schema=oster", False),
        (f"{AT}/lots", f"{AT}/other", False),
        (f"{AT}/lots", f"{AT}:5433/lots", False),
        ("postgresql:///lots?host=/run/a", "postgresql:///lots?host=/run/b", False),
        ("sqlite:///a.db", "sqlite:///./a.db", True),
        ("sqlite:///a.db", "sqlite:///b.db", False),
    ],
)
def test_addresses_of_the_same_tables_are_one(one: str, other: str, same: bool) -> None:
    assert (identity(one) == identity(other)) is same


def test_an_address_without_its_schema() -> None:
    urls = (f"{AT}/lots?schema=vasa", f"{AT}/lots?host=/run/a&schema=vasa", f"{AT}/lots")
    assert [database_of(url) for url in urls] == [f"{AT}/lots", f"{AT}/lots?host=%2Frun%2Fa", f"{AT}/lots"]


def test_servers_are_told_apart_and_a_file_has_none() -> None:
    urls = (f"{AT}/lots", "postgresql:///lots?host=/run/a", "sqlite:///a.db")
    assert [server_of(url) for url in urls] == ["db.example.org:5432", "/run/a:5432", ""]


def test_the_lock_of_a_schema_never_changes() -> None:
    assert (lock_key("vasa"), lock_key("oster")) == (705_896_695, -1_403_227_757)
