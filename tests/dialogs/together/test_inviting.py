"""Only the owner makes links; a token is shown once and kept nowhere; there are only so many people."""

from dialogs.records.together.sharing import Role, hashed
from dialogs.together.inviting import MOST
from storage.encryption.codec import encode
from tests.dialogs.together.two_people import ANNA, BO, alone, link, opened, press, said, session, together


def test_a_token_is_kept_as_a_hash() -> None:
    stage = alone()
    token = link(stage, "Bara läsa").removeprefix("invitation-")
    (kept,) = stage.sharings["p1"].invitations
    assert (kept.hash, kept.role) == (hashed(token), Role.VIEW)
    whole = b"".join(encode(value) for value in (*stage.sessions.values(), stage.sharings["p1"]))
    assert token.encode() not in whole


def test_nobody_but_the_owner_is_offered_a_link_or_gets_one() -> None:
    stage = together()
    press(stage, BO, "Tillsammans")
    assert "Bjud in någon" not in [offer.label for offer in session(stage, BO).offers]
    stage.sessions[BO, BO] = session(stage, BO).but(offers=session(stage, ANNA).offers)
    for verb in ("together.make_link edit", "together.withdraw x", "go together.invite"):
        before = stage.sharings
        _forged(stage, verb)
        assert stage.sharings == before


def _forged(stage: object, verb: str) -> None:
    """Let Bo's newest message have a button that it never had."""
    from dialogs.conversation.replies import Action, Offer

    name, _, argument = verb.partition(" ")
    own = session(stage, BO)
    stage.sessions[BO, BO] = own.but(offers=(Offer("X", Action(name, argument)),))
    stage.say(BO, BO, "X", name="Bo")


def test_there_are_only_so_many_links() -> None:
    stage = alone()
    for _ in range(MOST - 1):
        link(stage, "Bara läsa")
    opened(stage, ANNA)
    press(stage, ANNA, "Tillsammans")
    press(stage, ANNA, "Bjud in någon")
    press(stage, ANNA, "Bara läsa")
    assert f"Högst {MOST}" in said(stage, ANNA)
    assert len(stage.sharings["p1"].invitations) == MOST - 1
