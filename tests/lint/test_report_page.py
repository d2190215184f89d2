"""The page: whole in one file, safe whatever a draft holds, and working in a browser where there is one."""

import json
import re
import shutil
import subprocess
from html.parser import HTMLParser
from pathlib import Path

import pytest

from resolint.grammar.position import LineIndex, Span
from resolint.lint.diagnostic import Checked, Diagnostic, Outcome
from resolint.lint.reports import Paper, named
from resolint.lint.work import lint
from resolint.rules.finding import Finding, Level
from resolint.rules.registry import Registry
from resolint.rules.rule import Place

DRAFT = """\
*The General Assembly*,

*Recalling* the mole,

1. *Decides* to keep the lamp lit;

2. *Decides* to count every wick.
"""
BROWSER = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
in_browser = pytest.mark.skipif(BROWSER is None, reason="there is no Chromium here")


def page(*outcomes, **paper):
    return "".join(named("html")(outcomes, Paper(**paper)))


def data(text):
    found = re.search(r'id="data">\n(.*)\n</script>', text)
    assert found is not None
    return json.loads(found[1])


def said(message, name="a.md", text="one <b>two</b> three", code="PHR900"):
    found = Diagnostic(code, "said", Level.INFO, Finding(Span(4, 14), message), Place())
    return Outcome(name, Checked(text, LineIndex(text), (found,), 1))


class Tags(HTMLParser):
    def __init__(self):
        super().__init__()
        self.found = []

    def handle_starttag(self, tag, attrs):
        self.found.append((tag, dict(attrs)))


def test_it_tells_each_finding_in_its_sentence(settings, rules):
    text = page(lint("a.md", DRAFT, settings), registry=Registry(rules))
    assert "<p>1 draft read, 1 with findings:" in text
    assert "1 can be mended at once" in text
    assert "Finds lamps." in text
    first, second = data(text)["findings"]
    assert first["text"] == ["1. *Decides* to keep the ", "lamp", " lit;"]
    assert (second["level"], second["row"], second["place"]) == ("error", 7, "operative paragraph 2")
    assert text.index("PHR902 wick") < text.index("PHR901 lamp")  # the error is to be mended first


def test_it_loads_nothing():
    tags = Tags()
    tags.feed(page(said("x")))
    assert [(tag, attrs) for tag, attrs in tags.found if {"src", "href", "action"} & set(attrs)] == []
    assert any("default-src 'none'" in (attrs.get("content") or "") for _, attrs in tags.found)


def test_what_a_draft_holds_is_shown_and_never_run():
    evil = "</script><script>alert(1)</script><!--"
    text = page(said(evil, name=f"<img onerror=x>{evil}.md", text=f"{evil} lamp {evil}"))
    tags = Tags()
    tags.feed(text)
    assert [tag for tag, _ in tags.found].count("script") == 2
    assert "img" not in {tag for tag, _ in tags.found}
    assert data(text)["findings"][0]["message"] == evil


def test_words_of_a_draft_that_look_like_the_template_stay_words():
    assert data(page(said("<!-- data --> and <!-- summary -->")))["findings"][0]["message"].startswith("<!-- data")


def test_nothing_found_is_a_page_too(settings):
    text = page(lint("a.md", "The keepers.\n", settings))
    assert "1 draft read, 0 with findings: none." in text
    assert data(text) == {"files": [], "rules": [], "findings": []}


def shown(tmp_path, text):
    """The page as a browser has made it."""
    file = tmp_path / "page.html"
    file.write_text(text, encoding="utf-8")
    words = ["--headless=new", "--no-sandbox", "--disable-gpu", "--virtual-time-budget=3000", "--dump-dom"]
    command = [str(BROWSER), *words, f"--user-data-dir={tmp_path / 'profile'}", file.as_uri()]
    return subprocess.run(command, capture_output=True, encoding="utf-8", timeout=120, check=True).stdout


@in_browser
def test_a_browser_shows_a_hundred_of_ten_thousand_findings(tmp_path):
    dom = shown(tmp_path, page(*(said(f"number {n}", name=f"{n}.md") for n in range(10_000))))
    assert dom.count("<li>") == 100
    assert "10000 of 10000 findings, the first 100 shown" in dom
    assert "<mark>&lt;b&gt;two&lt;/b&gt;</mark>" in dom


@in_browser
def test_a_browser_finds_words_and_chooses_a_rule(tmp_path):
    outcomes = [said(f"number {n}", name=f"{n}.md", code=f"PHR90{n % 2}") for n in range(300)]
    wanted = "document.querySelectorAll('button[data-filter=rule]')[1].click();"
    text = page(*outcomes)
    chosen = text.replace("</body>", f"<script>{wanted}</script></body>")
    assert "150 of 300 findings" in shown(tmp_path, chosen)
    typed = "const w=document.getElementById('words');w.value='NUMBER 299';w.dispatchEvent(new Event('input'));"
    dom = shown(tmp_path, text.replace("</body>", f"<script>{typed}</script></body>"))
    assert "1 of 300 findings" in dom


def test_it_is_written_by_the_command(run):
    Path("a.md").write_text(DRAFT, encoding="utf-8")
    done = run("check", "--output-format", "html", "--output-file", "report.html", "a.md")
    assert done.status == 1
    assert done.out.startswith("Found 1 error and 1 warning")
    assert len(data(Path("report.html").read_text(encoding="utf-8"))["findings"]) == 2
