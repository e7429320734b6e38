"""The calls at the desk: listed, looked at, prepared; each thing of one asked for by a button and typed."""

from dialogs.records.staff.call import CallState
from tests.stages.called import NIKO, buttons, called, told


def test_a_call_is_shown_with_all_that_is_set_and_a_button_for_each_thing() -> None:
    stage = called()
    assert "Hösten 2026: öppen, sista dag onsdag 28 oktober 2026 kl. 15.45." in told(stage, "/calls")
    shown = told(stage, "Hösten 2026")
    assert "Pitch: tisdag 3 november 2026 från kl. 16.30 (Vasatid)." in shown
    assert "2 chattar får veta om något ändras." in shown
    assert buttons(stage) == [
        "Stäng omgången",
        "Sista dag",
        "Pitchens tid",
        "Pitchens plats",
        "Pitchens språk",
        "Dag för beslutet",
        "Sena förslag",
        "Första dag",
        "Alla omgångar",
    ]


def test_what_cannot_be_read_is_asked_again_and_talk_at_the_desk_stays_talk() -> None:
    stage = called()
    assert "när är sista dagen i Hösten 2026?" in told(stage, "/calls", "Hösten 2026", "Sista dag")
    assert 'jag hittar inget klockslag i "på fredag"' in told(stage, "på fredag")
    assert "Sista dag: fredag 30 oktober 2026 kl. 15.45 (Vasatid)." in told(stage, "30.10. kl. 15.45")
    said = len(stage.chats[-1001000000001])
    told(stage, "vem är på plats i dag?", user=NIKO)
    assert len(stage.chats[-1001000000001]) == said


def test_place_language_and_late_proposals_are_set_like_dates_and_show() -> None:
    stage = called()
    told(stage, "/calls", "Hösten 2026", "Pitchens plats", "Stadshuset, sal 2", "gör så")
    told(stage, "/calls", "Hösten 2026", "Pitchens språk", "Alla språk går bra", "gör så")
    told(stage, "/calls", "Hösten 2026", "Sena förslag", "Tas inte emot")
    assert "Sena förslag tas inte emot.\nIngen får något meddelande." in stage.chats[-1001000000001][-1].text
    assert "Nora har ändrat Hösten 2026. Sena förslag tas inte emot. Påminnelserna" in told(stage, "gör så")
    shown = told(stage, "/calls", "Hösten 2026")
    assert "Plats: Stadshuset, sal 2. Språk: svenska, finska" in shown
    assert "Sena förslag tas inte emot." in shown
    assert "av Nora, version 3." in shown


def test_the_next_round_is_prepared_without_a_date_and_opened_when_its_dates_stand() -> None:
    stage = called()
    assert "Inget datum är satt än, och ingen har fått veta något." in told(stage, "/calls", "Förbered nästa omgång")
    assert "har ingen sista dag än" in told(stage, "/calls", "Hösten 2027", "Öppna omgången")
    told(stage, "tillbaka", "Sista dag", "22.9.2027 15.45", "gör så")
    shown = told(stage, "Visa omgången")
    assert "Omgången förbereds. Ingen utanför gruppen vet om den än.\n" in shown
    assert "chattar" not in shown
    assert [item.id for item in stage.world.packs["vasa"].rounds] == ["spring"]
    assert stage.calls["vasa", "spring-2027"].state == CallState.PREPARED
    assert "Förbered nästa omgång" not in (told(stage, "/calls"), buttons(stage))[1]
    assert "Nora har ändrat Hösten 2027. Omgången är öppen." in told(stage, "Hösten 2027", "Öppna omgången", "gör så")
    assert "Hösten 2027: öppen, sista dag onsdag 22 september 2027 kl. 15.45." in told(stage, "/calls")
