"""Files made to break a reader, and a program that checks each of them in one process with a limit of CPU time."""

import contextlib
import io
import json
import re
import signal
import sys
import time
import zipfile
from pathlib import Path

ORGAN = "The General Assembly,\n\n"
ODF = (
    '<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0">{styles}'
    "<office:body><office:text>{body}</office:text></office:body></office:document>"
)
WORD = '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>{}</w:body></w:document>'
BOMB = (
    '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "lamplamplamp">'
    + "".join(f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefgh", "bcdefghi", strict=True))
    + "]>"
)
OUTSIDE = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
HALF = 0.5
LIMIT = 10
"""Seconds of CPU time for one file, five times what the slowest file needs; other processes do not count."""


def odf(body="<text:p>lamp</text:p>", styles="", lead=""):
    return (lead + ODF.format(body=body, styles=styles)).encode()


def archive(mime="application/vnd.oasis.opendocument.text", **parts):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        if mime:
            made.writestr("mimetype", mime, zipfile.ZIP_STORED)
        for name, data in parts.items():
            made.writestr(name.replace("__", "/").replace("_xml", ".xml").replace("_rels", ".rels"), data)
    return out.getvalue()


def odt(body="<text:p>lamp</text:p>", styles="", lead="", **parts):
    return archive(content_xml=odf(body, styles, lead), **parts)


def word(body="<w:p><w:r><w:t>lamp</w:t></w:r></w:p>", lead="", **parts):
    relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr(
            "_rels/.rels",
            f'<Relationships xmlns="{space}"><Relationship Id="a" Type="{relation}" Target="word/document.xml"/>'
            "</Relationships>",
        )
        made.writestr("word/document.xml", lead + WORD.format(body))
        for name, data in parts.items():
            made.writestr(name, data)
    return out.getvalue()


def nested(tag, depth, inner="lamp"):
    name = tag.split(" ")[0]
    return f"<{tag}>" * depth + inner + f"</{name}>" * depth


def locked(data):
    """Mark the entries of an archive as encrypted."""
    return data.replace(b"PK\x01\x02\x14\x03\x14\x00\x00\x00", b"PK\x01\x02\x14\x03\x14\x00\x01\x00").replace(
        b"PK\x03\x04\x14\x00\x00\x00", b"PK\x03\x04\x14\x00\x01\x00"
    )


def files():
    """Return the name and the bytes of each file."""
    yield from _text()
    yield from _office()
    yield from _rtf()
    yield from _web()


def _text():
    signs = {"star": "*", "bracket": "[", "quote": ">", "paren": "(", "opening": "“", "backslash": "\\", "tick": "`"}
    signs |= {"hash": "#", "pipe": "|", "dash": "-", "underscore": "_", "lt": "<", "space": " ", "digit": "1"}
    for name, sign in signs.items():
        yield f"sign_{name}.md", (ORGAN + sign * 100_000).encode()
    yield "paragraph.md", (ORGAN + "1. *Decides* " + "to honor the the lamps , in  it; " * 6_000).encode()
    yield "headings.md", (ORGAN + "## A\n\n" * 8_000).encode()
    yield "nul.md", ORGAN.encode() + b"\0" * 5000
    yield "random.md", bytes(n * 7919 % 251 for n in range(100_000))
    yield "half_utf16.md", b"\xff\xfe" + ORGAN.encode("utf-16-le")[:-1]
    yield "utf32.md", b"\xff\xfe\0\0" + ORGAN.encode("utf-32-le")
    yield "surrogate.md", ORGAN.encode() + b"\xed\xa0\x80"
    yield "front_matter.md", ("---\n" + "a: &a [*a]\n" * 1000 + "---\n" + ORGAN).encode()
    yield "escapes.md", (ORGAN + "1. *Decides* \x1b]0;x\x07\x9b31m\u202e the the lamp.\n").encode()
    yield "footnotes.md", (ORGAN + "1. *Decides* it" + "[^1]" * 3000 + ".\n\n" + "[^1]: a\n\n" * 3000).encode()
    yield "empty.md", b""
    yield "zeros.txt", b"\0"


def _office():
    for name, make, body, lead in (
        ("odt", odt, "<text:p>&i;</text:p>", BOMB),
        ("docx", word, "<w:p><w:r><w:t>&i;</w:t></w:r></w:p>", BOMB),
    ):
        yield f"entities.{name}", make(body, lead=lead)
        yield f"outside.{name}", make(body.replace("&i;", "&a;"), lead=OUTSIDE)
        yield f"huge.{name}", make(" " * 70_000_000)
        whole = make()
        yield f"half.{name}", whole[: int(len(whole) * HALF)]
        yield f"locked.{name}", locked(whole)
        yield f"wrong_sum.{name}", whole.replace(b"lamp", b"damp") if b"lamp" in whole else whole[:-30] + b"\0" * 30
        yield f"empty.{name}", b""
        yield f"text.{name}", ORGAN.encode()
        yield f"no_parts.{name}", archive(mime="")
        yield f"binary_part.{name}", make("\x01\x02")
    yield "tags.odt", odt("<text:p/>" * 3_100_000)
    yield "manifest.odt", odt(**{"META-INF__manifest_xml": b"<encryption-data/>"})
    for tag in ("text:span", "text:list", "text:section", "table:table"):
        yield f"nested_{tag[5:].strip(':')}.fodt", odf(f"<text:p>{nested(tag, 5000)}</text:p>")
    deep = "<text:list><text:list-item>" * 100 + "<text:p>lamp</text:p>" + "</text:list-item></text:list>" * 100
    yield "lists.fodt", odf(deep)
    circle = "".join(
        f'<style:style style:family="paragraph" style:name="{one}" style:parent-style-name="{other}"/>'
        for one, other in ("AB", "BA")
    )
    styles = f"<office:styles>{circle}</office:styles>"
    yield "styles.fodt", odf('<text:p text:style-name="A">lamp</text:p>', styles)
    yield "spaces.fodt", odf('<text:p>a<text:s text:c="999999999"/>b</text:p>')
    yield (
        "columns.fodt",
        odf(
            '<table:table><table:table-row table:number-rows-repeated="99999999"><table:table-cell '
            'table:number-columns-repeated="99999999"><text:p>a</text:p></table:table-cell></table:table-row></table:table>'
        ),
    )
    item = '<text:list-item text:start-value="99999999999"><text:p>a</text:p></text:list-item>'
    yield "numbers.fodt", odf(f"<text:list>{item}</text:list>")
    yield "sheet.ods", archive(mime="application/vnd.oasis.opendocument.spreadsheet", content_xml=b"<x/>")
    yield "old.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 5000
    yield "locked_old.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le")
    yield "other.zip", archive(mime="", a=b"x")


