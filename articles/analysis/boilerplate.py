"""Lines that sites print around an article, known by their wording alone.

    Skip to main content · Leave a Reply · Share this        navigation
    READ MORE: Anger at meeting · Related: Six questions      teaser
    Source: qudsnen. · Reporting by Ann Lee · © 2024 Agency   source line

A line must match from its first word to its last, so that a sentence which merely speaks of a newsletter
stays.
"""

import re
from typing import Literal

PrintedReason = Literal["navigation", "teaser", "source line"]

_LONGEST = 400
"""Boilerplate is a line; a longer paragraph is the article's."""

_NAVIGATION = r"""
    skip\ to\ (the\ )?(main\ )?(content|navigation|search|footer|links?)
  | leave\ a\ (reply|comment) | post\ a\ comment | \d*\ ?comments?
  | (join|start)\ the\ (conversation|discussion)
  | (show|view|hide|read|load)(\ all|\ more)?\ comments?(\ \(\d+\))?
  | (share|print|email|save|bookmark|copy)
    (\ (this|on|via|to|link|the|article|story|page|with\ friends))*
    (\ (facebook|twitter|x|whatsapp|linkedin|reddit|telegram|email|article|story|page|post))*:?
  | tweet | like | pin\ it | follow | facebook | twitter | whatsapp | linkedin | reddit | telegram | flipboard
  | instagram | youtube
  | (click|tap)\ (here|to|on)\ .{0,120}
  | (please\ )?(sign\ up|subscribe|register)(\ now|\ today|\ here)?(\ (for|to|here|and|with)\ .{0,160})?
  | get\ (the|our|all|your)\ .{0,80}(newsletter|inbox|alerts?|app)\b.{0,80}
  | (follow|like|join|find)\ (us|me|the\ \w+|@\w+)\ on\ .{0,120}
  | ((our|the|daily|weekly|free|email)\ )*newsletters?(\ sign[-\ ]?up)? | (your\ )?email(\ address)?
  | advertisement | advertising | (article|story)\ continue[sd]\ below.{0,40} | sponsored(\ content)?
  | continue\ reading(\ below)? | scroll\ (down\ )?(to\ continue|for\ more).{0,60}
  | loading\W* | please\ wait\W*
  | (previous|next)(\ (article|story|post|page))? | back\ to\ top | home | menu | search | close
  | log\ ?in | sign\ in | my\ account | cookie\ (policy|settings) | privacy\ policy
  | terms\ (of\ use|and\ conditions|of\ service)
  | (most\ (read|popular|viewed|shared)|trending(\ now)?|editors?['’]s?\ picks?|recommended(\ for\ you)?
    |you\ (may|might)\ (also\ )?(like|be\ interested\ in)|latest\ (news|stories|videos?)|top\ stories)\W*
  | (this\ )?(video|content|player)\ (is|can(not|'t)|could)\ (not\ |be\ )*
    .{0,80}(available|played|loaded).{0,80}
  | (your|this)\ browser\ does\ not\ support\ .{0,80} | (please\ )?enable\ javascript.{0,80}
"""

_TEASERS = r"""
    (read|see|watch|listen|hear|find\ out|learn)(\ (more|also|next|now|on|it|here))+\s*[:|>»–—-].{1,300}
  | (more|also|related|related\ (articles?|stor(y|ies)|links?|topics?|content|coverage)|in\ pictures
    |don['’]t\ miss|must\ read|recommended|opinion|explainer|in\ depth|further\ reading)\s*[:|>»].{0,300}
  | also\ on\ .{1,40}?:\ .{1,300}
  | (read|see)\ (more|also|next) | related\ (articles?|stor(y|ies)|links?|topics?|content|coverage)
"""

_SHOUTED_TEASERS = r"(WATCH|LISTEN|READ|MORE|SEE|VIDEO|PHOTOS|GALLERY)\s*[:|>»].{1,300}"

_SOURCE_LINES = r"""
    \(?sources?\s*:\s*.{1,100}
  | \(?((additional|further)\ )?(reporting|writing|editing|contributing|contributions?|compiled)(\ reporting)?
    (\ by|\s*:)\s.{1,300}
  | .{1,120}\ contributed\ (reporting\ )?to\ this\ (report|story|article)\.?
  | this\ (article|story|report)\ (was|has\ been|originally|first)\ .{0,40}
    (published|appeared|produced|reproduced|republished)\ .{1,200}
  | (\(c\)|©|copyright).{0,300} | (.{0,100}\b)?all\ rights\ reserved.{0,200}
  | (photo|image|picture|photograph)s?(\ credit)?\s*(:|by)\s*[^"“”]{1,120} | (photo|image)\ credit.{0,120}
"""

_PATTERNS: tuple[tuple[PrintedReason, re.Pattern[str]], ...] = (
    ("navigation", re.compile(_NAVIGATION, re.IGNORECASE | re.VERBOSE)),
    ("teaser", re.compile(_TEASERS, re.IGNORECASE | re.VERBOSE)),
    ("teaser", re.compile(_SHOUTED_TEASERS)),
    ("source line", re.compile(_SOURCE_LINES, re.IGNORECASE | re.VERBOSE)),
)


def printed_reason(line: str) -> PrintedReason | None:
    """Say why a printed line is not the article's own, None where its wording does not tell."""
    if len(line) > _LONGEST:
        return None
    plain = line.strip(" \t\u00a0*•·|[]()>–—-").rstrip(".!… ")
    for reason, pattern in _PATTERNS:
        if pattern.fullmatch(plain) or pattern.fullmatch(line):
            return reason
    return None
