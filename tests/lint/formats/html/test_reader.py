"""HTML, with invented pages."""

# ruff: noqa: E501 - pages as programs write them, in long lines

import tracemalloc
from time import process_time

import pytest

from resolint.lint.formats.html.reader import read


def text(page):
    return read(page.encode()).text


WORD = """<html><head><meta charset=windows-1252><style>
<!-- p.Opener { font-style: italic; } span.Plain{font-style:normal} .Gone {display:none} --></style></head>
<body lang=EN-GB><div class=WordSection1>
<p class=Opener>Recalling<span class=Plain> its resolution 26/1,<a style='mso-footnote-id:ftn1' href="#_ftn1" name="_ftnref1"
><span class=MsoFootnoteReference><span style='mso-special-character:footnote'>[1]</span></span></a></span></p>
<p class=MsoNormal><![if !supportLists]><span style='mso-list:Ignore'>1.<span style='font:7.0pt "Times"'>&nbsp;&nbsp;
</span></span><![endif]><i style='mso-bidi-font-style:normal'>Decides</i> to lend<o:p></o:p></p>
<p class=MsoNormal><o:p>&nbsp;</o:p></p><p class=Gone>Unseen</p><p><del>Old</del><ins>New</ins></p></div>
<div style='mso-element:footnote-list'><hr><div style='mso-element:footnote' id=ftn1>
<p class=MsoFootnoteText><a style='mso-footnote-id:ftn1' href="#_ftnref1" name="_ftn1"><span>[1]</span></a> See <i>The Tide</i>.</p>
<p class=MsoFootnoteText>And the ebb.</p></div></div></body></html>"""


def test_a_page_from_word():
    assert text(WORD) == (
        "*Recalling* its resolution 26/1,[^1]\n\n1. *Decides* to lend\n\nNew\n\n[^1]: See *The Tide*. And the ebb.\n"
    )


OFFICE = """<!DOCTYPE html><html><head><title>Draft</title></head><body><div title="header"><p>A/27/L.2</p></div>
<p><i>Recalling</i> its resolution<a class="sdfootnoteanc" name="sdfootnote1anc" href="#sdfootnote1sym"><sup>1</sup></a> on sand,</p>
<p>Noting the tide<a class="sdfootnoteanc" name="sdfootnote2anc" href="#sdfootnote2sym"><sup>2</sup></a></p>
<div id="sdfootnote1"><p class="sdfootnote"><a class="sdfootnotesym" name="sdfootnote1sym" href="#sdfootnote1anc">1</a>See 26/1.</p></div>
<div id="sdfootnote2"><p><a class="sdfootnotesym" name="sdfootnote2sym" href="#sdfootnote2anc">2</a>See 26/2.</p></div>
<div title="footer"><p>1/9</p></div></body></html>"""


def test_a_page_from_libre_office():
    assert text(OFFICE) == (
        "*Recalling* its resolution[^1] on sand,\n\nNoting the tide[^2]\n\n[^1]: See 26/1.\n\n[^2]: See 26/2.\n"
    )


def test_footnotes_in_a_list_lose_their_links_back():
    page = (
        """<p>Sand<sup id="r1"><a href="#n1">1</a></sup></p><ol><li id="n1">See 26/1. <a href="#r1">↩</a></li></ol>"""
    )
    assert text(page) == "Sand[^1]\n\n[^1]: See 26/1.\n"


def test_footnotes_without_links_stay_in_place():
    page = "<p>5 km<sup>2</sup> of sand,<sup>1</sup> on the 17<sup>th</sup></p><p><sup>1</sup> See 26/1.</p>"
    assert text(page) == "5 km² of sand,¹ on the 17th\n\n¹ See 26/1.\n"


def test_lists_are_numbered_as_they_are_shown():
    page = """<ol start=3><li><p><em>Decides</em>:</p><ol type=a><li>To lend:<ol style="list-style-type: lower-roman">
    <li>Sand</li></ol></li></ol><li value=7>Shells</ol><ul><li>Weed</ul>"""
    expected = "3. *Decides*:\n\n   (a) To lend:\n\n      (i) Sand\n\n7. Shells\n\n- Weed\n"
    assert text(page) == expected


def test_the_frame_of_a_page_is_not_read():
    page = "<header>Site</header><nav>Home</nav><div hidden>H</div><div style='display:none'>D</div><p>Sand<script>x</script></p>"
    assert text(page) == "Sand\n"


def test_headings_tables_links_and_breaks():
    page = """<h1>Resolution 27/2</h1><p><b>Of shelves</b></p><p>See <a href="https://example.org/26/1">26/1</a><br>and<br><br>on</p>
    <table><tr><th>Tide<th>Books</tr><tr><td>High<td><p>2</p></tr></table>"""
    assert text(page) == (
        "# Resolution 27/2\n\n### Of shelves\n\nSee [26/1](https://example.org/26/1) and\n\non\n\n"
        "| Tide | Books |\n| --- | --- |\n| High | 2 |\n"
    )


def test_a_layout_table_is_not_read_as_a_table():
    page = f"<table><tr><td>1.<td>{'Sand ' * 80}</tr><tr><td>2.<td>Shells</tr></table>"
    assert "|" not in text(page)


def test_places_are_paragraphs_and_the_nearest_identifier():
    canonical = read(b'<p>Sand<p id="pp2">Shells<p>Weed')
    assert [canonical.source_map.at(canonical.text.index(word)) for word in ("Sand", "Shells", "Weed")] == [
        "paragraph 1",
        "paragraph 2 (#pp2)",
        "paragraph 3",
    ]


