"""The HTML page: self-contained, safe for any draft, and working in a browser if one is installed."""

import json
import re
import shutil
import subprocess
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest

from resolint.grammar.model.profile import Origin
from resolint.grammar.text.positions import LineIndex, Span
from resolint.lint.engine.results import Diagnostic, LintResult
from resolint.lint.file_result import FileResult
from resolint.lint.output import OutputOptions, named
from resolint.lint.session import lint
from resolint.rules.base import NodeLocation
from resolint.rules.finding import Finding, Level
from resolint.rules.registry import Registry

DRAFT = """\
*The General Assembly*,

*Recalling* the mole,

1. *Decides* to keep the lamp lit;

2. *Decides* to count every wick.
"""
BROWSER = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
in_browser = pytest.mark.skipif(BROWSER is None, reason="there is no Chromium here")


def page(*outcomes, **paper):
    return "".join(named("html")(outcomes, OutputOptions(**paper)))


def data(text):
    found = re.search(r'id="data">\n(.*)\n</script>', text)
    assert found is not None
    return json.loads(found[1])


def reported(message, name="a.md", *, text="one <b>two</b> three", code="PHR900", origin=None, level=Level.INFO):
    found = Diagnostic(code, "said", level, Finding(Span(4, 14), message), NodeLocation())
    return FileResult(name, LintResult(text, LineIndex(text), (found,), 1, origin))


class Tags(HTMLParser):
    def __init__(self):
        super().__init__()
        self.found = []

    def handle_starttag(self, tag, attrs):
        self.found.append((tag, dict(attrs)))


def test_it_shows_each_finding_in_its_sentence(settings, rules):
    text = page(lint("a.md", DRAFT, settings), registry=Registry(rules))
    assert "<p>1 draft checked.</p>" in text
    assert re.search(r"<strong>1</strong> <span>error</span>", text)
    assert re.search(r"<strong>1</strong> <span>safe fix</span>", text)
    assert "Finds lamps." in text
    first, second = data(text)["findings"]
    assert first[7] == ["1. *Decides* to keep the ", "lamp", " lit;"]
    assert first[8] == ["safe", "Write “lantern”"]
    assert second[2:4] + second[6:7] == ["error", 7, "operative paragraph 2"]
    assert text.index("PHR902 wick") < text.index("PHR901 lamp")  # the error has priority


def rows(text, heading):
    """The cells of the table under a heading, as words."""
    section = text[text.index(f"<h2>{heading}</h2>") :].partition("</section>")[0]
    return [
        " ".join(re.sub(r"<[^>]*>", " ", row).split())
        for row in re.findall(r"<tr>(.*?)</tr>", section, re.DOTALL)
        if "<td" in row and 'scope="row"' in row
    ]


def test_it_counts_by_document_body_and_year():
    council, assembly = Origin("sc", 2021), Origin("ga", 2022)
    text = page(
        reported("x", "a.md", origin=council, level=Level.ERROR),
        reported("y", "b.md", origin=council),
        FileResult("c.md", replace(reported("z").checked, diagnostics=(), origin=council)),
        reported("z", "d.md", origin=assembly),
    )
    assert "<p>4 drafts checked, 3 with findings.</p>" in text
    assert rows(text, "By document") == ["a.md 1", "b.md 1", "d.md 1"]
    assert rows(text, "By body") == ["General Assembly 1 1 1.0", "Security Council 3 2 0.7"]
    assert rows(text, "By year") == ["2022 1 1 1.0", "2021 3 2 0.7"]


def test_it_loads_nothing():
    tags = Tags()
    tags.feed(page(reported("x")))
    assert [(tag, attrs) for tag, attrs in tags.found if {"src", "action"} & set(attrs)] == []
    assert {attrs["href"][0] for _, attrs in tags.found if "href" in attrs} == {"#"}
    assert any("default-src 'none'" in (attrs.get("content") or "") for _, attrs in tags.found)


def test_content_of_a_draft_is_shown_and_never_executed():
    evil = "</script><script>alert(1)</script><!--"
    text = page(reported(evil, name=f"<img onerror=x>{evil}.md", text=f"{evil} lamp {evil}"))
    tags = Tags()
    tags.feed(text)
    assert [tag for tag, _ in tags.found].count("script") == 2
    assert "img" not in {tag for tag, _ in tags.found}
    assert data(text)["findings"][0][5] == evil


