"""Generated Word files: canonical Markdown written as Word, with typed or automatic numbers."""

import io
import re
import zipfile
from xml.sax.saxutils import escape, quoteattr

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_INLINE = re.compile(r"(\*+)|\[\^([^\]]+)\]|\[([^\]]*)\]\(((?:[^()]|\([^()]*\))*)\)|\\(.)")
_NOTE = re.compile(r"\[\^([^\]]+)\]: (.*)", re.DOTALL)
_LABEL = re.compile(r"(?:(\d+)\.|\(([a-z]{1,5})\)) (?=\S)")
STYLES = f"""<w:styles {W}>
<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="20"/></w:rPr></w:rPrDefault></w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="H2"><w:name w:val="heading 2"/><w:basedOn w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="Slanted"><w:name w:val="Slanted"/><w:rPr><w:i/></w:rPr></w:style>
<w:style w:type="character" w:styleId="Base"><w:name w:val="Base"/><w:rPr><w:i/></w:rPr></w:style>
<w:style w:type="character" w:styleId="Verb"><w:name w:val="Verb"/><w:basedOn w:val="Base"/></w:style>
</w:styles>"""
_LEVELS = "".join(
    f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/></w:lvl>'
    for level, (form, text) in enumerate((("decimal", "%1."), ("lowerLetter", "(%2)"), ("lowerRoman", "(%3)")))
)


def run(text, look="", tag="t"):
    """A run's XML; `look` is the content of its properties."""
    properties = f"<w:rPr>{look}</w:rPr>" if look else ""
    return f'<w:r>{properties}<w:{tag} xml:space="preserve">{escape(text)}</w:{tag}></w:r>'


def paragraph(inside, properties=""):
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{inside}</w:p>"


def package(body, *, styles=STYLES, numbering=None, footnotes=None, links=(), more=None):
    """The bytes of a file with this body."""
    parts = {"word/styles.xml": styles}
    relations = [("styles", "styles.xml", "")]
    if numbering is not None:
        parts["word/numbering.xml"] = f"<w:numbering {W}>{numbering}</w:numbering>"
        relations.append(("numbering", "numbering.xml", ""))
    if footnotes is not None:
        parts["word/footnotes.xml"] = f"<w:footnotes {W} {R}>{footnotes}</w:footnotes>"
        relations.append(("footnotes", "footnotes.xml", ""))
    relations += [("hyperlink", address, ' TargetMode="External"') for address in links]
    rels = "".join(
        f'<Relationship Id="rId{n}" Type="{TYPES}/{kind}" Target={quoteattr(target)}{mode}/>'
        for n, (kind, target, mode) in enumerate(relations, 1)
    )
    space = "http://schemas.openxmlformats.org/package/2006"
    kinds = "".join(f'<Override PartName="/{name}" ContentType="{MAIN}.{name[5:-4]}+xml"/>' for name in parts)
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{space}/content-types"><Default Extension="rels" ContentType='
        f'"application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType='
        f'"application/xml"/><Override PartName="/word/document.xml" ContentType="{MAIN}.document.main+xml"/>{kinds}'
        "</Types>",
        "_rels/.rels": f'<Relationships xmlns="{space}/relationships"><Relationship Id="rId1" '
        f'Type="{TYPES}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/document.xml": f"<w:document {W} {R}><w:body>{body}</w:body></w:document>",
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{space}/relationships">{rels}</Relationships>',
        **parts,
        **(more or {}),
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(zipfile.ZipInfo(name), text if isinstance(text, bytes) else HEAD + text, 8)
    return out.getvalue()


