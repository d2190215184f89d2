"""Flat OpenDocument files for tests: automatic numbers, italics of styles, footnotes, changes and comments."""

import io
import zipfile

_OASIS = "urn:oasis:names:tc:opendocument:xmlns"
_SPACES = {
    **{short: f"{_OASIS}:{short}:1.0" for short in ("office", "style", "text", "table")},
    "fo": f"{_OASIS}:xsl-fo-compatible:1.0",
    "draw": f"{_OASIS}:drawing:1.0",
    "dc": "http://purl.org/dc/elements/1.1/",
    "xlink": "http://www.w3.org/1999/xlink",
}
_STYLES = """
<office:styles>
<style:style style:name="Standard" style:family="paragraph"/>
<style:style style:name="Emphasis" style:family="text"><style:text-properties fo:font-style="italic"/></style:style>
</office:styles>
<office:automatic-styles>
<style:style style:name="T1" style:family="text" style:parent-style-name="Emphasis"/>
<style:style style:name="T2" style:family="text"><style:text-properties fo:font-style="normal"/></style:style>
<style:style style:name="T3" style:family="text"><style:text-properties text:display="none"/></style:style>
<style:style style:name="T4" style:family="text"><style:text-properties style:text-underline-style="solid"/>
</style:style>
<text:list-style style:name="L1">
<text:list-level-style-number text:level="1" style:num-suffix="." style:num-format="1"/>
<text:list-level-style-number text:level="2" style:num-prefix="(" style:num-suffix=")" style:num-format="a"/>
<text:list-level-style-number text:level="3" style:num-prefix="(" style:num-suffix=")" style:num-format="i"/>
</text:list-style>
<text:list-style style:name="L2"><text:list-level-style-bullet text:level="1" text:bullet-char="•"/></text:list-style>
</office:automatic-styles>
"""
BODY = """
<text:tracked-changes><text:changed-region text:id="c1" xml:id="c1"><text:deletion><office:change-info>
<dc:creator>Ana</dc:creator><dc:date>2026-01-01T00:00:00</dc:date></office:change-info><text:p>dark </text:p>
</text:deletion></text:changed-region><text:changed-region text:id="c2" xml:id="c2"><text:insertion>
<office:change-info>
<dc:creator>Ana</dc:creator><dc:date>2026-01-01T00:00:00</dc:date></office:change-info></text:insertion>
</text:changed-region></text:tracked-changes>
<text:h text:outline-level="1">12/4. The harbour of the isles</text:h>
<text:p><text:span text:style-name="T1">The General Assembly</text:span>,</text:p>
<text:p>
<text:span text:style-name="T1">Recalling</text:span> its resolution 72/192 of 19 December 2017 on the keepers of
the the lights,<text:note text:id="n1" text:note-class="footnote"><text:note-citation>1</text:note-citation>
<text:note-body><text:p>See A/72/L.3, <text:span text:style-name="T1">annex</text:span>.</text:p></text:note-body>
</text:note></text:p>
<text:p><text:span text:style-name="T1">Noting</text:span> the <text:change text:change-id="c1"/>sea
<text:change-start text:change-id="c2"/>and the wind<text:change-end text:change-id="c2"/>,<office:annotation>
<dc:creator>Ana</dc:creator><dc:date>2026-01-01T00:00:00</dc:date><text:p>Which wind?</text:p></office:annotation>
</text:p>
<text:list text:style-name="L1"><text:list-item><text:p>
<text:span text:style-name="T1">Decides</text:span> to meet on the
harbours;</text:p></text:list-item><text:list-item><text:p><text:span text:style-name="T1">Requests</text:span> the
Secretary-General:</text:p><text:list><text:list-item><text:p>To count the lamps;</text:p></text:list-item>
<text:list-item><text:p>To report thereon, <text:span text:style-name="T1">inter alia</text:span>,<text:s/>to
the Assembly;<text:note text:id="n2" text:note-class="footnote">
<text:note-citation text:label="*">*</text:note-citation>
<text:note-body><text:p>A/73/12.</text:p></text:note-body></text:note></text:p></text:list-item></text:list>
</text:list-item></text:list>
<text:list text:style-name="L1" text:continue-numbering="true"><text:list-item><text:p><text:span
text:style-name="T1">Decides also</text:span> to remain <text:span text:style-name="T4">seized</text:span> of the
matter.</text:p></text:list-item></text:list>
<table:table><table:table-column table:number-columns-repeated="2"/><table:table-row><table:table-cell>
<text:p>Isle</text:p></table:table-cell><table:table-cell><text:p>Lamps</text:p>
</table:table-cell></table:table-row><table:table-row><table:table-cell><text:p>North</text:p></table:table-cell>
<table:table-cell><text:p>4</text:p></table:table-cell></table:table-row></table:table>
"""
TEXT = """\
# 12/4. The harbour of the isles

*The General Assembly*,

*Recalling* its resolution 72/192 of 19 December 2017 on the keepers of the the lights,[^1]

*Noting* the sea and the wind,

1. *Decides* to meet on the harbours;

2. *Requests* the Secretary-General:

(a) To count the lamps;

(b) To report thereon, *inter alia*, to the Assembly;[^*]

3. *Decides also* to remain <u>seized</u> of the matter.

| Isle | Lamps |
| --- | --- |
| North | 4 |

[^1]: See A/72/L.3, *annex*.

[^*]: A/73/12.

"""


def flat(body=BODY, styles=_STYLES):
    """Return a flat file with a body."""
    spaces = "".join(f' xmlns:{short}="{uri}"' for short, uri in _SPACES.items())
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document{spaces} office:version="1.2" '
        f'office:mimetype="application/vnd.oasis.opendocument.text">{styles}<office:body><office:text>{body}'
        "</office:text></office:body></office:document>"
    ).encode()


def zipped(content=None, **parts):
    """Return an archive with a content, and with other parts by name."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text", zipfile.ZIP_STORED)
        data = flat() if content is None else content
        archive.writestr(
            "content.xml",
            data.replace(b"office:document ", b"office:document-content ").replace(
                b"office:document>", b"office:document-content>"
            ),
        )
        archive.writestr("Pictures/x.png", b"lamp")
        for name, part in parts.items():
            archive.writestr(name, part)
    return out.getvalue()
