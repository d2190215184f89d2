"""What is remembered from one reading to the next, and what is forgotten."""

from resolint.grammar.syntax.language import language
from resolint.grammar.syntax.paragraph_text import ParagraphText
from resolint.grammar.text.incremental_cache import IncrementalCache
from resolint.grammar.text.memo import Memo


class Counted:
    """Work that counts how often it is done."""

    def __init__(self, gives):
        self.gives, self.times = gives, 0

    def __call__(self, *_given):
        self.times += 1
        return self.gives


def test_work_is_done_once_for_what_it_is_given():
    memory, work = IncrementalCache(), Counted("lamp")
    assert [memory.get_or_compute(work, 1), memory.get_or_compute(work, 1), memory.get_or_compute(work, 2)] == [
        "lamp"
    ] * 3
    assert work.times == 2


def test_nothing_is_remembered_as_well():
    memory, work = IncrementalCache(), Counted(None)
    assert memory.get_or_compute(work, 1) is memory.get_or_compute(work, 1) is None
    assert work.times == 1


def test_what_a_whole_turn_did_not_ask_for_is_forgotten():
    memory, work = IncrementalCache(), Counted("lamp")
    memory.get_or_compute(work, 1)
    memory.put("wick", "trimmed")
    memory.next_generation()
    assert memory.get_or_compute(work, 1) == "lamp"
    assert memory.get("wick") == "trimmed"
    memory.next_generation()
    memory.next_generation()
    assert memory.get("wick") is None
    memory.get_or_compute(work, 1)
    assert work.times == 2
    assert len(memory) == 1


def test_a_value_works_an_answer_out_once():
    work = Counted(None)
    value = Memo()
    assert value.memoized(work, 1) is value.memoized(work, 1) is None
    assert (work.times, value.memoized(work, 2), work.times) == (1, None, 2)


def test_an_opener_is_read_for_each_part_by_itself():
    wording = ParagraphText("*Requests* the keepers to report", language())
    openers = (wording.opener(part, "ga") for part in ("operative", "preamble"))
    assert [opener and opener.known for opener in openers] == ["listed", "misplaced"]
    assert wording.opener("operative", "ga") is wording.opener("operative", "ga")
    assert ParagraphText("", language()).opener("operative", "ga") is None