def test_words_of_a_draft_that_look_like_the_template_stay_words():
    assert data(page(reported("<!-- data --> and <!-- summary -->")))["findings"][0][5].startswith("<!-- data")


def test_nothing_found_is_a_page_too(settings):
    text = page(lint("a.md", "The keepers.\n", settings))
    assert "<p>1 draft checked, no findings.</p>" in text
    assert "<script" not in text


def shown(tmp_path, text, *flags):
    """Return the page as rendered by a browser."""
    file = tmp_path / "page.html"
    file.write_text(text, encoding="utf-8")
    return made(tmp_path, file, *flags)


def made(tmp_path, file, *flags):
    quiet = ("--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run")
    words = ("--headless=new", "--no-sandbox", "--disable-gpu", "--virtual-time-budget=3000", "--dump-dom", *quiet)
    command = [str(BROWSER), *words, *flags, f"--user-data-dir={tmp_path / 'profile'}", file.as_uri()]
    return subprocess.run(command, capture_output=True, encoding="utf-8", timeout=120, check=True).stdout


def running(text, script):
    """Return the page with a script at its end that acts like a reader."""
    return text.replace("</body>", f"<script>{script}</script></body>")


def findings(dom):
    return re.findall(r'<li class="(\w+)"', dom.partition('id="list"')[2])


@in_browser
def test_a_browser_shows_some_of_ten_thousand_findings_and_more_on_request(tmp_path):
    text = page(*(reported(f"number {n}", name=f"{n}.md") for n in range(10_000)))
    dom = shown(tmp_path, running(text, "document.getElementById('more').click();"))
    assert findings(dom) == ["info"] * 100
    assert "10,000 of 10,000 findings" in dom
    assert "Showing the first 100 of 10,000 findings." in dom
    assert "<mark>&lt;b&gt;two&lt;/b&gt;</mark>" in dom


@in_browser
@pytest.mark.parametrize(
    ("script", "left"),
    [
        ("document.querySelectorAll('button[data-filter=rule]')[1].click();", 150),
        ("document.querySelector('button[data-filter=year][data-value=\"1999\"]').click();", 30),
        ("const w=document.getElementById('words');w.value='NUMBER 299';w.dispatchEvent(new Event('input'));", 1),
    ],
    ids=["a rule", "a year", "words"],
)
def test_a_browser_shows_what_is_chosen_and_looked_for(tmp_path, script, left):
    outcomes = [
        reported(f"number {n}", f"{n}.md", code=f"PHR90{n % 2}", origin=Origin("ga", 1990 + n % 10)) for n in range(300)
    ]
    assert f">{left} of 300 findings<" in shown(tmp_path, running(page(*outcomes), script))


@in_browser
@pytest.mark.parametrize("width", [320, 390, 1280])
def test_nothing_runs_over_the_side_of_a_screen(tmp_path, width):
    report = page(
        reported("word " * 60 + "long" * 60, name="a_long_folder/" * 20 + "a.md", origin=Origin("ecosoc", 2020))
    )
    (tmp_path / "page.html").write_text(
        running(report, "parent.postMessage(document.documentElement.scrollWidth - innerWidth, '*');"), encoding="utf-8"
    )
    frame = tmp_path / "frame.html"
    listens = "onmessage = said => { document.title = `over by ${said.data}`; };"
    frame.write_text(
        f'<script>{listens}</script><iframe src="page.html" style="width:{width}px;height:900px"></iframe>',
        encoding="utf-8",
    )
    over = re.search(r"over by (-?\d+)", made(tmp_path, frame))
    assert over is not None
    assert int(over[1]) <= 0


@in_browser
def test_what_is_printed_has_the_findings_in_it_and_what_was_folded(tmp_path):
    text = page(*(reported(f"number {n}", f"{n}.md", code=f"PHR9{n:02}") for n in range(70)))
    dom = shown(tmp_path, running(text, "dispatchEvent(new Event('beforeprint'));"))
    assert len(findings(dom)) == 70
    assert len(re.findall(r"<details open", dom)) == 2


def test_it_is_written_by_the_command(run):
    Path("a.md").write_text(DRAFT, encoding="utf-8")
    done = run("check", "--output-format", "html", "--output-file", "report.html", "a.md")
    assert done.status == 1
    assert done.out.startswith("Found 1 error and 1 warning")
    assert len(data(Path("report.html").read_text(encoding="utf-8"))["findings"]) == 2
