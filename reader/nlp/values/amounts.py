"""Money, per cent and quantities, with their normal forms. Takes the text, gives names."""

import re
from collections.abc import Iterator

from reader.nlp.values.scan import matches, starts_of
from reader.text import Name, Span

CURRENCIES = {
    "$": "USD", "US$": "USD", "A$": "AUD", "C$": "CAD", "HK$": "HKD", "£": "GBP", "€": "EUR", "¥": "JPY", "₹": "INR", "Rs": "INR",
    "dollar": "USD", "euro": "EUR", "pound": "GBP", "yen": "JPY", "yuan": "CNY", "rupee": "INR", "rouble": "RUB", "ruble": "RUB",
    "franc": "CHF", "won": "KRW", "rand": "ZAR", "peso": "MXN", "naira": "NGN", "krona": "SEK", "krone": "NOK", "cent": "USD",
}  # fmt: skip
SCALES = {
    "hundred": 1e2, "thousand": 1e3, "k": 1e3, "million": 1e6, "m": 1e6, "mn": 1e6, "billion": 1e9, "bn": 1e9, "b": 1e9,
    "trillion": 1e12, "tn": 1e12,
}  # fmt: skip
UNITS = {
    "metre": "m", "meter": "m", "kilometre": "km", "kilometer": "km", "centimetre": "cm", "centimeter": "cm", "millimetre": "mm",
    "millimeter": "mm", "mile": "mi", "yard": "yd", "foot": "ft", "feet": "ft", "inch": "in", "inches": "in", "kilogram": "kg", "kilo": "kg",
    "gram": "g", "tonne": "t", "ton": "t", "pound": "lb", "ounce": "oz", "acre": "acre", "hectare": "ha", "litre": "l", "liter": "l",
    "gallon": "gal", "barrel": "bbl", "degree": "°", "megawatt": "MW", "gigawatt": "GW", "hour": "h", "minute": "min", "second": "s",
    "day": "d", "week": "wk", "month": "mo", "year": "a",
}  # fmt: skip
WORDS = {
    w: n
    for n, w in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
    )
} | {
    "twenty": 20,
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
    "sixty": 60,
    "seventy": 70,
    "eighty": 80,
    "ninety": 90,
    "dozen": 12,
}

_NUMBER = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_WORD = "|".join(sorted((w for w in WORDS if w not in ("zero", "one")), key=len, reverse=True))
_SCALE = r"hundred|thousand|million|billion|trillion|bn|mn|tn|[mbk](?!\w)"
_SIGN = r"US\$|A\$|C\$|HK\$|[$£€¥₹]|(?-i:\bRs\.?\s?)"
_NAMES = (
    "dollars?|euros?|pounds?|yen|yuan|rupees?|roubles?|rubles?|francs?|won|rand|pesos?|naira|kronor|krone|krona|cents?"
)
_AMOUNT = rf"(?:{_NUMBER}|(?:{_WORD})(?:-(?:{_WORD}))?)"
_PEOPLE = (
    "people|men|women|children|soldiers|troops|workers|employees|jobs|homes|houses|votes|voters|students|residents|passengers|patients|cases|deaths"
    "|officers|families|refugees|migrants|members|countries|households|signatures|seats|points|victims|civilians|protesters|demonstrators|fans"
    "|spectators|shares|copies|customers|users|companies|schools|villages|cities|vehicles|cars|aircraft|ships|barrels"
)
_UNIT = "|".join(sorted(UNITS, key=len, reverse=True))
# Words on "s" behind a number that are no counted things.
_NO_THING = r"(?:was|does|goes|says|this|his|its|has|less|plus|minus|perhaps|always|across|besides|sometimes|towards|afterwards|overseas|others|gets|takes|makes|comes|versus|percents?|series)\b"
_ANY = re.compile(
    rf"(?P<sign>{_SIGN})(?P<money>{_NUMBER})(?:[\s-]?(?P<scale1>{_SCALE})\b)?(?P<per>\s(?:a|per)\s(?:share|day|year|month|barrel|tonne|ton|ounce|head))?"
    rf"|\b(?P<amount>{_AMOUNT})(?:[\s-](?P<scale2>hundred|thousand|million|billion|trillion))?[\s-](?P<currency>{_NAMES})\b"
    rf"|(?<![\w.,])(?P<percent>[-−+]?(?:{_NUMBER})|(?:{_WORD})(?:-(?:{_WORD}))?)(?:\s?%|\sper\s?cent\b|\spercent\b|\s(?P<pp>percentage\spoints?)\b)"
    rf"|(?<![\w.,$£€])(?P<count>{_AMOUNT})(?:\s(?P<scale3>hundred|thousand|million|billion|trillion))?[\s-](?:(?P<unit>{_UNIT})(?:es|s)?(?:[\s-](?:old|long|high|deep|wide|tall))?"
    rf"|(?:more\s|new\s|other\s|young\s|local\s)?(?P<people>{_PEOPLE}))\b"
    rf"|(?<![\w.,$£€/:#-])(?P<many>\d{{1,3}}(?:,\d{{3}})+|\d{{2,3}})(?:\s(?P<scale4>million|billion|trillion))?\s(?P<thing>(?!{_NO_THING})(?-i:[a-z]{{3,}}[a-rt-z]s))\b"
    rf"|(?<![\w.,$£€/:-])(?P<plain>\d{{1,3}}(?:,\d{{3}})+)(?![\w.,]?\d)",
    re.IGNORECASE,
)
_STARTS = starts_of(
    r"$£€¥₹\-−+\dRuUaAcChHtTfFsSeEnNdD",
    words=rf"\d|Rs|(?i:{'|'.join(sorted({word[:3] for word in WORDS if word not in ('zero', 'one')}))})",
    within_first=r"$£€¥₹\-−+uUaAcChH",
    within=r"[$£€¥₹]|[-−+]\d|(?i:us|a|c|hk)\$",
)
"""Where `_ANY` may begin."""