GOOGLE = """<html><head><style>ol.lst-kix_x-0{list-style-type:none}ul.lst-kix_y-0{list-style-type:none}ol.lst-kix_x-1{list-style-type:none}
.lst-kix_x-0>li:before{content:"" counter(lst-ctn-kix_x-0,decimal) ". "}.lst-kix_x-1>li:before{content:"(" counter(lst-ctn-kix_x-1,lower-latin) ") "}
.lst-kix_x-2>li:before{content:"" counter(lst-ctn-kix_x-0,decimal) "." counter(lst-ctn-kix_x-2,lower-roman) " "}.lst-kix_y-0>li:before{content:"\\0025cf  "}
.c1{font-style:italic}</style></head><body><ol class="lst-kix_x-0 start" start="1"><li><span class="c1">Decides</span><span> to lend;</span></li>
<li><span>Requests it:</span></li></ol><ol class="lst-kix_x-1 start" start="1"><li>Sand;</li><li>Shells;</li></ol>
<ol class="lst-kix_x-2 start" start="4"><li>Weed.</li></ol><p>Part two</p><ol class="lst-kix_x-0" start="3"><li>Salt</li></ol>
<ul class="lst-kix_y-0 start"><li>Wind</li></ul></body></html>"""


def test_lists_from_google_docs_have_the_numbers_of_their_style_sheet():
    assert text(GOOGLE) == (
        "1. *Decides* to lend;\n\n2. Requests it:\n\n   (a) Sand;\n\n   (b) Shells;\n\n      2.iv Weed.\n\nPart two\n\n3. Salt\n\n- Wind\n"
    )


@pytest.mark.parametrize(
    ("rule", "marks"),
    [
        ("ol > li::before{content:counter(item) ') '}", ["1)", "2)"]),
        (".a li:before { content: '(' counter(item, lower-roman) ')' }", ["(i)", "(ii)"]),
        ("ol.a>li::marker{content: counters(item, '.') '. '}", ["1.", "2."]),
        ("ol li::before{content: '– '}", ["-", "-"]),
        ("ol li::before{content: ''}", ["", ""]),
        ("ol{list-style: none inside}", ["", ""]),
        ("ol{list-style: upper-roman outside}", ["(I)", "(II)"]),
    ],
)
def test_the_style_sheet_decides_what_a_list_shows(rule, marks):
    page = f"<style>ol.a{{list-style:none}}{rule}</style><ol class='a'><li>Sand<li>Salt</ol>"
    page = page if "content" in rule else page.replace("ol.a{list-style:none}", "")
    assert text(page) == f"{marks[0]} Sand\n\n{marks[1]} Salt\n".replace("\n ", "\n").lstrip()


def test_a_reversed_list_counts_down():
    assert (
        text("<ol reversed><li>Sand<li>Salt<li value=9>Weed<li>Wind</ol>")
        == "4. Sand\n\n3. Salt\n\n9. Weed\n\n8. Wind\n"
    )


DRAFT = f"<h1>Draft</h1><p>The Keeper,</p><p>Noting {'the sand that the tide has carried ' * 9},</p><p>1. Lends;</p>"


@pytest.mark.parametrize(
    "frame",
    [
        "<div class='cookie-banner'>We use cookies</div>{}",
        "<div id=CookieConsent><p>We use cookies</p></div>{}",
        "<ul class=breadcrumbs><li>We</ul><div>{}</div><div class='social share'>We</div>",
        "<div role=dialog>We use</div><div class=sidebar-left>We</div><article>{}</article><div>We use</div>",
        "<form><div id=menu>We</div>{}</form><form><input>We search</form>",
        "<dialog open>We use cookies</dialog><p class='skip-link'>We</p>{}<footer>We</footer>",
        "<main><header>{}</header><footer>We posted</footer></main>",
    ],
)
def test_only_the_main_text_is_read(frame):
    assert text(frame.format(DRAFT)) == text(DRAFT)


def test_footnotes_in_a_footer_or_aside_are_read():
    for tag in ("footer", "aside", "div class=navigation", "div hidden"):
        page = f"<p>Sand<a href=#n1>1</a></p><{tag}><ol><li id=n1>See 26/1.</ol></{tag.split()[0]}>"
        assert text(page) == "Sand[^1]\n\n[^1]: See 26/1.\n"


def test_a_page_whose_class_names_resemble_a_frame_is_read():
    assert text(f"<div class='sharepoint menu'>{DRAFT}</div>") == text(DRAFT)


@pytest.mark.parametrize(
    ("encoding", "told"), [("utf-8", ""), ("cp1252", "<meta charset=windows-1252>"), ("cp1252", ""), ("utf-16", "")]
)
def test_the_encoding_is_found(encoding, told):
    assert read(f"<html>{told}<p>Café – “sand”</p>".encode(encoding)).text == "Café – “sand”\n"


@pytest.mark.parametrize(
    "page",
    [
        "<div>" * 20_000 + "Sand",
        "<b><p>" * 3_000,
        "<table><tr><td>" * 3_000 + "x",
        "<p>[(*_" * 3_000,
        "<",
        "",
        "<!-- " * 9_999,
        f"<p>{'<a href=#n>1</a>' * 3_000}<p id=n>Sand",
        "<ol>" + "<li>Sand" * 3_000,
    ],
    ids=range(9),
)
def test_hostile_pages_end_soon(page):
    tracemalloc.start()
    begun = process_time()
    read(page.encode())
    assert process_time() - begun < 15
    assert tracemalloc.get_traced_memory()[1] < 300_000_000
    tracemalloc.stop()


def test_words_in_very_deep_elements_are_read():
    assert text("<div>" * 220 + "Sand" + "</div>" * 220) == "Sand\n"
