"""The command line of Lots. Each command reads its settings, does one thing, and ends with a sentence if it cannot.

What a command needs is imported when it runs, so that each starts fast.
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer

WRONG_SETTINGS = 2
"""The exit code of a wrong setting or pack, the same as for a wrong option: a restart alone cannot help."""
CANNOT = 1
"""The exit code of whatever else went wrong, as is usual; a later try may go better."""
UNFORESEEN = 70
"""The exit code of a mistake of the program itself (sysexits.h, EX_SOFTWARE): the line is to be reported."""
DETAILS = "PYTHONDEVMODE=1 in front of the command shows the details, which may hold what people wrote."

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
letters = typer.Typer(help="What comes back of letters to registrars.", no_args_is_help=True, rich_markup_mode=None)
app.add_typer(letters, name="mail")

BotOption = Annotated[str, typer.Option("--bot", help="One of several bots, by its name.")]
AllOption = Annotated[bool, typer.Option("--all", help="All bots, one after another.")]
PackOption = Annotated[str, typer.Option("--pack", help="The id of a shipped pack, or a folder.")]


@contextmanager
def told() -> Iterator[None]:
    """Turn whatever goes wrong into sentences and an exit code, without a traceback.

    In Python's development mode (`python -X dev`) a mistake of ours is shown with its traceback.
    """
    try:
        yield
    except (typer.Exit, typer.Abort, typer.BadParameter, BrokenPipeError):
        raise  # the library's own ways to end; it is quiet where whoever reads has seen enough
    except Exception as error:
        code, sentences = _meant(error)
        if code == UNFORESEEN and sys.flags.dev_mode:
            raise
        for sentence in sentences:
            typer.echo(_printable(sentence), err=True)
        raise typer.Exit(code) from None


def _meant(error: Exception) -> tuple[int, tuple[str, ...]]:
    """Return the exit code of an error, and what to tell whoever gave the command."""
    from bot.log import where
    from bot.settings import CannotRun
    from bot.settings_files import SettingsError
    from knowledge.municipality.load import PackError
    from storage.errors import StorageError

    match error:
        case SettingsError() | PackError():
            return WRONG_SETTINGS, tuple(map(str, error.problems))
        case OSError(filename=name) if name:
            return CANNOT, (f"{name}: {error.strerror}",)
        case StorageError() | OSError() | ValueError() | CannotRun():
            return CANNOT, (str(error),)
    # What the error itself says may be somebody's words.
    return UNFORESEEN, (f"Lots has made a mistake: {where(error)}. Please report this line. {DETAILS}",)


def _printable(text: str) -> str:
    """Return a text that every stream takes: half characters, as in names of files, are written as numbers."""
    return text.encode("utf-8", "backslashreplace").decode()


@app.command()
@told()
def demo(
    port: Annotated[int, typer.Option(help="Where the page answers.")] = 8080,
    at: Annotated[str, typer.Option(help="Where the clock starts, wall time in Vasa.")] = "2023-09-01T09:00",
    packs: Annotated[str, typer.Option(help="Municipalities: ids or folders of packs, with commas.")] = "vasa",
    bots: Annotated[str, typer.Option(help="The same, in place of --packs, with a bot for each.")] = "",
    no_browser: Annotated[bool, typer.Option("--no-browser", help="Open no browser.")] = False,  # noqa: FBT002
    no_topics: Annotated[bool, typer.Option("--no-topics", help="The staff groups have no topics.")] = False,  # noqa: FBT002
) -> None:
    """Try Lots on this machine: no token, no network."""
    from bot.demo.launch import run_demo

    code = run_demo(port, at, open_browser=not no_browser, packs=packs, bots=bots, topics=not no_topics)
    raise typer.Exit(code)


@app.command()
@told()
def run(only: Annotated[str, typer.Option("--only", help="One of several bots, by its name.")] = "") -> None:
    """Run the bot, or all bots of lots.toml: polling, or a webhook when WEBHOOK_URL is set."""
    from bot.process.lean_start import lean_start

    with lean_start():
        from bot.commands.run import run as run_bot
    run_bot(only)


@app.command()
@told()
def check(packs: Annotated[list[str] | None, typer.Argument(metavar="[PACK ...]")] = None) -> None:
    """Check packs and settings; every error as file:line: message."""
    from bot.commands.check import check as check_all

    lines, wrong = check_all(packs or [])
    for line in lines:
        typer.echo(_printable(line))
    raise typer.Exit(CANNOT if wrong else 0)


@app.command()
@told()
def match(
    pack: PackOption,
    text: Annotated[str | None, typer.Argument(help="A need, in somebody's own words.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Answer with a JSON object.")] = False,  # noqa: FBT002
    jsonl: Annotated[bool, typer.Option("--jsonl", help="A JSON object a line, in and out.")] = False,  # noqa: FBT002
) -> None:
    """Tell which challenges and offices a need belongs to, and why."""
    from bot.commands.match import match_lines, match_text, read_stdin

    if jsonl:
        _answer_lines(match_lines(pack, read_stdin()))
    elif text is None:
        raise typer.BadParameter("give a TEXT, or --jsonl", param_hint="TEXT")
    else:
        typer.echo(match_text(pack, text, as_json=as_json))


@app.command()
@told()
def evaluate(pack: PackOption, corpus: Annotated[Path | None, typer.Argument(metavar="[CORPUS.jsonl]")] = None) -> None:
    """Measure the matcher on a labelled corpus, or without one on what a pack itself says of its topics."""
    from bot.commands.evaluate import own_topics
    from bot.commands.match import evaluated

    typer.echo(evaluated(pack, corpus) if corpus else own_topics(pack))


@app.command()
@told()
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

    if drawn:
        typer.echo(drawing(pack))
        return
    _answer_lines(advise_lines(pack, read_stdin()))


@app.command()
@told()
def documents(
    pack: PackOption,
    answers: Annotated[Path, typer.Argument(metavar="ANSWERS.yaml")],
    out: Annotated[Path, typer.Option("-o", help="The folder to write into.")],
    lang: Annotated[str, typer.Option("--lang", help="sv, fi or en.")] = "sv",
) -> None:
    """Make the two documents of a proposal from a file of answers."""
    from bot.commands.documents import make_documents

    made = make_documents(pack, lang, answers, out)
    for line in (*made.problems, *made.remarks, *made.files):
        typer.echo(_printable(str(line)))
    if made.not_shown:
        typer.echo(made.not_shown, err=True)


@app.command()
@told()
def learn(
    pack: Annotated[str, typer.Option("--pack", help="The id of a shipped pack, or a folder.")] = "",
    bot: BotOption = "",
) -> None:
    """Print what people corrected and let be kept, as YAML to review; nothing changes by itself."""
    from bot.commands.learn import learn as learned

    for line in learned(pack, bot):
        typer.echo(_printable(line))


@app.command()
@told()
def gaps(
    pack: PackOption,
    year: Annotated[int, typer.Option(help="The year that is looked at; without it this one.")] = 0,
    lang: Annotated[str, typer.Option("--lang", help="sv, fi or en; without it the municipality's first.")] = "",
    bot: BotOption = "",
) -> None:
    """Print what is missing: needs nobody owns or answered in time, words no challenge has, where drafts stop."""
    from bot.commands.gaps import gaps as missing

    for line in missing(pack, year, lang, bot):
        typer.echo(_printable(line))


@database.command("upgrade")
@told()
def db_upgrade(bot: BotOption = "", every: AllOption = False) -> None:  # noqa: FBT002
    """Make the tables, or bring them to this version."""
    from bot.commands.database import names, upgrade

    for name in names(bot, every=every):
        upgrade(name)


@database.command("backup")
@told()
def db_backup(file: Path, bot: BotOption = "", every: AllOption = False) -> None:  # noqa: FBT002
    """Write a copy of everything into FILE, while the bot runs; of all bots into a folder, each by its name."""
    from bot.commands.database import backup, copy_of, names

    if every:
        file.mkdir(parents=True, exist_ok=True)
    for name in names(bot, every=every):
        backup(copy_of(file, name, every=every), name)


@database.command("restore")
@told()
def db_restore(
    file: Path,
    with_damage: Annotated[bool, typer.Option("--with-damage", help="Even if values cannot be read.")] = False,  # noqa: FBT002
    bot: BotOption = "",
    every: AllOption = False,  # noqa: FBT002
) -> None:
    """Fill the empty database from FILE; those of all bots from a folder."""
    from bot.commands.database import copy_of, names, restore

    for name in names(bot, every=every):
        restore(copy_of(file, name, every=every), name, with_damage=with_damage)


@database.command("check")
@told()
def db_check(bot: BotOption = "", every: AllOption = False) -> None:  # noqa: FBT002
    """Open every value, while the bot runs; a line for each that cannot be read."""
    from bot.commands.database import check, names

    lines = [f"{name}: {line}" if every and name else line for name in names(bot, every=every) for line in check(name)]
    for line in lines or ["Every value can be read."]:
        typer.echo(line)
    raise typer.Exit(CANNOT if lines else 0)


# The key of a group begins with a minus, and is no option.
@database.command("forget", context_settings={"ignore_unknown_options": True})
@told()
def db_forget(table: str, keys: Annotated[list[str], typer.Argument(metavar="KEY ...")], bot: BotOption = "") -> None:
    """Remove the damaged values of TABLE that `lots db check` names, and nothing that can be read."""
    from bot.commands.database import forget

    typer.echo(forget(table, keys, bot))


@database.command("failed")
@told()
def db_failed(bot: BotOption = "", every: AllOption = False) -> None:  # noqa: FBT002
    """List the updates that could not be handled and were put aside."""
    from bot.commands.database import failed, names

    for name in names(bot, every=every):
        for line in failed(name):
            typer.echo(f"{name}: {line}" if every and name else line)


@database.command("log")
@told()
def db_log(reference: str, bot: BotOption = "") -> None:
    """List who at the municipality saw a case or did something with it, while the bot runs."""
    from bot.commands.database import log_of

    for line in log_of(reference, bot):
        typer.echo(line)


@database.command("requeue")
@told()
def db_requeue(ids: Annotated[list[int], typer.Argument(metavar="ID ...")], bot: BotOption = "") -> None:
    """Let updates that were put aside be handled again."""
    from bot.commands.database import requeue

    typer.echo(requeue(ids, bot))


@letters.command("bounce")
@told()
def mail_bounce() -> None:
    """Take a message that came back, on standard input, and let the bot read it."""
    from bot.commands.mail import bounce

    bounce(sys.stdin.buffer)


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
