"""Persian, which counts in two calendars: Gregorian and Solar Hijri.

Relative days and weeks are common to both; "last month" and "last year" are those of the
calendar that Persian is written in daily, the Solar Hijri one.
"""

from __future__ import annotations

from typing import Final

from generator.recognise.dates.calendars import SOLAR_HIJRI
from generator.recognise.dates.lexicon import Lexicon, Phrase, Unit

_SATURDAY: Final = 5
_LAST: Final = "گذشته|پیش|قبل"
_NEXT: Final = "آینده|بعد"
_DONE: Final = (
    "گفت|گفتند|گفته|کرد|کردند|کرده|شد|شدند|شده|بود|بودند|داد|دادند|رفت|رفتند|آمد|آمدند|داشت|داشتند|"
    "رسید|رسیدند|گرفت|گرفتند|یافت|یافتند|خواند|خواندند"
)
_COMING: Final = "خواهد|خواهند|قرار است"
_PRESENT: Final = "است|هستند|دارد|دارند|می"
_CLAUSE_BREAK: Final = '[;:()«»“”"—؛]|(?<!\\w)(?:که|ولی|اما|اگر|وقتی)(?!\\w)'
_YEARS_BY_WORDS: Final = {"سال گذشته": -1, "پارسال": -1, "امسال": 0, "سال جاری": 0, "سال آینده": 1}
_DECADES: Final = "دهه(?: ?های)? <decade>(?: (?:و|تا) <decade:till>)?"
_SOLAR: Final = " (?:هجری )?(?:شمسی|خورشیدی)"
_PART: Final = "(?:در )?(?:اوایل|اواسط|اواخر|آغاز|پایان)(?: (?:ماه|سال))?"

PERSIAN: Final = Lexicon(
    day_first=True,
    bare_years=False,
    week_start=_SATURDAY,
    years=(1600, 2099),
    months={
        **{"ژانویه": 1, "جنوری": 1, "فوریه": 2, "فبروری": 2, "مارس": 3, "مارچ": 3},
        **{"آوریل": 4, "اپریل": 4, "ماه مه": 5, "ماه می": 5, "ژوئن": 6},
        **{"ژوئیه": 7, "ژوییه": 7, "جولای": 7, "اوت": 8, "آگوست": 8, "اگست": 8},
        **{"سپتامبر": 9, "سپتمبر": 9, "اکتبر": 10, "اکتوبر": 10},
        **{"نوامبر": 11, "نومبر": 11, "دسامبر": 12, "دسمبر": 12},
    },
    months_short={"مه": 5},
    weekdays={
        "دوشنبه": 0,
        "سه شنبه": 1,
        "چهارشنبه": 2,
        "پنج شنبه": 3,
        "پنجشنبه": 3,
        "جمعه": 4,
        "شنبه": 5,
        "یک شنبه": 6,
        "یکشنبه": 6,
    },
    seasons={"بهار": 21, "تابستان": 22, "پاییز": 23, "زمستان": 24},
    season_link=" (?:سال )?",
    numbers={
        **{"یک": 1, "دو": 2, "سه": 3, "چهار": 4, "پنج": 5, "شش": 6, "هفت": 7, "هشت": 8, "نه": 9},
        **{"ده": 10, "بیست": 20},
    },
    units={"روز": Unit.DAY, "هفته": Unit.WEEK, "ماه": Unit.MONTH, "سال": Unit.YEAR},
    ordinal="(?:م|ام)?",
    of="(?:ماه )?",
    to="(?: ?[-–—] ?| تا )",
    year_link=" (?:ماه )?(?:سال )?",
    year_mark=" میلادی",
    year_by_words=_YEARS_BY_WORDS,
    month_before="در|از|تا|ماه|در ماه|از ماه|تا ماه",
    last=_LAST,
    next=_NEXT,
    week_by_words={"هفته گذشته": -1, "این هفته": 0, "هفته جاری": 0, "هفته آینده": 1},
    weekday_to="(?: ?[-–—] ?| تا )",
    weekday_not_after="هر|روزهای",
    year_in="سال|در سال|در",
    year_bound="از|از سال|تا|تا سال|پس از|پیش از",
    year_ranges=("(?<!\\w)<year> تا (?:سال )?<year:till>(?!\\w)",),
    decades=f"{_DECADES}(?: میلادی)?",
    count_before="قطعنامه|شماره|صفحه|ماده|بیش از|کمتر از|حدود",
    count_after="(?:نفر|تن|سرباز|کیلومتر|متر|تومان|ریال|دلار|یورو|درصد|میلیون|میلیارد|ساعت|کشته|شلیک)",
    part=_PART,
    approximately="حدود|نزدیک به",
    phrases=(
        Phrase("امروز (?:صبح|عصر)", Unit.DAY, 0),
        Phrase("امروز", Unit.DAY, 0, vague=True),
        Phrase("دیروز", Unit.DAY, -1),
        Phrase("پریروز", Unit.DAY, -2),
        Phrase("فردا", Unit.DAY, 1),
        Phrase("پس ?فردا", Unit.DAY, 2),
        Phrase("این هفته|هفته جاری", Unit.WEEK, 0),
        Phrase("هفته (?:گذشته|پیش|قبل)", Unit.WEEK, -1),
        Phrase("هفته آینده", Unit.WEEK, 1),
    ),
    ago="<n> <unit> (?:پیش|قبل)",
    ahead="<n> <unit> دیگر",
    coming=_COMING,
    done=_DONE,
    present=_PRESENT,
    clause_break=_CLAUSE_BREAK,
)

PERSIAN_SOLAR: Final = Lexicon(
    calendar=SOLAR_HIJRI,
    day_first=True,
    bare_years=False,
    week_start=_SATURDAY,
    years=(1200, 1500),
    months={
        "فروردین": 1,
        "اردیبهشت": 2,
        "خرداد": 3,
        "تیر": 4,
        "مرداد": 5,
        "امرداد": 5,
        "شهریور": 6,
        "مهر": 7,
        "آبان": 8,
        "آذر": 9,
        "دی": 10,
        "بهمن": 11,
        "اسفند": 12,
    },
    weekdays_short=PERSIAN.weekdays,
    ordinal=PERSIAN.ordinal,
    to=PERSIAN.to,
    year_link=PERSIAN.year_link,
    year_mark=_SOLAR,
    year_by_words=_YEARS_BY_WORDS,
    month_after=" ماه",
    last=_LAST,
    next=_NEXT,
    year_in=PERSIAN.year_in,
    year_bound=PERSIAN.year_bound,
    year_ranges=PERSIAN.year_ranges,
    decades=f"{_DECADES}(?:{_SOLAR})?",
    count_before=PERSIAN.count_before,
    count_after=PERSIAN.count_after,
    part=_PART,
    approximately=PERSIAN.approximately,
    phrases=(
        Phrase("این ماه|ماه جاری", Unit.MONTH, 0),
        Phrase("ماه (?:گذشته|پیش|قبل)", Unit.MONTH, -1),
        Phrase("ماه آینده", Unit.MONTH, 1),
        Phrase("امسال|سال جاری", Unit.YEAR, 0),
        Phrase("سال (?:گذشته|پیش|قبل)|پارسال", Unit.YEAR, -1),
        Phrase("سال آینده", Unit.YEAR, 1),
    ),
    phrase_not_after="یک|دو|سه|چهار|پنج|شش|هفت|هشت|نه|ده|\\d{1,4}",
    coming=_COMING,
    done=_DONE,
    present=_PRESENT,
    clause_break=_CLAUSE_BREAK,
)
