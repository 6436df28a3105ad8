from dataclasses import replace

from dragoman.farm import local
from dragoman.read import Given, read_text
from dragoman.tools import open_tools

TEXTS = [f"Peru expelled {n} diplomats from Chile on Monday. Chile protested." for n in range(2, 14)]


def articles():
    return [read_text(text, given=Given(key=str(n))) for n, text in enumerate(TEXTS)]


def test_any_number_of_hands_writes_the_same_records_in_order():
    one, three = (list(local.read_many(articles(), open_tools(), hands)) for hands in (1, 3))
    assert one == three
    assert [r.article.key for r in one] == [str(n) for n in range(len(TEXTS))]


def test_a_fault_in_one_article_costs_that_record_alone():
    class Breaking:
        def mark(self, text, sentences):
            if "expelled 3 " in text:
                raise ZeroDivisionError("three")
            return open_tools().engine.mark(text, sentences)

    records = list(local.read_many(articles()[:3], replace(open_tools(), engine=Breaking()), 2))
    assert [bool(r.sentences) for r in records] == [True, False, True]
    assert records[1].notes[0].code == "failed" and "three" in records[1].notes[0].says
