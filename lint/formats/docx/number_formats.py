"""The formats of automatic numbers: ECMA-376, part 1, 17.18.59."""

from __future__ import annotations

from ....grammar.text.numerals import roman_numeral

_ONES = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
_TENS = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_ORDINALS = {
    "one": "first",
    "two": "second",
    "three": "third",
    "five": "fifth",
    "eight": "eighth",
    "nine": "ninth",
    "twelve": "twelfth",
}
_LETTERS = {
    "lowerLetter": "abcdefghijklmnopqrstuvwxyz",
    "upperLetter": "ABCDEFGHIJKLMNOPQRSTUVWXYZ",
    "russianLower": "абвгдежзиклмнопрстуфхцчшщыэюя",
    "russianUpper": "АБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЫЭЮЯ",
    "chicago": "*†‡§",
}
"""Signs that are counted through, and then repeated: twice, three times and so on."""
_SERIES = {
    "arabicAlpha": "أبتثجحخدذرزسشصضطظعغفقكلمنهوي",
    "arabicAbjad": "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ",
    "decimalEnclosedCircle": "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳",
    "decimalEnclosedParen": "⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇",
    "decimalEnclosedFullstop": "⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛",
    "ideographTraditional": "甲乙丙丁戊己庚辛壬癸",
    "ideographZodiac": "子丑寅卯辰巳午未申酉戌亥",
}
"""Signs for the first numbers only; greater ones are in digits."""
_HAN = "〇一二三四五六七八九"
_HAN_DIGITS = frozenset({"ideographDigital", "japaneseDigitalTenThousand", "taiwaneseDigital"})
_HAN_COUNTED = frozenset(
    {
        *("chineseCounting", "chineseCountingThousand", "japaneseCounting", "taiwaneseCounting"),
        *("taiwaneseCountingThousand", "koreanDigital2"),
    }
)
_MOST_REPEATS = 100


def formatted(number: int, form: str) -> str:
    """Return a number in one of Word's formats; in digits if the format is not used for paragraphs.

    >>> [formatted(n, f) for n, f in ((28, "lowerLetter"), (9, "lowerRoman"), (4, "upperRoman"), (7, "decimalZero"))]
    ['bb', 'ix', 'IV', '07']
    >>> [formatted(22, form) for form in ("ordinal", "cardinalText", "ordinalText", "chineseCounting")]
    ['22nd', 'Twenty-two', 'Twenty-second', '二十二']
    """
    if form == "none":
        return ""
    if number > 0 and (signs := _LETTERS.get(form)):
        return signs[(number - 1) % len(signs)] * min((number - 1) // len(signs) + 1, _MOST_REPEATS)
    if 0 < number <= len(signs := _SERIES.get(form, "")):
        return signs[number - 1]
    match form:
        case "lowerRoman" | "upperRoman" if 0 < number < 10000:
            roman = roman_numeral(number)
            return roman.lower() if form == "lowerRoman" else roman
        case "decimalZero":
            return f"{number:02}"
        case "numberInDash":
            return f"- {number} -"
        case "decimalFullWidth" | "decimalFullWidth2":
            return "".join(chr(0xFF10 + int(digit)) if digit.isdigit() else digit for digit in str(number))
        case "ordinal" if number >= 0:
            return f"{number}{_ending(number)}"
        case "cardinalText" | "ordinalText" if 0 <= number < 10000:
            words = _words(number)
            return (_ordinal(words) if form == "ordinalText" else words).capitalize()
        case _ if form in _HAN_DIGITS and number >= 0:
            return "".join(_HAN[int(digit)] for digit in str(number))
        case _ if form in _HAN_COUNTED and 0 <= number < 10000:
            return _han(number)
        case _:
            return str(number)


def padded(number: int, example: str) -> str:
    """Return a number with the zeros of an example of the format, such as ``001, 002, 003, ...``.

    >>> padded(7, "001, 002, 003, ...")
    '007'
    """
    first = example.partition(",")[0].strip()
    return str(number).rjust(len(first), "0") if first.isdecimal() and len(first) < 10 else str(number)


def _ending(number: int) -> str:
    return "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")


def _words(number: int) -> str:
    if number < 20:
        return _ONES[number]
    if number < 100:
        tens, rest = divmod(number, 10)
        return _TENS[tens] + (f"-{_ONES[rest]}" if rest else "")
    unit, word = (1000, "thousand") if number >= 1000 else (100, "hundred")
    many, rest = divmod(number, unit)
    return f"{_words(many)} {word}" + (f" {_words(rest)}" if rest else "")


def _ordinal(words: str) -> str:
    start = max(words.rfind(" "), words.rfind("-")) + 1
    last = words[start:]
    if last in _ORDINALS:
        return words[:start] + _ORDINALS[last]
    return f"{words[:-1]}ieth" if last.endswith("y") else f"{words}th"


def _han(number: int) -> str:
    """Return a number below 10,000 in Chinese numerals."""
    if number == 0:
        return _HAN[0]
    shown = ""
    gap = False
    for unit, sign in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // unit % 10
        if digit:
            shown += (_HAN[0] if gap and shown else "") + _HAN[digit] + sign
        gap = not digit and bool(shown)
    return shown.removeprefix("一") if 10 <= number < 20 else shown
