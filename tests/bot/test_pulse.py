"""The pulse of a loop: pauses that grow, what may be told of an error, and which loop is late."""

from bot.pulse import Pulse
from storage.errors import DatabaseAway


def test_each_failure_waits_longer_until_a_good_round() -> None:
    pulse = Pulse("worker", 60.0, 2.0)
    pauses = [pulse.failed(RuntimeError("what somebody wrote")) for _ in range(4)]
    assert (pauses, pulse.failures) == ([0.5, 1.0, 2.0, 2.0], 4)
    assert pulse.failed(DatabaseAway("The disk is full."), at_least=7.0) == 7.0
    assert pulse.trouble == "The disk is full."
    pulse.beat()
    assert (pulse.failed(RuntimeError()), pulse.failures) == (0.5, 1)


def test_an_error_that_nobody_foresaw_keeps_its_words_to_itself() -> None:
    pulse = Pulse("worker", 60.0)
    pulse.failed(RuntimeError("what somebody wrote"))
    assert pulse.trouble.startswith("RuntimeError in ")
    assert "somebody" not in pulse.trouble


def test_a_loop_is_late_after_its_patience_and_never_before_it_began() -> None:
    pulse = Pulse("worker", -1.0)
    assert not pulse.late()
    pulse.beat()
    assert pulse.late()
    patient = Pulse("worker", 60.0)
    patient.beat()
    assert not patient.late()
