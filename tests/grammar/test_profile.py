"""For which body, at which stage and in which era a text was written."""

import pytest

from resolint.grammar.model.profile import Profile, Sessions, detect
from resolint.grammar.syntax.parser import parse
from resolint.lint.config import ProfileChoice

ORGAN = "*The General Assembly*,\n\n"
BODY = "*Recalling* the mole,\n\n1. *Decides* to keep the lamp lit.\n"


def profiles(text):
    document = parse(text)
    found = detect(document)
    return [found[resolution.id] for resolution in document.resolutions]


@pytest.mark.parametrize(
    ("text", "profile"),
    [
        (ORGAN + BODY, Profile("ga", "draft", "2020+")),
        (f"# 77/188. The lamp\n\n{ORGAN}{BODY}", Profile("ga", "final", "2020+", session=77)),
        (f"# Resolution B\n\n## The lamp\n\n{ORGAN}{BODY}", Profile("ga", "final", "2020+")),
        (f"# Draft resolution B\n\n## The lamp\n\n{ORGAN}{BODY}", Profile("ga", "draft", "2020+")),
        (f"# Resolution\n\n## The lamp\n\n{ORGAN}{BODY}", Profile("ga", "draft", "2020+")),
        (
            f"Resolution adopted by the General Assembly on 3 November 2026\n\n## The lamp\n\n{ORGAN}{BODY}",
            Profile("ga", "final", "2020+"),
        ),
        (f"# Resolution 57/5\n\n{ORGAN}{BODY}", Profile("ga", "final", "pre2010", session=64)),
        (
            f"# Resolution 2347 (2017)\n\n*The Security Council*,\n\n{BODY}",
            Profile("sc", "final", "2010-2019", session=72),
        ),
        (f"# Draft resolution\n\n*The Human Rights Council*,\n\n{BODY}", Profile("hrc", "draft", "2020+")),
        (
            f"{ORGAN}*Recalling* its resolutions 52/8 of 9 December 1997 and 60/2 of 3 October 2005,\n\n{BODY}",
            Profile("ga", "draft", "pre2010"),
        ),
    ],
)
def test_profile_is_read_from_organ_line_heading_and_dates(text, profile):
    assert profiles(text) == [profile]


def test_several_drafts_make_a_report_and_each_has_its_own_body():
    text = f"# Draft resolution I\n\n{ORGAN}{BODY}\n# Draft resolution II\n\n*The Security Council*,\n\n{BODY}"
    assert profiles(text) == [Profile("ga", "report", "2020+"), Profile("sc", "report", "2020+")]


def test_a_document_has_a_profile_even_without_a_resolution():
    document = parse("Dear keepers,\n")
    assert detect(document) == {document.id: Profile("ga", "draft", "2020+")}


def heads(*lines):
    return "".join(f"{line}\n\n" for line in lines)


@pytest.mark.parametrize(
    "text",
    [
        heads("Forum: The Lamp Commission") + ORGAN + BODY,
        heads("Committee: General Assembly", "Topic: Lamps", "Sponsors: Chad") + ORGAN + BODY,
        heads("FORUM: The Security Council\nQUESTION OF: The lamp\nSUBMITTED BY: Chad") + BODY,
        heads("**Main Submitter:** Chad") + ORGAN + BODY,
        heads("# Draft Resolution 1.1", "**Topic:** Lamps", "**Sponsors:** Chad") + ORGAN + BODY,
        heads("American Model United Nations") + ORGAN + BODY,
        ORGAN
        + "<u>Recalling</u> the mole,\n\n<u>Noting</u> the lamp,\n\n"
        + "1. <u>Requests</u> the keepers:\n\na) to trim the wick,\n\nb) to keep the log;\n",
        heads("Topic: Lamps") + ORGAN + BODY.replace("lit.", "lit:\n\na) by night,\n\nb) by day."),
    ],
)
def test_a_model_united_nations_paper_is_known_by_its_head_its_underlines_and_its_marks(text):
    assert [profile.body for profile in profiles(text)] == ["mun"]


@pytest.mark.parametrize(
    "text",
    [
        heads("Topic: Lamps") + ORGAN + BODY,
        heads("Chad: draft resolution") + ORGAN + BODY,
        ORGAN + "<u>Recalling</u> A,\n\n<u>Noting</u> B,\n\n1. <u>Requests</u> C;\n\n2. <u>Decides</u> D.\n",
        ORGAN + BODY.replace("lit.", "lit:\n\na) by night,\n\nb) by day."),
        ORGAN + "*Recalling* the Model United Nations of AMUN,\n\n1. *Decides* to keep the lamp lit.\n",
    ],
)
def test_one_sign_that_other_texts_have_too_makes_no_model_paper(text):
    assert [profile.body for profile in profiles(text)] == ["ga"]


def test_each_paper_of_several_has_the_guide_named_above_it():
    text = (
        heads("THIMUN", "Forum: A Commission")
        + ORGAN
        + BODY
        + "\n"
        + heads("# Draft Resolution 2", "AMUN")
        + ORGAN
        + BODY
    )
    assert [(profile.body, profile.guide) for profile in profiles(text)] == [("mun", "thimun"), ("mun", "amun")]


@pytest.mark.parametrize(
    ("words", "inside", "outside"),
    [("65-77", (65, 77), (64, 78, None)), ("80-", (80, 81, None), (79, 64)), ("81", (81, None), (80, 82))],
)
def test_sessions_hold_for_those_between_their_ends_and_a_text_without_a_date_is_a_current_one(words, inside, outside):
    sessions = Sessions.read(words)
    assert str(sessions) == words
    assert all(map(sessions.hold_for, inside))
    assert not any(map(sessions.hold_for, outside))


def test_every_session_before_2010_is_one_and_an_era_that_is_set_overrides_the_session():
    found = [detect(parse(f"# Resolution {number}/5\n\n{ORGAN}{BODY}")) for number in (40, 57, 64)]
    assert {profile.session for profiles in found for profile in profiles.values()} == {64}
    detected = Profile("ga", "final", "2020+", session=77)
    assert ProfileChoice.read("ga, pre2010").over(detected).session is None
    assert ProfileChoice.read("sc").over(detected).session == 77
