"""Which passages of two articles are linked, and which of them keep the texts level."""

from articles.selectors.reader_links import End, link


def end(key: int, statement: int, start: int, words: str, *, suggested: bool = False) -> End:
    return End(
        key=key,
        statement=statement,
        start=start,
        end=start + len(words),
        suggested=suggested,
        words=frozenset(words.split()),
    )


def pairs(links):
    return [[(pair.left.key, pair.right.key) for pair in one.pairs] for one in links]


def test_it_numbers_links_in_the_order_of_the_left_text():
    links = link(
        [end(2, 8, 50, "nobody asked us"), end(1, 9, 0, "we close the depots")],
        [end(3, 8, 0, "nobody asked us"), end(4, 9, 50, "we close the depots")],
    )

    assert [(one.number, one.statement) for one in links] == [(1, 9), (2, 8)]


def test_it_links_nothing_that_one_article_alone_prints():
    assert link([end(1, 1, 0, "we close")], [end(2, 2, 0, "we close")]) == ()
    assert link([], [end(2, 2, 0, "we close")]) == ()


def test_a_fragment_and_a_sentence_that_both_print_keep_apart():
    left = [end(1, 1, 0, "in war crimes"), end(2, 1, 50, "it is with sadness that I resign")]
    right = [end(3, 1, 0, "in war crimes"), end(4, 1, 50, "it is with sadness that I resign")]

    assert pairs(link(left, right)) == [[(1, 3)], [(2, 4)]]


def test_two_fragments_lead_to_the_sentence_that_holds_both():
    left = [end(1, 1, 0, "deeply troubling"), end(2, 1, 50, "disregarded")]
    right = [end(3, 1, 0, "it is deeply troubling to be disregarded")]

    (one,) = link(left, right)

    assert pairs([one]) == [[(1, 3), (2, 3)]]


def test_a_link_is_suggested_where_either_passage_is():
    (one,) = link([end(1, 1, 0, "we close", suggested=True)], [end(2, 1, 0, "we close")])

    assert one.suggested
    assert not one.is_level


def test_texts_are_kept_level_by_the_heaviest_run_in_one_order():
    left = [
        end(1, 1, 0, "short"),
        end(2, 2, 50, "a long sentence of many words"),
        end(3, 3, 100, "another long sentence of many words"),
    ]
    right = [
        end(5, 2, 0, "a long sentence of many words"),
        end(6, 3, 50, "another long sentence of many words"),
        end(4, 1, 100, "short"),
    ]

    assert [one.is_level for one in link(left, right)] == [False, True, True]
