"""The one pattern that finds quantities in a text. ``quantities`` reads what its groups have matched.

ayes, voted, noes            52 votes to 48
part, whole                  one in five
shares, share                two-thirds (of)
feet, inches                 5ft 10in
sign, low, sign_high, high   $5-10 billion
vague                        tens of thousands
decade                       (in his) 30s
first, join, last            10 to 15
and behind any of them       percent, measure, bare_degrees, currency, pence, plus
"""

import re

from articles.analysis import currencies, measures
from articles.analysis.number_words import AMOUNT, BIG, DIGITS, NUMBER, SPACE, WORD

_PERCENT = (
    r"(?:[ \u00a0]?%(?:[ \u00a0]points?\b)?|"
    r"[ \u00a0-](?:(?:percentage|basis)[ \u00a0]points?|per[ \u00a0]?cent|percent|pct)(?![a-z]))"
)
_JOIN = rf"(?:{SPACE}?[-–—‑]{SPACE}?|{SPACE}(?:to|and){SPACE})"
_VOTES = (
    rf"(?P<ayes>{DIGITS}|{WORD}){SPACE}(?P<voted>votes?|seats?|goals?|points?){SPACE}to{SPACE}"
    rf"(?P<noes>{DIGITS}|{WORD})"
)
_RATIO = (
    rf"(?P<part>{WORD}|[0-9]{{1,3}}){SPACE}(?:in(?:{SPACE}every)?|out{SPACE}of(?:{SPACE}every)?){SPACE}"
    rf"(?P<whole>[0-9]{{1,3}}(?:,[0-9]{{3}})?|{WORD})"
    rf"(?!{SPACE}(?:minutes?|hours?|days?|weeks?|months?|years?|games?|matches)|[\w%,.]?[0-9])"
)
_SHARE = (
    rf"(?:(?P<shares>{WORD}|a){SPACE}?[-‑ ])?(?P<share>half|thirds?|quarters?|fifths?|sixths?|tenths?)"
    rf"(?={SPACE}(?:of|the|its|their|all|his|her)\b)(?!{SPACE}of{SPACE}a{SPACE}{BIG}\b)"
)
_MONEY = (
    rf"(?P<sign>{currencies.SIGN}){SPACE}?(?P<low>{AMOUNT})"
    rf"(?:(?P<money_join>{_JOIN})(?P<sign_high>{currencies.SIGN})?(?P<high>{AMOUNT}))?"
)
_INDEFINITE = (
    rf"(?P<vague>(?:(?:tens|hundreds){SPACE}of{SPACE})?(?:thousands|millions|billions)|dozens|hundreds|"
    rf"scores(?={SPACE}of\b))"
)
_PLAIN = rf"(?P<first>{NUMBER})(?P<first_percent>{_PERCENT})?(?:(?P<join>{_JOIN})(?P<last>{NUMBER}))?"
_BEHIND = (
    rf"(?:(?P<percent>{_PERCENT})|{SPACE}?[-‑]?(?P<measure>{measures.MEASURE})(?!\w)|"
    rf"(?P<bare_degrees>{measures.BARE_DEGREES})(?!\w)|(?P<pence>{currencies.PENCE})|"
    rf"(?:{SPACE}|-)(?P<currency>{currencies.WORDS})(?!\w))?(?P<plus>\+)?"
)

QUANTITY = re.compile(
    rf"(?<![\w@#/.:$£€%])(?<![A-Za-z0-9][-‑–.,])"
    rf"(?:{_VOTES}|{_RATIO}|{_SHARE}|{measures.HEIGHT}|{_MONEY}|{_INDEFINITE}|(?P<decade>[1-9]0)['’]?s|{_PLAIN})"
    rf"{_BEHIND}(?![\w]|[.,:/][0-9]|°)",
    re.IGNORECASE,
)
