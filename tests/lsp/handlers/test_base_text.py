"""What editors show of the base text, and restore from it."""

import pytest
import pytest_asyncio
from lsprotocol import types

from resolint.lint.store.writer import add

BASE = """\
# Resolution 77/401

## Keepers of lighthouses

*The General Assembly*,

*Recalling* its resolution 70/1 of 25 September 2015 on the keepers of lighthouses,[^1]

*Noting* the age of the lenses,

1. *Calls upon* Member States to train young keepers in the care of lenses and oil;

2. *Requests* the keepers:

(a) To gather the experience of retired keepers on remote islands;

(b) To report to the Assembly at its seventy-eighth session.

[^1]: A/77/L.12.
"""
DRAFT = """\
# Draft resolution

## Keepers of lighthouses

*The General Assembly*,

*Recalling* its resolution 70/1 of 25 September 2015 on the keepers of lighthouses,[^1]

*Noting* the age of all the lenses,

1. *Commends* the painters of daymarks for their courage in all weathers;

2. *Urges* Member States to train old keepers in the care of lenses;

3. *Requests* the keepers:

(a) To gather the experience of retired keepers on remote islands;

(b) To report to the Assembly[^2] at its seventy-ninth session.

[^1]: A/77/L.12.

[^2]: A/78/L.3.
"""


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def with_base(editors, tmp_path_factory):
    folder = tmp_path_factory.mktemp("drafts")
    (folder / "last_year.md").write_text(BASE, encoding="utf-8")
    return await editors(folder, configuration={"findingsDelay": 0, "base": "last_year.md"})


async def lenses(editor):
    found = await editor.client.text_document_code_lens_async(types.CodeLensParams(editor.document))
    return [(lens.range.start.line, lens.command.title) for lens in found]


async def hover(editor, words, nth=1):
    position = editor.position_of(words, nth)
    found = await editor.client.text_document_hover_async(types.HoverParams(editor.document, position))
    return found.contents.value if found else None


async def restored(editor, words, nth=1):
    """Return the text with the words restored, or the reason why they cannot be; None if that is not offered."""
    action = (await editor.actions(words, nth)).get("Restore the agreed words")
    if action is None:
        return None
    return action.disabled.reason if action.disabled else editor.apply_workspace_edit(action.edit)


async def test_a_lens_says_what_each_paragraph_is_in_the_base_text(with_base):
    with_base.open(DRAFT)
    assert [each for each in await lenses(with_base) if not each[1].startswith("cites")] == [
        (6, "as in 77/401, preambular para. 1"),
        (8, "1 word differs from preambular para. 2"),
        (10, "new"),
        (12, "5 words differ from para. 1"),
        (14, "as in 77/401, para. 2"),
        (16, "as in 77/401, para. 2 (a)"),
        (18, "1 word differs from para. 2 (b)"),
    ]


async def test_a_lens_names_paragraphs_that_were_split_and_merged_and_what_else_differs(with_base):
    text = BASE.replace("77/401", "78/402").replace("care of lenses and oil", "care of lenses: and oil")
    text = text.replace("remote islands;\n\n(b) To", "remote islands, and to")
    with_base.open(text)
    found = dict(await lenses(with_base))
    assert found[10] == "only punctuation differs from para. 1"
    assert found[14] == "merged from paras. 2 (a) and 2 (b)"


async def test_lenses_of_the_base_text_can_be_switched_off(editors, folder):
    (folder / "base.md").write_text(BASE, encoding="utf-8")
    settings = {"base": str(folder / "base.md"), "codeLens": {"base": False}}
    editor = await editors(folder, configuration=settings)
    editor.open(DRAFT)
    assert {title.split()[0] for _, title in await lenses(editor)} == {"cites"}


async def test_a_base_text_without_a_number_has_the_name_of_its_file(editors, folder):
    (folder / "last_year.md").write_text(BASE.partition("\n\n")[2], encoding="utf-8")
    (folder / "resolint.toml").write_text('base = "last_year.md"\n', encoding="utf-8")
    editor = await editors(folder)
    editor.open(DRAFT, (folder / "draft.md").as_uri())
    assert (16, "as in last_year.md, para. 2 (a)") in await lenses(editor)


async def test_a_number_or_opener_shows_the_base_text_with_the_difference(with_base):
    with_base.open(DRAFT)
    shown = (
        "Base text: 77/401, para. 1\n\n~~Calls upon~~ **Urges** Member States to train ~~young~~ **old** keepers "
        "in the care of ~~lenses and oil;~~ **lenses;**"
    )
    assert (await hover(with_base, "2. *Urges")).endswith(shown)
    assert (await hover(with_base, "Urges")).endswith(f"\n\n---\n\n{shown}")
    assert await hover(with_base, "old keepers") == shown
    assert await hover(with_base, "keepers in the care") is None
    assert (await hover(with_base, "*Recalling")).endswith("\n\nAs in 77/401, preambular para. 1")
    assert (await hover(with_base, "Commends")).endswith("\n\nNew: not in the base text")
    assert await hover(with_base, "(a) To") == "As in 77/401, para. 2 (a)"


