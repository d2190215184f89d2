"""The control words of rich text files: characters, and destinations that are read or skipped."""

CHARACTERS = {
    "emdash": "—",
    "endash": "–",
    "lquote": "‘",
    "rquote": "’",
    "ldblquote": "“",
    "rdblquote": "”",
    "bullet": "•",
    "tab": " ",
    "line": "\n",
    "lbr": "\n",
    "emspace": "\u2003",
    "enspace": "\u2002",
    "qmspace": "\u2005",
    "zwj": "\u200d",
    "zwnj": "\u200c",
}
SIGNS = {"~": "\u00a0", "_": "\u2011", "\\": "\\", "{": "{", "}": "}"}
NOT_READ = frozenset(
    (
        *("aftncn", "aftnsep", "aftnsepc", "annotation", "atnauthor", "atndate", "atnicn", "atnid", "atnparent"),
        *("atnref", "atntime", "atrfend", "atrfstart", "background", "bkmkend", "bkmkstart"),
        *("colorschememapping", "colortbl", "datafield", "datastore", "docvar", "filetbl", "fldtype"),
        *("footer", "footerf", "footerl", "footerr", "formfield", "ftncn", "ftnsep", "ftnsepc", "generator"),
        *("header", "headerf", "headerl", "headerr", "info", "latentstyles", "listoverridetable"),
        *("listtable", "mmathPr", "nonshppict", "objdata", "picprop", "pict", "pn", "pnseclvl", "revtbl"),
        *("rsidtbl", "shppict", "sp", "tc", "tcn", "template", "themedata", "title", "userprops", "xe", "xmlnstbl"),
    )
)
BOXES = frozenset({"shptxt", "dptxbxtext"})
READ = frozenset({"footnote", "fldinst", "shpinst", "do", "shp", "listtext", "pntext", "ud"})
"""The destinations that are read although a program that does not know them may skip them."""