def find_amounts(text: str) -> Iterator[Name]:
    """MONEY, PERCENT and QUANTITY names, in order."""
    for match in matches(_ANY, _STARTS, text):
        span = Span(*match.span())
        if match["money"]:
            code = CURRENCIES.get(match["sign"].strip().rstrip(".").upper().replace("RS", "Rs"), "USD")
            yield Name(span, "MONEY", f"{_scaled(match['money'], match['scale1'])} {code}")
        elif match["amount"]:
            yield Name(span, "MONEY", _money(match))
        elif match["percent"]:
            yield Name(span, "PERCENT", f"{_plain(match['percent'])} {'points' if match['pp'] else '%'}")
        elif match["count"]:
            unit = UNITS[match["unit"].lower()] if match["unit"] else match["people"].lower()
            yield Name(span, "QUANTITY", f"{_scaled(match['count'], match['scale3'])} {unit}")
        elif match["many"]:
            thing = match["thing"].lower()
            yield Name(span, "QUANTITY", f"{_scaled(match['many'], match['scale4'])} {thing}")
        else:
            yield Name(span, "QUANTITY", _plain(match["plain"]))


def _money(match: re.Match[str]) -> str:
    name = match["currency"].lower()
    singular = "krona" if name == "kronor" else name if name in CURRENCIES else name.rstrip("s")
    value = _value(match["amount"]) * SCALES.get((match["scale2"] or "").lower(), 1)
    return f"{_number(value / 100 if singular == 'cent' else value)} {CURRENCIES[singular]}"


def _value(words: str) -> float:
    """The number that digits or words ("twenty-one") stand for."""
    digits = words.replace(",", "").replace("−", "-")
    try:
        return float(digits)
    except ValueError:
        return float(sum(WORDS.get(part, 0) for part in words.lower().split("-")))


def _scaled(words: str, scale: str | None) -> str:
    return _number(_value(words) * SCALES.get((scale or "").lower(), 1))


def _plain(words: str) -> str:
    return _number(_value(words))


def _number(value: float) -> str:
    """Plain digits up to a million, then the shortest exponent form: 1.2e9."""
    if abs(value) < 1e6:  # noqa: PLR2004 -- where digits stop being readable
        return f"{value:.10g}"
    mantissa, exponent = f"{value:.9e}".split("e")
    return f"{mantissa.rstrip('0').rstrip('.')}e{int(exponent)}"
