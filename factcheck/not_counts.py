"""Numbers that are no quantities: clock times, dates, phones, addresses, names, scores, ids.

One pass of a compiled pattern over a sentence that holds a digit; returns the spans to leave out.
"""

from __future__ import annotations

import re

MONTH = (
    r"(?:jan(?:uary|\.)?|feb(?:ruary|\.)?|mar(?:ch|\.)?|apr(?:il|\.)?|may|june?\.?|july?\.?|aug(?:ust|\.)?|"
    r"sept?(?:ember|\.)?|oct(?:ober|\.)?|nov(?:ember|\.)?|dec(?:ember|\.)?)"
)
STREET = (
    r"(?:street|st|avenue|ave|road|rd|boulevard|blvd|drive|dr|lane|ln|court|ct|place|pl|highway|hwy|parkway|pkwy|way|"
    r"terrace|circle|square|plaza|pike|trail|alley)\b"
)
NAMED = (
    r"(?:no|nos|number|route|rte|highway|hwy|interstate|flight|section|article|chapter|channel|room|unit|apartment|apt|"
    r"suite|gate|platform|line|exit|pier|precinct|ward|zone|area|sector|block|lot|grade|level|tier|phase|type|"
    r"category|class|division|week|day|game|match|round|group|stage|step|figure|fig|table|page|volume|vol|version|"
    r"windows|boeing|airbus|formula|apollo|world war|resolution|act|title|rule|amendment|proposition|prop|psalm|verse|"
    r"ps|bus|train|track|terminal|runway|hall|bay|studio|channel|radio|fm|am|kcbs|ktla|wabc|news|abc|nbc|cbs|fox|tv|"
    r"district|lane|mile marker|milepost|km marker|badge|case|docket|bill|order|form|id|pin|code|extension|ext|"
    r"season|episode|part|book|act|scene|lesson|question|item|point|option|model|series|mark|mk|gen|generation)"
)
PATTERN = re.compile(
    r"(?P<url>(?:https?://|www\.)\S+|\b[\w.-]+\.(?:com|org|net|gov|edu|co\.uk|html?|php|aspx)\b\S*|\S+@\S+)"
    r"|(?P<iso>\b(?:19|20)\d\d-\d\d?-\d\d?(?:t[\d:.]+z?)?\b)"
    r"|(?P<slash>\b\d{1,2}/\d{1,2}/(?:\d{4}|\d\d)\b|\b\d{1,2}\.\d{1,2}\.(?:19|20)\d\d\b|\b9/11\b|\b24/7\b)"
    r"|(?P<clock>\b\d{1,2}[:.]\d\d(?::\d\d)?\s?(?:[ap]\.?\s?m\b\.?|hours|hrs|gmt|utc|local|est|edt|pst|pdt|cet|ist)"
    r"|\b\d{1,2}:\d\d(?::\d\d)?\b|\b\d{1,2}\s?(?:[ap]\.m\.?|[ap]m\b|o['’]clock)|\b\d{4}\s?(?:hours|hrs|gmt|utc)\b)"
    rf"|(?P<date>\b{MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?(?:\s*[-–]\s*\d{{1,2}}\b(?!,\d))?(?:,?\s+(?:19|20)\d\d\b)?(?!,?\d)"
    rf"|\b\d{{1,2}}(?:st|nd|rd|th)?\s*[-–]?\s*(?:\d{{1,2}}(?:st|nd|rd|th)?\s+)?(?:of\s+)?{MONTH}(?!\w)(?:,?\s+(?:19|20)\d\d\b)?"
    rf"|\b{MONTH},?\s+(?:of\s+)?(?:19|20)\d\d\b)"
    r"|(?P<decade>\b(?:19|20)?\d0['’]?s\b)"
    r"|(?P<season>\b(?:19|20)\d\d\s?[-–/]\s?(?:(?:19|20)\d\d|\d\d)\b)"
    r"|(?P<ordinal>\b\d[\d,]*(?:st|nd|rd|th)\b)"
    r"|(?P<phone>(?:\+\d{1,3}[\s.-]?)?(?:\(\d{3}\)\s?|\b\d{3}[\s.-])\d{3}[\s.-]\d{4}\b|\b\d{3}[-–.]\d{4}\b(?!\s+season)"
    r"|\b1-\d{3}-[\w-]{7,}|\bx\d{3,4}\b|\b\d{3}-\d{3}-[a-z]{4,}|\b(?:911|999|112)(?=\s+(?:call|dispatch|operator|emergency|center|caller|tape)))"
    r"|(?P<coordinate>-?\b\d{1,3}\.\d{4,}\b)"
    r"|(?P<block>\b\d{1,6}(?:\s+to\s+\d+)?(?:st|nd|rd|th)?[- ]block\b|\bblock\s+of\s+\d+)"
    rf"|(?P<address>\b\d{{1,5}}\s+(?:[nsew]\.?\s+|north\s+|south\s+|east\s+|west\s+)?(?:[a-z0-9'’]+\s+){{0,3}}?{STREET}"
    r"|\b(?:i|us|u\.s\.|sr|ca|fm|route|state route|county road|rt|hwy|highway|interstate)[- ]\d{1,4}\b)"
    rf"|(?P<named>\b{NAMED}\.?\s+#?\d{{1,5}}\b(?![,.]\d|\s+(?:people|persons|civilians|children|percent|per cent|%))|#\s?\d+)"
    r"|(?P<model>\b[a-z]{1,12}[-–]\d{1,4}[a-z]{0,2}\b(?![,.]\d|\s+(?:percent|%))|\b\d{1,3}[a-z]\b(?<!\dm)(?<!\dk)(?<!\db)(?<!\ds)(?<!\dp)(?<!\df)(?<!\dg)(?<!\dl)(?<!\dh)(?<!\dv)(?<!\dw)(?<!\dt)|\b[a-z]+\d[\w-]*)"
    r"|(?P<legal>§\s?\d+|\b\d{1,4}\([a-z0-9]\)|\b\d{1,2}:\d{1,3}-\d{1,3}\b)"
)
MODEL_WORDS = re.compile(
    r"^(?:mid|pre|post|sub|under|over|top|plus|minus|non|semi|about|than|of|to|age|ages|aged|some|and|or|the)[-–]"
)


CURRENCY = re.compile(
    r"^(?:usd|eur|gbp|inr|pkr|cad|aud|nzd|sgd|hkd|myr|php|zar|ngn|kes|egp|chf|sek|nok|dkk|aed|sar|rmb|cny|jpy|rs|rm|rp|us|tk|sh|ksh|dh|dhs)\\d"
)


def spans(text: str) -> list[tuple[int, int, str]]:
    """(start, end, why) of each number-like run of `text` that is no quantity."""
    lowered = text.lower()
    if len(lowered) != len(text):
        return []
    found = []
    for match in PATTERN.finditer(lowered):
        why = match.lastgroup or ""
        if why == "model" and (MODEL_WORDS.match(match.group()) or CURRENCY.match(match.group())):
            continue
        if why == "date" and match.group().startswith("may ") and not text[match.start()].isupper():
            continue
        if (
            why == "date"
            and match.group().startswith(("mar ", "march "))
            and not text[match.start()].isupper()
        ):
            continue
        found.append((match.start(), match.end(), why))
    return found
