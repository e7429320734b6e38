"""The command line as a test calls it."""

from typer.testing import CliRunner, Result

from bot.__main__ import app

LONELY = "gubbarna i byn sitter hemma hela vintern och pratar inte med någon"


def lots(*arguments: str, given: str = "") -> Result:
    return CliRunner().invoke(app, arguments, input=given)
