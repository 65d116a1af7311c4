"""Words that announce speech.

    The poll found it is over.   found         a verb that reports words without marks only
    “We won,” she said.          said          a verb that reports words between marks and without
    He called it “troubling”.    called        a verb that reports words between marks only
    The letter read: “…”         letter        a document that speaks for its author
    An FCDO spokesperson said    spokesperson  one who speaks for the FCDO

Verbs are listed once and inflected here; nouns are dictionary forms.
"""

_SAYING = """
accuse acknowledge add admit admonish advise affirm agree allege announce answer argue ask assert assure
bellow blast boast caution chant charge chide claim clarify comment complain concede conclude confess
confirm contend continue counter cry declare demand demur deny deride describe disclose dismiss echo
elaborate emphasise emphasize enthuse estimate exclaim explain express fear grumble hint hope imply
indicate inform insist interject joke jibe lament maintain mention mock muse mutter note object observe
opine plead pledge point post predict proclaim decline offer threaten preach promise pronounce protest
quip read reaffirm reason reassure rebut recall reckon recommend recount reflect refuse refute reiterate
rejoin relate remark remember remind repeat reply report respond retort reveal riff roar say scoff scream
shout shrug sigh signal speculate state stress suggest summarise summarize surmise swear tell testify
tease think thunder tweet urge utter vow volunteer warn whisper wonder write yell believe feel
"""

_QUOTING = """
address appeal apologise apologize applaud attack bemoan blame boom brag brand call challenge cite compare
condemn congratulate criticise criticize decry defend denounce deplore draw dub evoke hail highlight invoke
label laud marvel phrase praise question quote raise rail ridicule salute slam snap stipulate sum term thank
title tout underline underscore welcome
"""

_REPORTING = """
assume back calculate decide determine disavow discover discuss doubt encourage endorse expect
favor favour figure find foresee guess hear implore intend know learn oppose order plan press propose
push realise realize recognise recognize refer reject see show speak support talk tout understand voice
want worry
"""

_IRREGULAR = {
    "plan": "plans planned planning",
    "refer": "refers referred referring",
    "speak": "speaks spoke spoken speaking",
    "say": "says said saying",
    "tell": "tells told telling",
    "write": "writes wrote written writing",
    "think": "thinks thought thinking",
    "read": "reads read reading",
    "find": "finds found finding",
    "foresee": "foresees foresaw foreseen foreseeing",
    "hear": "hears heard hearing",
    "know": "knows knew known knowing",
    "learn": "learns learned learnt learning",
    "see": "sees saw seen seeing",
    "show": "shows showed shown showing",
    "understand": "understands understood understanding",
    "swear": "swears swore sworn swearing",
    "feel": "feels felt feeling",
    "draw": "draws drew drawn drawing",
    "quip": "quips quipped quipping",
    "admit": "admits admitted admitting",
    "demur": "demurs demurred demurring",
    "rebut": "rebuts rebutted rebutting",
    "brag": "brags bragged bragging",
    "slam": "slams slammed slamming",
    "snap": "snaps snapped snapping",
    "shrug": "shrugs shrugged shrugging",
    "sum": "sums summed summing",
    "dub": "dubs dubbed dubbing",
    "signal": "signals signaled signalled signaling signalling",
    "label": "labels labeled labelled labeling labelling",
}


def _forms(lemma: str) -> list[str]:
    """Return a verb's printed forms: say, says, said, saying."""
    if lemma in _IRREGULAR:
        return [lemma, *_IRREGULAR[lemma].split()]
    if lemma.endswith("e"):
        return [lemma, f"{lemma}s", f"{lemma}d", f"{lemma[:-1]}ing"]
    if lemma.endswith("y") and lemma[-2] not in "aeiou":
        return [lemma, f"{lemma[:-1]}ies", f"{lemma[:-1]}ied", f"{lemma}ing"]
    plural = f"{lemma}es" if lemma.endswith(("s", "sh", "ch", "x")) else f"{lemma}s"
    return [lemma, plural, f"{lemma}ed", f"{lemma}ing"]


