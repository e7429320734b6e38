"""A document begins without what another program's file left in it."""

from bot.documents.word.empty import empty_document


def test_it_has_its_own_parts_only() -> None:
    parts = sorted(str(part.partname) for part in empty_document().part.package.iter_parts())
    assert parts == [
        "/docProps/core.xml", "/word/document.xml", "/word/fontTable.xml", "/word/numbering.xml", "/word/settings.xml",
        "/word/styles.xml", "/word/theme/theme1.xml", "/word/webSettings.xml",
    ]  # fmt: skip


def test_word_opens_it_in_no_compatibility_mode() -> None:
    settings = empty_document().settings.element.xml
    assert (
        'w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"' in settings
    ) is True


def test_the_letters_of_a_subtitle_stand_no_further_apart_than_others() -> None:
    assert empty_document().styles["Subtitle"].element.xpath("w:rPr/w:spacing | w:pPr/w:numPr") == []
