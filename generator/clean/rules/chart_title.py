"""Titles of charts that were not copied along: they look like headings, and head nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from generator.clean.page import Claim, Page
from generator.model import Fate

LONGEST: Final = 18

_WORD: Final = re.compile(
    r"""\b(?:
    average|mean|median|total|number\sof|gdp|gnp|cpi|growth|rates?|index|share|exports?|imports?
    |inflation|unemployment|production|output|population|per\scapita|per\scent|percent(?:age)?
    |capacity|volume|prices?|spending|revenue|value|area|trade|change|billions?|millions?|thousands?|bn|mln|usd
    |durchschnitt\w*|anzahl|bip|wachstum|anteil|quote|prozent|milliarden|millionen
    |arbeitslosigkeit|ausfuhr|einfuhr
    |moyenne|nombre\sde|pib|croissance|taux|part|milliards|chômage
    |promedio|número\sde|crecimiento|tasa|desempleo|porcentaje|miles\sde\smillones
    |среднее|число|ввп|рост|доля|процент\w*|млрд|млн|инфляция|экспорт|импорт
    |میانگین|تعداد|تولید\sناخالص|رشد|نرخ|سهم|درصد|میلیارد|میلیون|تورم|صادرات|واردات
    |متوسط|عدد|الناتج|نمو|معدل|نسبة
    )\b|%""",
    re.IGNORECASE | re.VERBOSE,
)
_OPENS: Final = re.compile(
    r"""(?:
    chart|graph|graphic|figure|fig\.|table|infographic|map|grafik|diagramm|abbildung|abb\.|tabelle
    |schaubild|karte|graphique|tableau|infographie|gráfico|tabla|figura|график|диаграмма|таблица
    |рис\.|рисунок|نمودار|جدول|شکل|رسم\sبياني|图|表|図
    )\s?\d{0,3}\s?[.:：|—–-]""",
    re.IGNORECASE | re.VERBOSE,
)
#: "Source, country: what is measured".
_MEASURED: Final = re.compile(r"[^:]{2,60}:\s(?P<what>[^:]{3,80})")
_YEARS: Final = re.compile(r"\b(?:1[89]|20)\d\d\s?[-–—]\s?(?:(?:1[89]|20)?\d\d)\b")
_UNIT: Final = re.compile(r"\([^()]{1,30}\)$")


def chart_title(page: Page) -> Iterator[Claim]:
    """A short unfinished line in the text that names what was measured."""
    for index, passage in page.open(page.core):
        if passage.words <= LONGEST and not passage.ends and _names_measure(passage.text):
            yield Claim(index, Fate.CAPTION, "chart-title")


def _names_measure(text: str) -> bool:
    if _OPENS.match(text):
        return True
    years, measured = _YEARS.search(text[-200:]), _MEASURED.fullmatch(text)
    if measured:
        return bool(years or _WORD.search(measured["what"]))
    return bool((years or _UNIT.search(text[-200:])) and _WORD.search(text[:200]))
