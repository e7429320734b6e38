"""The command line of Lots. Each command reads its settings, does one thing, and ends with a sentence if it cannot.

What a command needs is imported when it runs, so that each starts fast.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer

WRONG_SETTINGS = 2
"""The exit code of a wrong setting or pack, the same as for a wrong option: a restart alone cannot help."""
CANNOT = 1
"""The exit code of whatever else went wrong, as is usual; a later try may go better."""

app = typer.Typer(
    name="lots",
    help="One way in to the municipality for associations: a Telegram bot.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
database = typer.Typer(
    help="Prepare, back up, restore and mend the database.", no_args_is_help=True, rich_markup_mode=None
)
app.add_typer(database, name="db")

PackOption = Annotated[str, typer.Option("--pack", help="The id of a shipped pack, or a folder.")]


@app.command()
def demo(
    port: Annotated[int, typer.Option(help="Where the page answers.")] = 8080,
    at: Annotated[str, typer.Option(help="Where the clock starts, wall time in Vasa.")] = "2023-09-01T09:00",
    packs: Annotated[str, typer.Option(help="Municipalities: ids or folders of packs, with commas.")] = "vasa",
    no_browser: Annotated[bool, typer.Option("--no-browser", help="Open no browser.")] = False,  # noqa: FBT002
) -> None:
    """Try Lots on this machine: no token, no network."""
    from bot.demo.launch import run_demo

    with told():
        raise typer.Exit(run_demo(port, at, open_browser=not no_browser, packs=packs))


@app.command()
def run() -> None:
    """Run the bot: polling, or a webhook when WEBHOOK_URL is set."""
    from bot.process.lean_start import lean_start

    with lean_start():
        from bot.commands.run import run as run_bot
    with told():
        run_bot()


@app.command()
def check(packs: Annotated[list[str] | None, typer.Argument(metavar="[PACK ...]")] = None) -> None:
    """Check packs and settings; every error as file:line: message."""
    from bot.commands.check import check as check_all

    lines, wrong = check_all(packs or [])
    for line in lines:
        typer.echo(line)
    raise typer.Exit(CANNOT if wrong else 0)


@app.command()
def match(
    pack: PackOption,
    text: Annotated[str | None, typer.Argument(help="A need, in somebody's own words.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Answer with a JSON object.")] = False,  # noqa: FBT002
    jsonl: Annotated[bool, typer.Option("--jsonl", help="A JSON object a line, in and out.")] = False,  # noqa: FBT002
) -> None:
    """Tell which challenges and offices a need belongs to, and why."""
    from bot.commands.match import match_lines, match_text, read_stdin

    with told():
        if jsonl:
            _answer_lines(match_lines(pack, read_stdin()))
        elif text is None:
            raise typer.BadParameter("give a TEXT, or --jsonl", param_hint="TEXT")
        else:
            typer.echo(match_text(pack, text, as_json=as_json))


@app.command()
def evaluate(pack: PackOption, corpus: Annotated[Path, typer.Argument(metavar="CORPUS.jsonl")]) -> None:
    """Measure the matcher on a labelled corpus."""
    from bot.commands.match import evaluated

    with told():
        typer.echo(evaluated(pack, corpus))


@app.command()
def advise(
    pack: PackOption,
    as_json: Annotated[  # noqa: ARG001, FBT002 - scripts name it, and there is no other form
        bool, typer.Option("--json", help="A JSON object a line, in and out: with or without this word.")
    ] = False,
    drawn: Annotated[bool, typer.Option("--graph", help="Draw the rules as a Mermaid flow chart.")] = False,  # noqa: FBT002
) -> None:
    """Tell which form of cooperation a set of answers leads to; answers come on standard input."""
    from bot.commands.advise import advise_lines, drawing
    from bot.commands.match import read_stdin

    with told():
        if drawn:
            typer.echo(drawing(pack))
            return
        _answer_lines(advise_lines(pack, read_stdin()))


@app.command()
def documents(
    pack: PackOption,
    answers: Annotated[Path, typer.Argument(metavar="ANSWERS.yaml")],
    out: Annotated[Path, typer.Option("-o", help="The folder to write into.")],
    lang: Annotated[str, typer.Option("--lang", help="sv, fi or en.")] = "sv",
) -> None:
    """Make the two documents of a proposal from a file of answers."""
    from bot.commands.documents import make_documents

    with told():
        made = make_documents(pack, lang, answers, out)
        for line in (*made.problems, *made.remarks, *made.files):
            typer.echo(str(line))
        if made.not_shown:
            typer.echo(made.not_shown, err=True)


@database.command("upgrade")
def db_upgrade() -> None:
    """Make the tables, or bring them to this version."""
    from bot.commands.database import upgrade

    with told():
        upgrade()


@database.command("backup")
def db_backup(file: Path) -> None:
    """Write a copy of everything into FILE, while the bot runs."""
    from bot.commands.database import backup

    with told():
        backup(file)


@database.command("restore")
def db_restore(file: Path) -> None:
    """Fill the empty database from FILE."""
    from bot.commands.database import restore

    with told():
        restore(file)


@database.command("failed")
def db_failed() -> None:
    """List the updates that could not be handled and were put aside."""
    from bot.commands.database import failed

    with told():
        for line in failed():
            typer.echo(line)


@database.command("requeue")
def db_requeue(ids: Annotated[list[int], typer.Argument(metavar="ID ...")]) -> None:
    """Let updates that were put aside be handled again."""
    from bot.commands.database import requeue

    with told():
        typer.echo(requeue(ids))


@contextmanager
def told() -> Iterator[None]:
    """Turn what an operator can put right into a sentence and an exit code, without a traceback."""
    from bot.settings import CannotRun, SettingsError
    from knowledge.municipality.load import PackError
    from storage.errors import StorageError

    try:
        yield
    except (SettingsError, PackError) as error:
        for problem in error.problems:
            typer.echo(str(problem), err=True)
        raise typer.Exit(WRONG_SETTINGS) from None
    except (StorageError, OSError, ValueError, CannotRun) as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(CANNOT) from None


def _answer_lines(answers: Iterator[tuple[str, str]]) -> None:
    """Print each answer as it comes, problems to the other stream; end with an error if there was one."""
    failed = False
    for line, problem in answers:
        failed = failed or bool(problem)
        typer.echo(problem or line, err=bool(problem))
    if failed:
        raise typer.Exit(CANNOT)


def main() -> None:
    """The console command `lots`."""
    app()


if __name__ == "__main__":
    main()