async def test_agreed_words_are_restored_with_the_number_and_italics_of_the_draft(with_base):
    with_base.open(DRAFT)
    assert await restored(with_base, "old keepers") == DRAFT.replace(
        "*Urges* Member States to train old keepers in the care of lenses;",
        "*Calls upon* Member States to train young keepers in the care of lenses and oil;",
    )
    assert await restored(with_base, "report to the Assembly") == DRAFT.replace("seventy-ninth", "seventy-eighth")


async def test_nothing_is_restored_where_the_words_are_agreed_or_new(with_base):
    with_base.open(DRAFT)
    assert await restored(with_base, "gather") is None
    assert await restored(with_base, "Commends") is None


async def test_the_closing_mark_remains_since_it_depends_on_the_place(with_base):
    text = BASE.replace("session.", "session;\n\n3. *Decides* to rest.").replace("remote islands", "distant islands")
    with_base.open(text)
    assert await restored(with_base, "report to") is None
    assert await restored(with_base, "distant") == text.replace("distant", "remote")


@pytest.mark.parametrize(
    ("agreed", "changed", "after"),
    [
        ("*Requests* the", "*Requests once more* the", "*Requests* the"),
        ("*Calls upon* Member", "*Calls* Member", "*Calls upon* Member"),
        ("lenses and oil;", "lenses;", "lenses and oil;"),
        ("of lenses", "of\nthe lenses", "of\nlenses"),
        ("young keepers", "[old keepers](https://example.org/old)", "young keepers"),
        ("77/L.12", "77/L.12", None),
    ],
)
async def test_only_the_words_change(with_base, agreed, changed, after):
    text = BASE.replace(agreed, changed)
    with_base.open(text)
    expected = None if after is None else text.replace(changed, after)
    assert await restored(with_base, changed.partition("[")[2] or changed) == expected


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ("old[^1] and tired keepers", "footnote reference 1 would be lost"),
        ("old <!-- or retired --> and tired keepers", "there is something that is not read"),
        ("old **and** tired keepers", "there is markup among the words that differ"),
    ],
)
async def test_words_are_not_restored_where_something_would_be_lost(with_base, changed, reason):
    with_base.open(BASE.replace("young keepers", changed))
    assert (await restored(with_base, "tired")).startswith(f"Cannot restore: {reason}")


async def test_words_are_not_restored_where_a_line_would_have_a_number_alone(with_base):
    with_base.open(BASE.replace("resolution 70/1 of", "resolution\n70/1A\nof"))
    assert await restored(with_base, "Recalling") == "Cannot restore: it is uncertain how the result would be read"


async def test_front_matter_and_escapes_do_not_move_what_is_restored(with_base):
    text = f"---\ntitle: {'Lamps ' * 50}\n---\n\n" + DRAFT.replace("2. *Urges", "2\\. *Urges")
    with_base.open(text)
    after = await restored(with_base, "old keepers")
    assert "\n\n2\\. *Calls upon* Member States to train young keepers in the care of lenses and oil;\n\n" in after
    assert len(after) == len(text) + len("*Calls upon* young and oil") - len("*Urges* old")


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def with_store(editors, tmp_path_factory):
    folder = tmp_path_factory.mktemp("drafts")
    (folder / "texts").mkdir()
    (folder / "texts" / "agreed.md").write_text(BASE, encoding="utf-8")
    add(folder / "agreed.db", [str(folder / "texts")], pytest.fail)
    return await editors(folder, configuration={"findingsDelay": 0, "store": "agreed.db"})


async def test_a_store_says_where_a_paragraph_was_agreed(with_store):
    with_store.open(DRAFT)
    assert (await hover(with_store, "Recalling")).endswith("\n\nAgreed in 77/401, preambular para. 1 (2022)")
    assert await hover(with_store, "(a) To") == "Agreed in 77/401, para. 2 (a) (2022)"
    shown = await hover(with_store, "2. *Urges")
    assert "From 77/401, para. 1 (2022), " in shown
    assert shown.endswith("~~lenses and oil;~~ **lenses;**")
    assert (await hover(with_store, "Commends")).endswith("Not found in the store")
    assert await hover(with_store, "retired") is None


async def test_the_store_is_not_read_for_a_paragraph_of_the_base_text(editors, folder):
    (folder / "base.md").write_text(BASE, encoding="utf-8")
    editor = await editors(folder, configuration={"base": str(folder / "base.md"), "store": "missing.db"})
    editor.open(DRAFT)
    assert await hover(editor, "(a) To") == "As in 77/401, para. 2 (a)"
    assert "missing.db: no such store; make it with resolint store add" in await hover(editor, "Commends")


async def test_an_invalid_store_and_lens_are_reported(editors, folder):
    editor = await editors(folder, configuration={"store": 3, "codeLens": {"bases": True}})
    editor.open(DRAFT)
    await editor.pull()
    assert sorted(message.message for message in editor.client.messages) == [
        (
            "the editor's settings: 'codeLens' must be true, false or a table with 'references', 'citations' and "
            "'base', not {'bases': True}"
        ),
        "the editor's settings: 'store' must be the path of a file, not 3",
    ]
