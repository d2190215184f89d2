"""Lists of citations: their order, shared dates, and dates that come again."""

import pytest


def names(found):
    return [name for name, _ in found]


def test_a_list_goes_from_the_earliest_to_the_latest(reported):
    draft = "*Recalling* its resolutions 73/1 of 3 October 2018, 72/1 of 27 September 2017 and 71/2 of 19 October 2016,"
    assert [found for found in reported(draft) if found[0] == "citations-out-of-order"] == [
        ("citations-out-of-order", "72/1")
    ]


@pytest.mark.parametrize(
    "words",
    [
        "its resolutions 71/2 of 19 October 2016 and 72/1 of 27 September 2017",
        "its resolution 72/1 of 27 September 2017 on wicks and its resolution 71/2 of 19 October 2016",
        "its resolution 72/1 of 27 September 2017 and Security Council resolution 2347 (2017) of 24 March 2017",
    ],
)
def test_what_is_no_list_of_one_organ_has_no_order(reported, words):
    assert "citations-out-of-order" not in names(reported(f"*Recalling* {words},"))


def test_resolutions_of_one_day_share_the_date(reported, fix):
    draft = "*Recalling* its resolutions 69/193 of 18 December 2014 and 69/196 of 18 December 2014,"
    right = "*Recalling* its resolutions 69/193 and 69/196 of 18 December 2014,"
    assert names(reported(draft)) == ["shared-date-repeated"]
    assert fix(draft, unsafe=True) == right
    assert not reported(right)


def test_a_date_belongs_to_the_first_mention(reported, fix):
    head = "*Recalling* its resolution 70/301 of 9 September 2016 on fog bells,\n\n1. *Reaffirms* its resolution 70/301"
    assert ("date-repeated", "9 September 2016") in reported(f"{head} of 9 September 2016;\n\n2. *Decides* to wait.")
    mended = fix(f"{head} of 9 September 2016;\n\n2. *Decides* to wait.", unsafe=True)
    assert mended.startswith(f"{head};")


def test_the_same_number_of_another_organ_is_another_text(reported):
    draft = (
        "*Recalling* its resolution 37/2 of 9 September 1982,\n\n*Recalling also* Human Rights Council resolution 37/2 "
        "of 22 March 2018,"
    )
    assert "date-repeated" not in names(reported(draft))
