"""French."""

from __future__ import annotations

from typing import Final

from generator.recognise.dates.lexicon import Lexicon, Phrase, Unit

_LAST: Final = "derni[eè]re?|passée?"
_NEXT: Final = "prochaine?"

FRENCH: Final = Lexicon(
    day_first=True,
    months={
        "janvier": 1,
        "février": 2,
        "mars": 3,
        "avril": 4,
        "mai": 5,
        "juin": 6,
        "juillet": 7,
        "août": 8,
        "aout": 8,
        "septembre": 9,
        "octobre": 10,
        "novembre": 11,
        "décembre": 12,
    },
    months_short={
        "janv": 1,
        "févr": 2,
        "avr": 4,
        "juil": 7,
        "sept": 9,
        "oct": 10,
        "nov": 11,
        "déc": 12,
    },
    weekdays={
        "lundi": 0,
        "mardi": 1,
        "mercredi": 2,
        "jeudi": 3,
        "vendredi": 4,
        "samedi": 5,
        "dimanche": 6,
    },
    seasons={"printemps": 21, "été": 22, "automne": 23, "hiver": 24},
    season_link=" (?:de )?",
    numbers={
        **{"un": 1, "une": 1, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6},
        **{"sept": 7, "huit": 8, "neuf": 9, "dix": 10, "onze": 11, "douze": 12, "vingt": 20},
    },
    units={
        **{"jour": Unit.DAY, "jours": Unit.DAY, "semaine": Unit.WEEK, "semaines": Unit.WEEK},
        **{"mois": Unit.MONTH, "an": Unit.YEAR, "ans": Unit.YEAR, "année": Unit.YEAR},
        "années": Unit.YEAR,
    },
    ordinal="(?:er)?",
    to="(?: ?[-–—] ?| (?:au|à) )",
    year_link=" (?:de )?",
    year_by_words={
        **{"l'an dernier": -1, "l'an passé": -1, "l'année dernière": -1, "l'année passée": -1},
        **{"cette année": 0, "l'an prochain": 1, "l'année prochaine": 1},
    },
    month_before="en|depuis|dès|jusqu['’]en|courant|depuis le mois de|au mois de|au mois d['’]",
    last=_LAST,
    next=_NEXT,
    weekday_to="(?: ?[-–—] ?| (?:à|au) )",
    weekday_not_after="le|les|chaque|tous les|un|du",
    weekday_not_before="(?:saint|noir|gras)",
    year_in="en|l['’]an|l['’]année|d['’]année",
    year_bound=(
        "depuis|dès|jusqu['’]en|jusqu['’]à|d['’]ici|d['’]ici à|avant|après|vers|entre|"
        "début|mi|fin|fin de|à partir de|exercice"
    ),
    year_lead="de|le|la|les|un|une|ce|cette|son|sa|leur",
    year_ranges=(
        "(?<!\\w)(?i:entre) <year> et <year:till>(?!\\w)",
        "(?<!\\w)<year> à <year:till>(?!\\w)",
    ),
    decades="années <decade>",
    count_before=(
        "résolutions?|n[o°]|numéro|pages?|pp?\\.|article|alinéa|loi|décret|ligne|chambre|vol|route|"
        "modèle|chaîne|version|chapitre|au moins|au plus|plus de|moins de|près de|presque|"
        "jusqu['’]à|quelque|quelques|seulement|tél\\.?|téléphone|fax|bus|boîte|les autres|isbn|§"
    ),
    count_after=(
        "(?:autres |nouveaux |nouvelles )?(?:personnes?|hommes|femmes|enfants|soldats|militaires|"
        "combattants|civils|ouvriers|employés|étudiants|prisonniers|réfugiés|familles|maisons|"
        "logements|villages|villes|voitures|véhicules|chars|missiles|roquettes|drones|avions|"
        "navires|pages|mots|exemplaires|voix|sièges|morts|victimes|tonnes|kg|kilos?|km|kilomètres|"
        "mètres|miles|hectares|barils|litres|dollars|euros|roubles|rials|pour cent|millions?|"
        "milliards?|heures|minutes|secondes|jours|semaines|mois|ans|années|fois|mégawatts|degrés)"
    ),
    part="début|mi|fin|(?:au |le )?(?:début|milieu) (?:de |d['’])?|(?:à )?la fin (?:de |d['’])?",
    approximately="vers|environ|autour (?:de|du)|aux alentours (?:de|du)|près de|plus de",
    phrases=(
        Phrase("aujourd['’]hui", Unit.DAY, 0, vague=True),
        Phrase("ce (?:matin|soir)|cet après-midi", Unit.DAY, 0),
        Phrase("hier", Unit.DAY, -1),
        Phrase("avant-hier", Unit.DAY, -2),
        Phrase("demain", Unit.DAY, 1),
        Phrase("après-demain", Unit.DAY, 2),
        Phrase("cette semaine", Unit.WEEK, 0),
        Phrase("la semaine (?:dernière|passée)", Unit.WEEK, -1),
        Phrase("la semaine prochaine", Unit.WEEK, 1),
        Phrase("ce mois(?:-ci)?", Unit.MONTH, 0),
        Phrase("le mois (?:dernier|passé)", Unit.MONTH, -1),
        Phrase("le mois prochain", Unit.MONTH, 1),
        Phrase("cette année", Unit.YEAR, 0),
        Phrase("l['’](?:an dernier|an passé|année dernière|année passée)", Unit.YEAR, -1),
        Phrase("l['’](?:an prochain|année prochaine)", Unit.YEAR, 1),
    ),
    phrase_not_after="d['’]",
    ago="il y a <n> <unit>",
    ahead="dans <n> <unit>",
    coming=(
        "aur(?:a|ont)|ser(?:a|ont)|ir(?:a|ont)|fer(?:a|ont)|viendr(?:a|ont)|tiendr(?:a|ont)|"
        "pourr(?:a|ont)|devr(?:a|ont)|\\w{3,20}er(?:a|ont)|\\w{3,20}ir(?:a|ont)|va|vont|"
        "prévue?s?|programmée?s?"
    ),
    unclear="serai(?:t|ent)|aurai(?:t|ent)|devai(?:t|ent)|devrai(?:t|ent)|pourrai(?:t|ent)",
    done=(
        "a|ont|avai(?:t|ent)|étai(?:t|ent)|fut|furent|déclaré|dit|signé|annoncé|rencontré|arrivée?s?|"
        "commencé|tenu|tenue|ouvert|publié|adopté|confirmé|approuvé|rejeté|tué|tuée?s|née?s?"
    ),
    past_form="\\w{2,20}(?:aient|ait|èrent|irent|urent)|\\w{3,20}ée?s?",
    present="est|sont|reste|restent|fait|font",
    clause_break='[;:()«»“”"—]|(?<!\\w)(?i:que|qui|dont|où|quand|lorsque|tandis|parce|mais|si)(?!\\w)',
)
