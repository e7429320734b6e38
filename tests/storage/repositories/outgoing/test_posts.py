"""What Lots sent of its own accord is found by where it stands."""

from dialogs.conversation.replies import Addressee
from dialogs.conversation.session import Post
from storage.database import Database
from tests.storage.building import OFFERS


def test_posts_are_found_by_chat_and_message(database: Database) -> None:
    with database.transaction() as work:
        work.posts.keep([((-100, 5), Post("VA-7K3M", OFFERS), False), ((1, 5), Post("p1", ()), False)])
        assert work.posts.of([(-100, 5), (-100, 6)]) == {(-100, 5): Post("VA-7K3M", OFFERS)}


def test_a_post_knows_whom_it_was_meant_for(database: Database) -> None:
    draft = Post("VA-7K3M", OFFERS, Addressee(201, "Nora"))
    with database.transaction() as work:
        work.posts.keep([((-100, 5), draft, False)])
        assert work.posts.of([(-100, 5)]) == {(-100, 5): draft}


def test_what_came_twice_is_found_under_the_next_copy(database: Database) -> None:
    listed = {4: "a", 6: "b", 7: "a", 9: "a"}
    posts = {number: Post(f"{number}", OFFERS, says=says) for number, says in listed.items()}
    with database.transaction() as work:
        work.posts.keep([((-100, number), post, False) for number, post in posts.items()])
        work.posts.keep([((-200, 6), Post("another", (), says="a"), False)])
        assert work.posts.copy_of((-100, 5), "a") == posts[7]
        assert work.posts.copy_of((-100, 5), "c") is None
        assert work.posts.copy_of((-100, 9), "a") is None


def test_an_edited_post_means_what_it_now_says(database: Database) -> None:
    with database.transaction() as work:
        work.posts.keep([((-100, 5), Post("VA-7K3M", OFFERS), True)])
        work.posts.keep([((-100, 5), Post("VA-7K3M", OFFERS[:1]), True)])
        assert work.posts.of([(-100, 5)]) == {(-100, 5): Post("VA-7K3M", OFFERS[:1])}


def test_the_newest_card_of_a_case_counts(database: Database) -> None:
    with database.transaction() as work:
        work.posts.keep([((-100, 900), Post("A", ()), True), ((-200, 5), Post("A", ()), True)])
        work.posts.keep([((-100, 901), Post("B", ()), True), ((-100, 902), Post("A", ()), False)])
        assert work.posts.cards(["A", "B", "C"]) == {"A": (-200, 5), "B": (-100, 901)}
        assert work.posts.cards([]) == {}