class Writer:
    """Writes canonical Markdown as a Word file."""

    def __init__(self, *, automatic=False):
        self.automatic = automatic
        self.italic = '<w:rStyle w:val="Verb"/>' if automatic else "<w:i/>"
        self.links, self.lists = [], []
        self.counts = [0, 0, 0]

    def file(self, text):
        """The bytes of the file."""
        body, notes = [], {}
        order: list[str] = []
        for block in filter(None, (block.strip("\n") for block in re.split(r"\n{2,}", text))):
            if note := _NOTE.match(block):
                notes[note[1]] = note[2]
            elif block.startswith("|"):
                body.append(self.table(block))
            else:
                body.append(self.block(block, order))
        made = "".join(
            f'<w:footnote w:id="{order.index(label) + 2 if label in order else len(order) + 9}">'
            f"{paragraph(run('', '', 'footnoteRef') + run(' ') + self.inline(words, order))}</w:footnote>"
            for label, words in notes.items()
        )
        numbering = f'<w:abstractNum w:abstractNumId="0">{_LEVELS}</w:abstractNum>' + "".join(
            f'<w:num w:numId="{n}"><w:abstractNumId w:val="0"/>{override}</w:num>'
            for n, override in enumerate(["", *self.lists], 1)
        )
        offset = 3 + bool(made)
        whole = re.sub(r"LINK(\d+)LINK", lambda m: f"rId{int(m[1]) + offset}", "".join(body))
        made = re.sub(r' r:id="LINK\d+LINK"', "", made)
        return package(whole, numbering=numbering, footnotes=made or None, links=self.links)

    def block(self, block, order):
        properties = ""
        if heading := re.match("(#{1,2}) ", block):
            block, properties = block[heading.end() :], f'<w:pStyle w:val="H{len(heading[1])}"/>'
        block = block.lstrip(" ")
        if self.automatic and (label := _LABEL.match(block)) and (level := self.level(label)) is not None:
            at, number = level
            block = block[label.end() :]
            properties += f'<w:numPr><w:ilvl w:val="{at}"/><w:numId w:val="{number}"/></w:numPr>'
        elif not self.automatic and (label := _LABEL.match(block)):
            block = block[: label.end() - 1] + "\t" + block[label.end() :]
        return paragraph(self.inline(block, order), properties)

    def level(self, label):
        """The level and the list that show a label; none if it is to be typed."""
        letters = label[2] or ""
        roman = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8, "ix": 9, "x": 10}
        if label[1]:
            at, value = 0, int(label[1])
        elif len(letters) == 1 and (ord(letters) - 96 == self.counts[1] + 1 or letters not in roman):
            at, value = 1, ord(letters) - 96
        elif letters in roman:
            at, value = 2, roman[letters]
        else:
            return None
        for above in range(at):
            self.counts[above] = self.counts[above] or 1
        expected = self.counts[at] + 1
        self.counts[at:] = [value, *([0] * (2 - at))]
        if value != expected:
            self.lists.append(f'<w:lvlOverride w:ilvl="{at}"><w:startOverride w:val="{value}"/></w:lvlOverride>')
            return at, len(self.lists) + 1
        return at, 1

    def table(self, block):
        rows = [row.strip("|").split("|") for row in block.split("\n") if "---" not in row]
        return (
            "<w:tbl>"
            + "".join(
                "<w:tr>" + "".join(f"<w:tc>{paragraph(run(cell.strip()))}</w:tc>" for cell in row) + "</w:tr>"
                for row in rows
            )
            + "</w:tbl>"
        )

    def inline(self, text, order):
        found, italic, at = [], False, 0

        def put(words):
            look = self.italic if italic else ""
            for n, piece in enumerate(words.split("\t")):
                found.append("<w:r><w:tab/></w:r>" if n else "")
                found.append(run(piece, look) if piece else "")

        for sign in _INLINE.finditer(text):
            put(text[at : sign.start()])
            at = sign.end()
            if sign[1]:
                italic = not italic
            elif sign[2]:
                if sign[2] not in order:
                    order.append(sign[2])
                found.append(f'<w:r><w:footnoteReference w:id="{order.index(sign[2]) + 2}"/></w:r>')
            elif sign[3] is not None:
                self.links.append(sign[4])
                found.append(f'<w:hyperlink r:id="LINK{len(self.links) - 1}LINK">')
                put(sign[3].replace("*", ""))
                found.append("</w:hyperlink>")
            else:
                put(sign[5])
        put(text[at:])
        return "".join(found)
