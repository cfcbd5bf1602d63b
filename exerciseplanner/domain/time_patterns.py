"""How planners write days, clock times and offsets, as patterns over upper-case text."""

from __future__ import annotations

import re

from exerciseplanner.domain.dtg import DTG, MONTHS, SHORT

_MONTH = rf"(?P<month>{'|'.join(MONTHS)})[A-Z]{{0,6}}\.?"
_TH = r"(?:ST|ND|RD|TH)?"
_UNIT = r"(?:DAYS?|D|HOURS?|HRS?|H|MINUTES?|MINS?|M|SECONDS?|SECS?|WEEKS?|WKS?|W)(?![A-Z]|[+-]\d)"
_ZONE = r"(?P<zone>UTC|GMT|ZULU|LOCAL|LT|[A-Z])(?![A-Z0-9.]|[+-]\d{1,3}(?!\d))"
_HALF = r"(?P<half>[AP])\.?M\b\.?"
_NOT_A_CLOCK = r"(?![\d:A-Z]|\.\d|\s*[AP]M\b)"
_UNIT_AFTER = r"(?:[HM](?![A-Z+\-\d])|\s*(?:HRS?|HOURS?|MINS?|MINUTES?)(?![A-Z]))"

FULL_DTG = DTG
SHORT_DTG = SHORT
BARE_INTEGER = re.compile(r"[+-]?\d+(?:\.0+)?")

DATE_YEAR_FIRST = re.compile(
    r"(?P<year>\d{4})([-/.])(?P<m>\d{1,2})\2(?P<d>\d{1,2})(?P<iso>T(?=\d))?"
)
DATE_COMPACT = re.compile(
    r"(?P<year>(?:19|20)\d{2})(?P<m>0[1-9]|1[0-2])(?P<d>[0-3]\d)(?P<iso>T(?=\d))?(?!\d)"
)
DATE_NUMBERS = re.compile(
    r"(?P<a>\d{1,2})(?:(?P<slash>/)(?P<b>\d{1,2})(?:/(?P<year>\d{4}|\d{2}))?"
    r"|\.(?P<b_dot>\d{1,2})\.(?P<year_dot>\d{4}|\d{2})"
    r"|-(?P<b_dash>\d{1,2})-(?P<year_dash>\d{4}))(?![\d:])"
)
DATE_DAY_MONTH = re.compile(
    rf"(?P<d>\d{{1,2}}){_TH}[\s\-/.]*{_MONTH}"
    rf"(?:[\s\-/.,']*(?P<year>(?:19|20)\d{{2}}|\d{{2}}){_NOT_A_CLOCK})?"
)
DATE_MONTH_DAY = re.compile(
    rf"{_MONTH}[\s\-]*(?P<d>\d{{1,2}}){_TH}(?![\d:])"
    rf"(?:,?[\s\-]*(?P<year>(?:19|20)\d{{2}}){_NOT_A_CLOCK})?"
)

ANCHOR = r"(?P<name>STARTEX|D|J|E)(?:[- ]?DAY)?"
DAY_OFFSET = re.compile(
    rf"{ANCHOR}(?:\s*(?P<sign>[+-])\s*(?P<days>\d+)(?!\d|:|\.\d|{_UNIT_AFTER})|(?![A-Z0-9]))"
)
DAY_NUMBER = re.compile(r"(?:DAY|D|JOUR|TAG)\s*#?(?P<number>\d{1,3})(?![\d:])")
DAY_WORD = re.compile(r"(?P<word>TODAY|TOMORROW|YESTERDAY|NOW)\b")
WEEKDAY = re.compile(r"(?P<word>MON|TUE|WED|THU|FRI|SAT|SUN)(?:[A-Z]{0,5}DAY|S|RS?)?\b\.?")

STEP = re.compile(
    r"(?P<name>[HMT])(?:[- ]?(?:HOUR|MINUTE))?\s*(?:(?P<sign>[+-])\s*|(?=0(?!\d)))"
    rf"(?P<count>\d+(?:\.\d+)?)(?::(?P<minutes>\d{{2}}))?(?::\d{{2}})?(?![\d:])(?P<unit>\s*{_UNIT})?"
)
H_HOUR = re.compile(r"H[- ]?HOUR\b|H(?![A-Z0-9+\-])")
SPAN = re.compile(
    rf"(?:(?P<sign>[+-])\s*)?(?P<parts>(?:\d+(?:\.\d+)?\s*{_UNIT}[\s,]*)+)(?P<rest>\d{{1,2}}(?!\d|:))?"
)
SPAN_PART = re.compile(r"(?P<count>\d+(?:\.\d+)?)\s*(?P<unit>[A-Z]+)")
SPAN_HOURS_MINUTES = re.compile(
    r"(?P<sign>[+-])\s*(?P<hours>\d+)(?::(?P<minutes>\d{2})|H(?P<more>\d{2}))(?::\d{2})?(?!\d)"
)
SPAN_MINUTES = re.compile(r"(?P<sign>[+-])\s*(?P<minutes>\d+)(?![\d:.])")

CLOCK_COLON = re.compile(
    r"(?P<hour>\d{1,2})(?::(?P<minute>\d{2})(?::(?P<second>\d{2})(?:[.,]\d+)?)?"
    rf"|\.(?P<minute_dot>\d{{2}})(?!\.?\d))(?!\d)(?:\s*{_HALF})?"
    rf"(?:\s*(?:HRS|HOURS)\b)?(?:\s*{_ZONE})?"
)
CLOCK_HALF = re.compile(rf"(?P<hour>\d{{1,2}})\s*{_HALF}(?:\s*{_ZONE})?")
CLOCK_H = re.compile(
    rf"(?P<hour>\d{{1,2}})\s?H\s?(?P<minute>[0-5]\d)?(?!\d|\s*M|[A-Z+\-])(?:\s*{_ZONE})?"
)
CLOCK_MILITARY = re.compile(
    rf"(?P<hour>\d{{2}})(?P<minute>[0-5]\d)(?!\d|\s*(?:MIN|SEC|DAYS))(?:\s*(?:HRS|HOURS|H)(?![A-Z0-9+\-]))?"
    rf"(?:\s*{_ZONE})?(?![A-Z0-9])"
)
CLOCK_WORD = re.compile(r"(?P<word>NOON|MIDNIGHT)\b")
NUMERIC_ZONE = re.compile(r"\s*(?P<sign>[+-])(?P<hours>\d{2}):?(?P<minutes>\d{2})(?!\d)")
RANGE = re.compile(r"\s*(?:-|TO\b|UNTIL\b)\s*(?=\d{1,2}:\d{2}|\d{4}(?!\d))")
BETWEEN = re.compile(r"[\s,;@()/]+|AT\b|ON\b|-(?=\s)|T(?=\d{2}:?\d{2})|HRS\b|HOURS\b")
