"""English."""

from __future__ import annotations

from typing import Final

from generator.recognise.dates.lexicon import Lexicon, Phrase, Unit

_NUMBERS: Final = {
    **{"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6},
    **{"seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12},
    **{"fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50},
}

ENGLISH: Final = Lexicon(
    capitals=True,
    month_first=True,
    months={
        "january": 1,
        "february": 2,
        "march": 3,
        "april": 4,
        "may": 5,
        "june": 6,
        "july": 7,
        "august": 8,
        "september": 9,
        "october": 10,
        "november": 11,
        "december": 12,
    },
    months_short={
        "jan": 1,
        "feb": 2,
        "mar": 3,
        "apr": 4,
        "jun": 6,
        "jul": 7,
        "aug": 8,
        "sept": 9,
        "sep": 9,
        "oct": 10,
        "nov": 11,
        "dec": 12,
    },
    weekdays={
        "monday": 0,
        "tuesday": 1,
        "wednesday": 2,
        "thursday": 3,
        "friday": 4,
        "saturday": 5,
        "sunday": 6,
    },
    weekdays_short={
        "mon": 0,
        "tues": 1,
        "tue": 1,
        "wed": 2,
        "thurs": 3,
        "thur": 3,
        "thu": 3,
        "fri": 4,
        "sat": 5,
        "sun": 6,
    },
    seasons={"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24},
    season_link=",? (?:of )?",
    numbers=_NUMBERS,
    units={
        "day": Unit.DAY,
        "days": Unit.DAY,
        "week": Unit.WEEK,
        "weeks": Unit.WEEK,
        "month": Unit.MONTH,
        "months": Unit.MONTH,
        "year": Unit.YEAR,
        "years": Unit.YEAR,
    },
    weekday_link=",? (?:the )?",
    ordinal="(?:st|nd|rd|th)?",
    of="(?:of )?",
    to="(?: ?[-–—] ?| (?:to|until|till|through) (?:the )?)",
    year_link=",? (?:of )?",
    year_by_words={"last year": -1, "this year": 0, "next year": 1},
    month_before="in|since|until|till|through|from|during|throughout|as of",
    last="last|past",
    next="next|this coming|coming",
    this="this",
    week_by_words={"last week": -1, "this week": 0, "next week": 1},
    weekday_to="(?: ?[-–—] ?| (?:to|through|till|until) )",
    weekday_not_after=(
        "every|each|an?|any|one|black|bloody|good|ash|palm|easter|holy|maundy|cyber|super|most|by"
    ),
    weekday_not_before=(
        "times|telegraph|mirror|express|mail|post|herald|tribune|night live|prayers?|sermons?"
    ),
    year_in="in|in the year|the year|in (?:early|mid|late)",
    year_bound=(
        "since|until|till|before|after|during|throughout|through|between|early|mid|late|"
        "fiscal year|circa|ca?\\."
    ),
    year_lead="of|from|by|the|an?|this|that|its|their|his|her|our|whose|\\w{1,30}['’]s?",
    year_ranges=(
        "(?<!\\w)(?i:between) <year> and <year:till>(?!\\w)",
        "(?<!\\w)<year> (?:to|until|till|through) <year:till>(?!\\w)",
    ),
    decades="<decade>['’]?s",
    count_before=(
        "resolutions?|no\\.?|nos\\.?|nr\\.?|numbers?|pages?|pp?\\.|article|articles|section|paragraph|"
        "law|decree|line|room|flight|route|model|channel|version|chapter|verse|at least|at most|"
        "more than|less than|fewer than|over|nearly|almost|up to|some|only|tel\\.?|phone|fax|"
        "box|bus|highway|form|times|another|all|isbn|§"
    ),
    count_after=(
        "(?:more |other |new |armed |foreign )?(?:people|persons?|men|women|children|soldiers|"
        "troops|fighters|civilians|workers|employees|students|prisoners|refugees|families|homes|"
        "houses|buildings|villages|towns|cities|cars|vehicles|tanks|missiles|rockets|drones|"
        "aircraft|ships|pages|words|copies|votes|seats|points|others|dead|deaths|casualties|items|"
        "tons?|tonnes|kg|kilograms?|km|kilomet(?:er|re)s?|miles?|met(?:er|re)s?|feet|hectares|acres|"
        "barrels|litres|liters|dollars|euros|pounds|rubles|roubles|rials|tomans|percent|per cent|"
        "million|billion|hours?|hrs|minutes|seconds|days|weeks|months|years|times|megawatts|MW|"
        "watts|degrees|GMT|UTC|EST|EDT|CET|local time)"
    ),
    part="early|mid|late|(?:the )?(?:beginning|start|middle|end)(?: of)?",
    approximately=(
        "about|around|roughly|approximately|"
        "circa|ca?\\.|some|nearly|almost|more than|less than|over"
    ),
    phrases=(
        Phrase("today", Unit.DAY, 0, vague=True),
        Phrase("(?:earlier|later) today|this (?:morning|afternoon|evening)|tonight", Unit.DAY, 0),
        Phrase("(?<!of\\s)yesterday", Unit.DAY, -1),
        Phrase("the day before yesterday", Unit.DAY, -2),
        Phrase("(?<!of\\s)tomorrow(?!['’]s)", Unit.DAY, 1),
        Phrase("the day after tomorrow", Unit.DAY, 2),
        Phrase("this week", Unit.WEEK, 0),
        Phrase("last week", Unit.WEEK, -1),
        Phrase("next week", Unit.WEEK, 1),
        Phrase("this month", Unit.MONTH, 0),
        Phrase("last month", Unit.MONTH, -1),
        Phrase("next month", Unit.MONTH, 1),
        Phrase("this year", Unit.YEAR, 0),
        Phrase("last year", Unit.YEAR, -1),
        Phrase("next year", Unit.YEAR, 1),
    ),
    phrase_not_after="the|a|an|his|her|its|their|my|our|your|every|each|of the",
    ago="<n> <unit> ago",
    ahead="(?<!time\\s)in <n> <unit>(?! of)",
    coming=(
        "will|shall|won['’]t|(?:is|are|was|were)? ?going to|"
        "(?:is|are) (?:\\w{1,20} )?(?:scheduled|planned|due|expected|set|slated|to)|"
        "(?:scheduled|planned|expected|slated|set) (?:for|to|in|on)|upcoming|forthcoming"
    ),
    unclear=(
        "would|(?:was|were|had been) (?:\\w{1,20} )?(?:scheduled|planned|due|expected|set|slated)|"
        "could|(?-i:may)|might|should"
    ),
    done=(
        "said|told|met|held|signed|announced|arrived|visited|began|started|ended|opened|launched|"
        "called|warned|rejected|approved|agreed|confirmed|reported|killed|died|attacked|fired|flew|"
        "left|returned|spoke|voted|adopted|declared|denied|discussed|condemned|welcomed|urged|"
        "published|released|was|were|took|won|lost|became|made|gave|received|went|came|had|did|"
        "sent|saw|stated|added|wrote|quoted|completed|delivered|carried|decided|ordered|accused|"
        "issued|imposed|lifted|withdrew|resigned|elected|appointed|inaugurated|seized|struck|"
        "reached|hosted|attended|travelled|traveled|joined|pledged|vowed|reaffirmed|concluded"
    ),
    past_form=(
        "\\w{2,20}ed|broke|fell|rose|sold|bought|built|caught|drew|drove|found|fought|got|grew|kept|"
        "knew|led|lost|paid|put|ran|sank|sang|set|shot|shut|slept|spent|stood|taught|thought|threw|"
        "understood|woke|wore|burnt|hit|cut|hurt|felt|dealt|bore|born|chose|drank|ate|forgot|forgave"
    ),
    present="is|are|has|have|remains?|continues?|faces?|seems?|does|do|am",
    clause_break=(
        '[;:()«»“”„"—]|(?<!\\w)(?i:that|which|who|whom|whose|when|while|because|although|though|if|'
        "but|where)(?!\\w)"
    ),
)
