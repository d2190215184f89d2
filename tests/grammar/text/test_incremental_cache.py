"""What is reused from one analysis to the next, and what is dropped."""

from resolint.grammar.syntax.language import language
from resolint.grammar.syntax.paragraph_text import ParagraphText
from resolint.grammar.text.incremental_cache import IncrementalCache
from resolint.grammar.text.memo import Memo


class Counted:
    """A function that counts its calls."""

    def __init__(self, gives):
        self.gives, self.times = gives, 0

    def __call__(self, *_given):
        self.times += 1
        return self.gives


def test_a_function_is_called_once_for_equal_arguments():
    cache, work = IncrementalCache(), Counted("lamp")
    assert [cache.get_or_compute(work, 1), cache.get_or_compute(work, 1), cache.get_or_compute(work, 2)] == ["lamp"] * 3
    assert work.times == 2


def test_none_is_cached_too():
    cache, work = IncrementalCache(), Counted(None)
    assert cache.get_or_compute(work, 1) is cache.get_or_compute(work, 1) is None
    assert work.times == 1


def test_entries_not_used_in_a_whole_generation_are_dropped():
    cache, work = IncrementalCache(), Counted("lamp")
    cache.get_or_compute(work, 1)
    cache.put("wick", "trimmed")
    cache.next_generation()
    assert cache.get_or_compute(work, 1) == "lamp"
    assert cache.get("wick") == "trimmed"
    cache.next_generation()
    cache.next_generation()
    assert cache.get("wick") is None
    cache.get_or_compute(work, 1)
    assert work.times == 2
    assert len(cache) == 1


def test_a_memo_computes_each_result_once():
    work = Counted(None)
    value = Memo()
    assert value.memoized(work, 1) is value.memoized(work, 1) is None
    assert (work.times, value.memoized(work, 2), work.times) == (1, None, 2)


def test_openers_are_cached_separately_for_each_part():
    paragraph_text = ParagraphText("*Requests* the keepers to report", language())
    openers = (paragraph_text.opener(part, "ga") for part in ("operative", "preamble"))
    assert [opener and opener.known for opener in openers] == ["listed", "misplaced"]
    assert paragraph_text.opener("operative", "ga") is paragraph_text.opener("operative", "ga")
    assert ParagraphText("", language()).opener("operative", "ga") is None
