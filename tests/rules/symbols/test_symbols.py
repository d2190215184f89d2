"""Symbols of documents, and of resolutions that are cited by them."""

import pytest

from resolint import check as linted
from resolint import fix as mended
from resolint.lint.config import resolve
from resolint.rules.registry import Registry, discover

CODES = {"SYM001", "CIT012"}
SETTINGS = resolve((), Registry(tuple(rule for rule in discover().rules if rule.code in CODES)))
FRAME = "*The General Assembly*,\n\n*Recalling* {},\n"


def fix_words(words):
    before, after = FRAME.split("{}")
    return mended(FRAME.format(words), settings=SETTINGS).removeprefix(before).removesuffix(after)


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("E/CN15/2018/11", "E/CN.15/2018/11"),
        ("A/72/633/Add1", "A/72/633/Add.1"),
        ("A/72/633/corr.1", "A/72/633/Corr.1"),
        ("a/C.3/72/L19", "A/C.3/72/L.19"),
        ("A/CONF 234/16", "A/CONF.234/16"),
        ("A/72/ 633", "A/72/633"),
        ("A\\72\\633", "A/72/633"),
        ("A/72/633.Add.1", "A/72/633/Add.1"),
        ("FCCC/CP/2015/10/ADD.1", "FCCC/CP/2015/10/Add.1"),
        ("A/77/6 (Sect. 14)/corr.1", "A/77/6 (Sect. 14)/Corr.1"),
    ],
)
def test_a_symbol_is_put_in_its_form(wrong, right):
    assert fix_words(f"the report on lamps ({wrong})") == f"the report on lamps ({right})"


@pytest.mark.parametrize("words", ["LAMP/OIL.4/Corr1", "A/31/Res.1142", "ST/SGB 2019/8", "Sales No. e/06/5/15"])
def test_the_symbols_of_other_bodies_are_not_fixed(words):
    assert fix_words(f"the report on lamps ({words})") == f"the report on lamps ({words})"


@pytest.mark.parametrize(
    "words",
    [
        "E/CN.15/2018/11, A/72/633/Corr.1 and A/C.3/72/L.19",
        "CTOC/COP/2016/15, A/HRC/49/53 and S/PRST/2021/19",
        "UNEP/CBD/COP/10/27 and FCCC/CP/2013/10",
        "the 24/7 watch, s/he and A/B tests of 1/2 lamps",
        "https://undocs.org/a/72/633",
        "“E/CN15/2018/11”",
    ],
)
def test_symbols_in_form_and_what_is_none_are_ignored(words):
    assert linted(FRAME.format(words), settings=SETTINGS) == []


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("its resolution A/RES/72/1", "its resolution 72/1"),
        ("its resolution 72/1 and A/RES/72/2", "its resolution 72/1 and resolution 72/2"),
        ("what S/RES/2347 (2017) says", "what Security Council resolution 2347 (2017) says"),
        ("Security Council resolution S/RES/2347(2017)", "Security Council resolution 2347 (2017)"),
        ("E/RES/2017/18 on lamps", "Economic and Social Council resolution 2017/18 on lamps"),
        ("its decision A/DEC/74/550", "its decision 74/550"),
    ],
)
def test_a_resolution_is_cited_by_its_number(wrong, right):
    assert fix_words(wrong) == right


@pytest.mark.parametrize("words", ["the text (A/RES/72/1)", "“A/RES/72/1”", "UNEP/EA.4/Res.6"])
def test_symbols_in_brackets_and_of_others_are_ignored(words):
    assert linted(FRAME.format(words), settings=SETTINGS) == []


def test_in_a_note_the_word_begins_with_a_capital():
    draft = "*The General Assembly*,\n\n*Recalling* lamps,[^1]\n\n[^1]: A/RES/70/1.\n"
    assert mended(draft, settings=SETTINGS).endswith("[^1]: Resolution 70/1.\n")


def test_text_without_spaces_takes_linear_time():
    assert linted(FRAME.format("A/" * 20000 + "72 " + "E/CN15" * 5000), settings=SETTINGS) == []
