"""Conversion of Markdown drafts to HTML and flat OpenDocument, from which LibreOffice makes other formats."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from html import escape

from resolint.grammar.syntax.inline import read

_FOOTNOTE = re.compile(r"\[\^(\S+?)\]:\s+")
_HEADING = re.compile(r"(#+)\s+")
_OFFICE = "urn:oasis:names:tc:opendocument:xmlns:"
_STYLES = """<office:automatic-styles>
<style:style style:name="N" style:family="paragraph"><style:text-properties style:font-name="Liberation Serif"
 fo:font-size="8.5pt"/></style:style>
<style:style style:name="I" style:family="text"><style:text-properties fo:font-style="italic"/></style:style>
<style:style style:name="H" style:family="paragraph"><style:paragraph-properties fo:margin-bottom="0.2in"/>
<style:text-properties fo:font-weight="bold" fo:font-size="12pt"/></style:style>
<style:style style:name="P" style:family="paragraph"><style:paragraph-properties fo:margin-bottom="0.08in"
 fo:text-align="justify" fo:text-indent="0.4in"/><style:text-properties style:font-name="Liberation Serif"
 fo:font-size="10pt" fo:language="en" fo:country="GB" fo:hyphenate="true"/></style:style>
<style:page-layout style:name="L"><style:page-layout-properties fo:page-width="8.5in" fo:page-height="11in"
 fo:margin="1in"/><style:header-style/><style:footer-style/></style:page-layout></office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="L">
<style:header><text:p>A/27/L.2</text:p></style:header>
<style:footer><text:p><text:page-number/>/9</text:p></style:footer></style:master-page></office:master-styles>"""


def _inline(
    words: str, italic: Callable[[str], str], link: Callable[[str, str], str], reference: Callable[[str], str]
) -> str:
    """Convert the words of a paragraph to another markup."""
    reading = read(words)
    edges = {0, len(reading.text)}
    for emphasis in reading.emphases:
        edges |= {emphasis.start, emphasis.end}
    for span in reading.links:
        edges |= {span.start, span.end}
    edges |= {found.at for found in reading.footnote_references}
    ordered = sorted(edges)
    converted = []
    for start, end in zip(ordered, [*ordered[1:], ordered[-1]], strict=True):
        converted += [reference(found.label) for found in reading.footnote_references if found.at == start]
        text = escape(reading.text[start:end])
        if not text:
            continue
        target = next(
            (link_span.target for link_span in reading.links if link_span.start <= start < link_span.end), None
        )
        text = link(text, escape(target)) if target else text
        converted.append(italic(text) if any(e.start <= start < e.end for e in reading.emphases) else text)
    return "".join(converted)


def _blocks(markdown: str) -> Iterator[tuple[str, str]]:
    """Yield the kind of each block and its words: ``h1`` a heading, ``^1`` a footnote, ``p`` a paragraph."""
    for block in markdown.strip().split("\n\n"):
        if heading := _HEADING.match(block):
            yield f"h{len(heading[1])}", block[heading.end() :]
        elif footnote := _FOOTNOTE.match(block):
            yield f"^{footnote[1]}", block[footnote.end() :]
        else:
            yield "p", block.strip()


def as_html(markdown: str) -> str:
    """Return a web page with links as footnote references and the footnotes at the end."""

    def convert(words: str) -> str:
        return _inline(
            words,
            "<em>{}</em>".format,
            lambda text, target: f'<a href="{target}">{text}</a>',
            lambda label: f'<sup><a id="ref{label}" href="#note{label}">{label}</a></sup>',
        )

    body, footnotes = [], []
    for kind, words in _blocks(markdown):
        if kind[0] == "^":
            back = f'<a href="#ref{kind[1:]}">{kind[1:]}</a>'
            footnotes.append(f'<p id="note{kind[1:]}"><sup>{back}</sup> {convert(words)}</p>')
        else:
            body.append(f"<{kind}>{convert(words)}</{kind}>")
    around = "<header><p>Site</p></header><nav><ul><li>Home</li></ul></nav>"
    middle = "\n".join([*body, "<hr>", *footnotes])
    head = "<!DOCTYPE html><html><head><title>A draft</title></head>"
    return f"{head}<body>{around}{middle}<footer>Site</footer></body></html>"


def as_open_document(markdown: str) -> str:
    """Return a flat OpenDocument text with footnotes, a page header and page numbers."""
    footnotes = {kind[1:]: words for kind, words in _blocks(markdown) if kind[0] == "^"}

    def convert(words: str, *, with_footnotes: bool = True) -> str:
        return _inline(
            words,
            '<text:span text:style-name="I">{}</text:span>'.format,
            lambda text, target: f'<text:a xlink:href="{target}">{text}</text:a>',
            footnote if with_footnotes else lambda _label: "",
        )

    def footnote(label: str) -> str:
        body = convert(footnotes.get(label, ""), with_footnotes=False)
        return (
            f'<text:note text:note-class="footnote"><text:note-citation>{label}</text:note-citation>'
            f'<text:note-body><text:p text:style-name="N">{body}</text:p></text:note-body></text:note>'
        )

    body = [
        f'<text:p text:style-name="{"H" if kind[0] == "h" else "P"}">{convert(words)}</text:p>'
        for kind, words in _blocks(markdown)
        if kind[0] != "^"
    ]
    names = {"office": "office", "style": "style", "text": "text", "fo": "xsl-fo-compatible"}
    spaces = "".join(f' xmlns:{short}="{_OFFICE}{name}:1.0"' for short, name in names.items())
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document{spaces} xmlns:xlink="http://www.w3.org/1999/xlink"'
        f' office:mimetype="application/vnd.oasis.opendocument.text" office:version="1.2">{_STYLES}'
        f"<office:body><office:text>{''.join(body)}</office:text></office:body></office:document>"
    )
