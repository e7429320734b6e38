from knowledge.municipality.load import load_packs
from knowledge.needs.evaluate import Bin, Hits, evaluate
from knowledge.needs.model.load import load_lexicon
from knowledge.needs.understand import understand


def test_figures_are_counted() -> None:
    vasa, lexicon = load_packs(["vasa"])["vasa"], load_lexicon()
    rows = [
        {"text": "ensamma äldre utan sällskap", "lang": "sv", "vasa": ["exclusion/loneliness"], "office": ["welfare"]},
        {"text": "hej", "lang": "sv", "vasa": [], "ostersund": [], "office": []},
    ]
    report = evaluate(rows, lambda text, language: understand(text, vasa, lexicon, language), "vasa")
    assert report.hits == {key: Hits(1, 1, 1) for name in ("vasa", "office") for key in ((name, "all"), (name, "sv"))}
    assert (report.caught, report.rejected, report.confused) == ((1, 1), (0, 1), ())
    assert (report.asked_outside, report.asked) == ((0, 1), (0, 1))
    assert [bin_.count for bin_ in report.calibration] == [1]
    assert isinstance(report.calibration[0], Bin)