SAYING_LEMMAS = {form: lemma for lemma in _SAYING.split() for form in _forms(lemma)}
QUOTING_LEMMAS = {form: lemma for lemma in _QUOTING.split() for form in _forms(lemma)}
REPORTING_LEMMAS = {form: lemma for lemma in _REPORTING.split() for form in _forms(lemma)}
CUE_LEMMAS = {**REPORTING_LEMMAS, **QUOTING_LEMMAS, **SAYING_LEMMAS}
CUE_FORMS = frozenset({**QUOTING_LEMMAS, **SAYING_LEMMAS})

DOCUMENTS = frozenset(
    "letter statement report email e-mail mail memo memorandum note message post tweet release document "
    "article column op-ed editorial essay blog book paper study filing complaint lawsuit brief indictment "
    "petition speech interview transcript caption review testimony analysis ad advert headline "
    "affidavit diary invitation manifesto memoir pamphlet leaflet flyer brochure text video "
    "sign banner placard poster shirt t-shirt".split()
)
SPEECH_NOUNS = frozenset(
    "accusation admission advice allegation answer argument assertion boast call claim comment complaint "
    "contention criticism declaration demand denial description dictum insistence mantra maxim message motto "
    "observation pledge prediction promise quip remark reply response retort slogan suggestion threat vow "
    "warning".split()
)
"""What is said, by whoever it belongs to: Smith's claim that the plan is “dead”."""

BACK_VERBS = {
    form: f"{lemma} back"
    for lemma, forms in {
        "fire": "fire fires fired firing",
        "hit": "hit hits hitting",
        "shoot": "shoot shoots shot shooting",
        "snap": "snap snaps snapped snapping",
    }.items()
    for form in forms.split()
}
"""Verbs that announce an answer where "back" follows: Lee shot back."""

SPEAKERS_FOR_OTHERS = frozenset(
    "spokesperson spokesman spokeswoman spokespeople spokesmen spokespersons".split()
)

WRITING_LEMMAS = frozenset(
    "write submit send pen author sign issue release resign draft compose hand email file deliver circulate "
    "say add state announce tell respond reply".split()
)
"""What an author does with a document. Publishing and posting are left out: others do that for him."""

SIGNS = frozenset("sign banner placard poster shirt t-shirt".split())
CARRYING_LEMMAS = frozenset("brandish carry display hoist hold lift raise wave wear".split())
"""What somebody does with a sign that speaks for him."""

PROMISING = frozenset(
    "agree ask decline demand deny expect hope intend offer plan plead pledge promise propose refuse "
    "swear threaten urge volunteer vow want".split()
)
"""Verbs that report words with an infinitive: vowed to fight on."""

URGING = frozenset(
    "advise ask beg encourage expect implore instruct invite order press push tell urge want warn".split()
)
"""Verbs that report what another is to do: urged ministers to resign."""

CONCERNING = frozenset(
    tuple(pair.split())
    for pair in (
        "accuse of, advocate for, apologise for, apologize for, appeal for, argue against, argue for, "
        "ask about, ask for, boast about, brag about, call for, call on, complain about, complain of, "
        "hope for, joke about, plead for, press for, push for, refer to, speak about, talk about, warn "
        "about, warn against, warn of, worry about"
    ).split(", ")
)
"""Verbs that report words with a preposition: called for a new vote."""

JUDGING = frozenset(
    "accuse acknowledge announce applaud attack back blame blast cite condemn confirm criticise criticize "
    "decry defend denounce deny deplore describe disavow discuss dismiss echo emphasise emphasize endorse "
    "explain express favor favour highlight lament mention mock note oppose praise propose question "
    "reiterate reject repeat slam stress support tout underscore voice welcome".split()
)
"""Verbs that report what somebody makes of a thing: criticised the new plan."""
