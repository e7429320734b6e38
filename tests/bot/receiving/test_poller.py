"""Updates are handled in the order of their numbers."""

from bot.receiving.poller import in_order


def test_updates_that_come_out_of_order_are_put_back_unless_the_count_began_anew() -> None:
    def numbered(*numbers: int) -> list[dict[str, int]]:
        return [{"update_id": number} for number in numbers]

    assert in_order(numbered(12, 10, 11)) == numbered(10, 11, 12)
    assert in_order(numbered(100_000_012, 7, 8)) == numbered(100_000_012, 7, 8)
