"""German."""

from __future__ import annotations

from typing import Final

from generator.recognise.dates.lexicon import Lexicon, Phrase, Unit

_WEEKDAYS: Final = {
    "montag": 0,
    "dienstag": 1,
    "mittwoch": 2,
    "donnerstag": 3,
    "freitag": 4,
    "samstag": 5,
    "sonnabend": 5,
    "sonntag": 6,
}
_TIMES: Final = ("", "morgen", "vormittag", "mittag", "nachmittag", "abend", "nacht")
_LAST: Final = "letzte[nrms]?|vergangene[nrms]?|vorige[nrms]?"
_NEXT: Final = "nächste[nrms]?|kommende[nrms]?"
_THIS: Final = "diese[nrms]?"

GERMAN: Final = Lexicon(
    capitals=True,
    day_first=True,
    months={
        "januar": 1,
        "jänner": 1,
        "februar": 2,
        "märz": 3,
        "april": 4,
        "mai": 5,
        "juni": 6,
        "juli": 7,
        "august": 8,
        "september": 9,
        "oktober": 10,
        "november": 11,
        "dezember": 12,
    },
    months_short={
        "jan": 1,
        "feb": 2,
        "mär": 3,
        "apr": 4,
        "jun": 6,
        "jul": 7,
        "aug": 8,
        "sept": 9,
        "sep": 9,
        "okt": 10,
        "nov": 11,
        "dez": 12,
    },
    weekdays={day + time: number for day, number in _WEEKDAYS.items() for time in _TIMES},
    weekdays_short={"mo": 0, "di": 1, "mi": 2, "do": 3, "fr": 4, "sa": 5, "so": 6},
    seasons={"frühling": 21, "frühjahr": 21, "sommer": 22, "herbst": 23, "winter": 24},
    season_link=" (?:des Jahres )?",
    numbers={
        **{"ein": 1, "eine": 1, "einem": 1, "einer": 1, "einen": 1},
        **{"zwei": 2, "drei": 3, "vier": 4, "fünf": 5, "sechs": 6, "sieben": 7, "acht": 8},
        **{"neun": 9, "zehn": 10, "elf": 11, "zwölf": 12, "zwanzig": 20},
    },
    units={
        **{"tag": Unit.DAY, "tage": Unit.DAY, "tagen": Unit.DAY},
        **{"woche": Unit.WEEK, "wochen": Unit.WEEK},
        **{"monat": Unit.MONTH, "monate": Unit.MONTH, "monaten": Unit.MONTH},
        **{"jahr": Unit.YEAR, "jahre": Unit.YEAR, "jahren": Unit.YEAR},
    },
    weekday_link=",? (?:de[nmr] )?",
    ordinal="\\.?",
    to="(?: ?[-–—] ?| bis (?:zum )?)",
    year_link=" (?:des Jahres )?",
    year_by_words={
        **{"letzten jahres": -1, "vergangenen jahres": -1, "vorigen jahres": -1},
        **{"dieses jahres": 0, "nächsten jahres": 1, "kommenden jahres": 1},
    },
    month_before="im|im Monat|seit|seit dem|bis|ab|von|vom",
    dotted_before="am|vom|zum|bis zum|seit dem",
    last=_LAST,
    next=_NEXT,
    this=_THIS,
    week_by_words={"letzter woche": -1, "vergangener woche": -1, "dieser woche": 0},
    weekday_to="(?: ?[-–—] ?| bis )",
    weekday_not_after="jede[nrms]?|eine[nrms]?|kein(?:en|em)?",
    weekday_not_before="(?:s?zeitung|s?gebete?)",
    year_in="im Jahre?|in|in den Jahren|Jahre?",
    year_bound=(
        "seit|seit dem Jahr|bis|bis zum Jahr|ab|vor|nach|des Jahres|zwischen|Anfang|Mitte|"
        "Ende|gegen Ende|Geschäftsjahr|ca\\."
    ),
    year_lead="von|vom|de[rsnm]|die|das|eine[mnrs]?|ihr(?:e[mnrs]?)?|sein(?:e[mnrs]?)?",
    year_ranges=(
        "(?<!\\w)(?i:zwischen) <year> und <year:till>(?!\\w)",
        "(?<!\\w)<year> bis <year:till>(?!\\w)",
    ),
    decades="<decade>er(?:(?: |-)Jahren?)?",
    count_before=(
        "Resolution|Nr\\.?|Nummer|Seiten?|S\\.|Artikel|Art\\.|Absatz|Gesetz|Zeile|Zimmer|Flug|"
        "Modell|Kanal|Version|Kapitel|mindestens|höchstens|mehr als|weniger als|über|fast|beinahe|"
        "bis zu|rund|nur|Tel\\.?|Telefon|Fax|Postfach|Linie|PLZ|ISBN|§"
    ),
    count_after=(
        "(?:weitere |neue )?(?:Menschen|Personen|Leute|Männer|Frauen|Kinder|Soldaten|Kämpfer|"
        "Zivilisten|Arbeiter|Beschäftigte|Mitarbeiter|Studenten|Häftlinge|Flüchtlinge|Familien|"
        "Häuser|Wohnungen|Dörfer|Städte|Autos|Fahrzeuge|Panzer|Raketen|Drohnen|Flugzeuge|Schiffe|"
        "Seiten|Wörter|Stimmen|Sitze|Tote|Opfer|Tonnen|kg|Kilogramm|km|Kilometern?|Metern?|Meilen|"
        "Hektar|Barrel|Liter|Dollar|Euro|Rubel|Rial|Prozent|Millionen|Milliarden|Uhr|Stunden|"
        "Minuten|Sekunden|Tagen?|Wochen|Monaten?|Jahren?|Mal|Megawatt|Watt|Grad)"
    ),
    part="Anfang|Mitte|Ende|(?:zu )?Beginn|Anfang des Jahres|Ende des Jahres",
    approximately="etwa|ungefähr|circa|ca\\.|um|gegen|rund|fast|mehr als",
    phrases=(
        Phrase("heute (?:Morgen|Vormittag|Mittag|Nachmittag|Abend|früh)", Unit.DAY, 0),
        Phrase("heute", Unit.DAY, 0, vague=True),
        Phrase("gestern", Unit.DAY, -1),
        Phrase("vorgestern", Unit.DAY, -2),
        Phrase("morgen", Unit.DAY, 1),
        Phrase("übermorgen", Unit.DAY, 2),
        Phrase("diese[rn]? Woche", Unit.WEEK, 0),
        Phrase(f"(?:{_LAST}) Woche", Unit.WEEK, -1),
        Phrase(f"(?:{_NEXT}) Woche", Unit.WEEK, 1),
        Phrase("diese[ns]s? Monats?", Unit.MONTH, 0),
        Phrase(f"(?:{_LAST}) Monats?", Unit.MONTH, -1),
        Phrase(f"(?:{_NEXT}) Monats?", Unit.MONTH, 1),
        Phrase("diese[sm] Jahr(?:es)?|heuer", Unit.YEAR, 0),
        Phrase(f"(?:{_LAST}) Jahr(?:es)?|im Vorjahr", Unit.YEAR, -1),
        Phrase(f"(?:{_NEXT}) Jahr(?:es)?", Unit.YEAR, 1),
    ),
    phrase_not_after="guten|jeden|seine[nmrs]?|ihre[nmrs]?|heute|gestern",
    ago="vor <n> <unit>",
    ahead="in <n> <unit>",
    coming=(
        "wird|werden|soll|sollen|geplant\\w{0,2}|vorgesehen\\w{0,2}|angesetzt\\w{0,2}|"
        "bevorstehende[nrms]?"
    ),
    unclear="würden?|sollten?|könnten?|dürften?",
    done=(
        "sagten?|erklärten?|traf|trafen|teilten?|unterzeichneten?|kündigten?|verkündeten?|begann|"
        "begannen|reisten?|wurden?|waren?|hatten?|gab|gaben|kam|kamen|ging|gingen|fand|fanden|"
        "berichteten?|beschlossen?|beschloss|stimmten?|starb|starben|eröffneten?|endeten?|"
        "gesagt|unterzeichnet|erklärt|angekündigt|mitgeteilt|getroffen|begonnen|beschlossen|"
        "eröffnet|veröffentlicht|angekommen|eingetroffen|gestorben"
    ),
    past_form="ge\\w{3,20}(?:t|en)|\\w{3,20}te[nt]?|\\w{0,8}(?:brach|fiel|stieg|sank|schloss|zog|lag|stand|ließ|rief|lief|schrieb)(?:en)?",
    present="ist|sind|hat|haben|bleibt|bleiben|gibt",
    clause_break='[;:()«»“”„"—]|(?<!\\w)(?i:dass|die|der|welche[rs]?|wenn|während|weil|obwohl|aber)(?!\\w)',
)
