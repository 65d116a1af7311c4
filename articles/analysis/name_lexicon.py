"""Words that tell what a printed name is: an organisation's, a place's, or none at all."""

from articles.analysis.word_lists import word_set

BODY_WORDS = word_set(
    "department ministry office committee commission council university union college school agency "
    "bureau board embassy consulate party association institute institution foundation federation "
    "society network service services company corporation corp group bank court parliament assembly "
    "senate congress authority campaign centre center fund police army navy force forces organisation "
    "organization trust church club administration directorate secretariat league movement front "
    "brigade brigades coalition alliance inc ltd plc llc co news times post journal herald guardian "
    "tribune hospital government cabinet team airlines airways partners industries technologies "
    "magazine media press radio television observatory initiative project taskforce unit corps fbi "
    "academy caucus guard laboratory tv command"
)
"""Words that make a name an organisation's when they head it: "Edinburgh University", "Ministry of Trade"."""

PLACE_WORDS = word_set(
    "county province river lake island islands valley mountain mountains bay sea ocean city district "
    "street road avenue boulevard square beach airport desert peninsula strip bank coast village town "
    "region state territory territories canal bridge park cave caves harbor harbour hills gulf forest "
    "hotel strait highway prefecture tower palace plaza stadium arena jail prison base"
)
"""Words that make a name a place's when they head it: "Los Angeles County", "Nile River"."""

REGION_WORDS = word_set(
    "county province city district state region territory island islands valley village town prefecture"
)
"""Words before which stands a name that means the same place without them: "Chiang Rai province"."""

DAYS_AND_MONTHS = word_set(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june "
    "july august september october november december"
)
"""Words that never belong to a name inside a sentence: "the House on Friday"."""

NOT_NAMES = word_set(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june "
    "july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec "
    "today yesterday tomorrow christmas easter ramadan i we he she it they you us me him her them this "
    "that these those there here what who when where why how and but or if not no yes read more also "
    "advertisement advertising share email print photo image video caption credit getty copyright "
    "subscribe newsletter related source sources updated published mr mrs ms dr sir covid covid-19 "
    "coronavirus department government opposition internet state states federal national international "
    "public local cabinet minister ministers president republican democrat republicans democrats "
    "democratic islamic christian muslim jewish catholic american british english french israeli god "
    "jesus ok tv dna rsvp pm am gmt bst est edt et pt ct utc ceo cfo cto coo mp mps msp msps ai iq phd "
    "first second third fourth north south east west media twitter facebook youtube instagram tiktok "
    "tweet x secretary senator senators congressman congresswoman representative governor mayor chief "
    "judge justice attorney general spokesman spokeswoman spokesperson officials official police army "
    "court house administration capitol campaign committee ministry office agency commission council "
    "party parliament university school hospital bank embassy spring summer autumn winter republic "
    "democracy constitution amendment act bill english spanish chinese russian german arabic breaking "
    "exclusive watch live interior commerce defense defence foreign finance treasury health trade labor "
    "replay videos photos click editor staff reporter supreme executive assembly transport energy "
    "education special counsel district great islam christianity judaism bedouin congressional "
    "parliamentary african american arab asian australian canadian caribbean cuban dutch egyptian european "
    "greek hispanic indian "
    "indonesian iranian iraqi irish italian japanese jewish kenyan korean latino lebanese libyan mexican "
    "nigerian norwegian pakistani palestinian polish portuguese saudi scottish somali swedish swiss syrian "
    "taiwanese turkish ukrainian venezuelan vietnamese welsh western yemeni"
)
"""Words that are no name by themselves, whatever the model says."""

NO_NAMES = frozenset(
    {"getty images", "state of the union", "super pac", "breaking news", "fake news", "prime time"}
)
"""Phrases with capitals that are no names either."""

NO_HEADS = word_set(
    "award awards dinner show prize act amendment bill cup games olympics globes globe day week month "
    "year festival war agreement deal treaty accord law resolution poll report times' series season "
    "championship league's"
)
"""Words that head names of events, laws and works, which are neither people nor bodies nor places."""

FURNITURE = word_set(
    "more video videos photos click here share read subscribe newsletter advertisement email alerts watched "
    "slideshow replay"
)
"""Words of a page's furniture: a name that contains one is a button."""

STORMS = word_set("hurricane superstorm storm typhoon cyclone")
"""Words before the name of a storm, which is nobody's."""

ROLE_WORDS = word_set(
    "spokesman spokeswoman spokesperson director president chairman chairwoman chair chief executive "
    "minister secretary professor lawyer attorney analyst correspondent reporter journalist editor "
    "author activist leader senator congressman congresswoman representative governor mayor officer "
    "commander general founder manager coach doctor nurse teacher student resident witness victim "
    "survivor mother father wife husband son daughter brother sister friend neighbor neighbour owner "
    "head fellow researcher scientist economist ambassador diplomat judge sheriff captain player member "
    "candidate consultant expert adviser advisor official aide boss judge star actor actress singer "
    "writer producer pilot driver engineer farmer"
)
"""What people are, not organisations: "Leila Fadel, a correspondent …" is a person."""