def _rtf():
    yield "groups.rtf", b"{\\rtf1" + b"{" * 1_000_000
    yield "closed.rtf", b"{\\rtf1" + b"}" * 1_000_000
    yield "pairs.rtf", b"{\\rtf1" + b"{}" * 2_000_000
    yield "binary.rtf", b"{\\rtf1 a\\bin999999999 b}"
    yield "negative.rtf", b"{\\rtf1 a\\bin-5 b\\uc-9\\u-1 ?\\u99999999 ?\\par}"
    yield "footnotes.rtf", b"{\\rtf1 a" + b"{\\footnote b" * 1500 + b"}" * 1500 + b"\\par}"
    yield "half.rtf", b"{\\rtf1 The {\\i lamp"
    yield "words.rtf", b"{\\rtf1 " + b"\\i\\b0" * 100_000 + b"}"
    yield "fields.rtf", b"{\\rtf1 " + b"{\\field{\\fldinst HYPERLINK " + b" \\\\l" * 20_000 + b"}}}"
    yield "cells.rtf", b"{\\rtf1\\trowd\\intbl " + b"a\\cell" * 20_000 + b"\\row}"
    yield "page.rtf", b"{\\rtf1\\ansicpg99999 caf\\'e9\\par}"
    yield "pages.rtf", b"{\\rtf1\\ansicpg-1{\\fonttbl{\\f0\\fcharset128 x;}}\\f0 \\'82\\par}"
    yield "text.rtf", ORGAN.encode()


def _web():
    yield "deep.html", b"<html><body>" + b"<div>" * 100_000
    yield "entities.xml", (BOMB + "<akomaNtoso>&i;</akomaNtoso>").encode()
    yield "outside.xml", (OUTSIDE + "<akomaNtoso>&a;</akomaNtoso>").encode()
    yield "deep.xml", b"<akomaNtoso>" + b"<p>" * 100_000
    yield "other.xml", b"<svg/>"
    yield "half.pdf", b"%PDF-1.7\n1 0 obj <</Type/Catalog/Pages 1 0 R>> endobj"
    pages = b"2 0 obj<</Type/Pages/Kids[2 0 R]/Count 9>>endobj"
    yield "loop.pdf", b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj " + pages + b" trailer<</Root 1 0 R>>"
    yield "text.pdf", ORGAN.encode()


def peak_memory():
    """Return the largest memory of this process in MB.

    On Linux, `getrusage` includes the memory of the process that started this one, so another figure is used.
    """
    import resource

    status = Path("/proc/self/status")
    if status.is_file() and (found := re.search(r"VmHWM:\s+(\d+)", status.read_text(encoding="ascii"))):
        return int(found[1]) // 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def main(folder):
    """Check each file and print its name, exit status, seconds, memory in MB and output, as a line of JSON."""
    from resolint.cli.main import main as resolint

    for name, data in files():
        path = Path(folder) / name
        path.write_bytes(data)
        out, err = io.StringIO(), io.StringIO()
        signal.setitimer(signal.ITIMER_PROF, LIMIT)
        start = time.process_time()
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            status = resolint(["check", "--isolated", "--no-cache", "--output-format", "concise", str(path)])
        signal.setitimer(signal.ITIMER_PROF, 0)
        spent = round(time.process_time() - start, 1)
        written = (stream.getvalue()[:2000] for stream in (out, err))
        sys.stdout.write(json.dumps([name, status, spent, peak_memory(), *written]) + "\n")
        sys.stdout.flush()
        path.unlink()


if __name__ == "__main__":
    main(sys.argv[1])
