"""`python -m tests.bot.documents.golden`: write the golden papers anew; look at what has changed before a commit."""

from tests.bot.documents.golden.readable import golden_names, golden_text, path_of

if __name__ == "__main__":
    for names in golden_names():
        path_of(*names).write_text(golden_text(*names), encoding="utf-8")
