"""What is taken from a capture where the record leaves it open: authors, title, date, language."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.clean import assemble, clean
from generator.describe.extracted import authors_in, completed, record_of_capture
from generator.describe.language import LOOK, language_of
from generator.describe.mail import senders, sent
from generator.model import Basis, CaptureFile, Record, Value
from generator.read.plain import read_text
from generator.recognise.dates import find_dates
from tests.strategies import lines

FILE = CaptureFile(Path("captures/kite.txt"), "0" * 64, 1)


def record_of(text: str) -> Record:
    """The record that a capture makes of itself."""
    _, placed = assemble(clean(read_text(text.encode(), FILE.path).parts))
    return completed(record_of_capture(FILE, placed), placed, find_dates)


def authors(record: Record) -> list[str]:
    return [author.text for author in record.authors]


# --- e-mails ---------------------------------------------------------------------------------

BODY = "\n\nThe kites were late, and so was the wind. Nobody on the beach minded."


@pytest.mark.parametrize(
    ("head", "title", "names", "issued"),
    [
        (
            "From: Ida Falk <ida@kites.example>\nTo: all@kites.example\n"
            "Subject: Re: Big kites\nDate: Sun, 3 May 2009 21:14:05 +0100",
            "Re: Big kites",
            ["Ida Falk"],
            "2009-05-03",
        ),
        (
            "Von: Falk, Ida [mailto:ida@kites.example]; Jan Orth <jan@kites.example>\n"
            "Gesendet: Sonntag, 3. Mai 2009 21:14\nAn: Verteiler\nBetreff: AW: Drachen",
            "AW: Drachen",
            ["Falk, Ida", "Jan Orth"],
            "2009-05-03",
        ),
        (
            "De : Ida Falk\nEnvoyé : dimanche 3 mai 2009 21:14\nÀ : tous\nObjet : Les cerfs",
            "Les cerfs",
            ["Ida Falk"],
            "2009-05-03",
        ),
        (
            "От: Ида Фальк <ida@kites.example>\nДата: 3 мая 2009 г., 21:14\nКому: всем\nТема: Змеи",
            "Змеи",
            ["Ида Фальк"],
            "2009-05-03",
        ),
        ("From: Ida Falk\nSubject: Big kites", "Big kites", ["Ida Falk"], ""),
        (
            "Subject: A very\n long tail\nDate: 3 May 2009 21:14\nFrom: ida@kites.example",
            "A very long tail",
            [],
            "2009-05-03",
        ),
    ],
    ids=["english", "german", "french", "russian", "two fields", "folded, without a name"],
)
def test_a_mail_says_who_what_and_when(
    head: str, title: str, names: list[str], issued: str
) -> None:
    body = {"Von": GERMAN, "De ": FRENCH, "От:": RUSSIAN}.get(head[:3], BODY)
    record = record_of(f"{head}\n\n{body}")
    assert (record.title.text, authors(record), record.issued.text) == (title, names, issued)
    assert record.title.basis is Basis.STATED
    assert (record.issued.basis is Basis.STATED) == bool(issued)


@pytest.mark.parametrize(
    ("field", "names"),
    [
        ('"Falk, Ida" <i@k.example>, Jan Orth <j@k.example>', ["Falk, Ida", "Jan Orth"]),
        ("i@k.example (Ida Falk)", ["Ida Falk"]),
        ("i@k.example <i@k.example>", []),
    ],
)
def test_names_beside_addresses(field: str, names: list[str]) -> None:
    assert senders(field) == names


@pytest.mark.parametrize(
    ("field", "day"),
    [
        ("Sun, 3 May 2009 23:59:05 -1100", "2009-05-03"),
        ("3 May 2009 21:14 GMT", "2009-05-03"),
        ("Fri, 31 Feb 2009 10:00:00 +0000", ""),
        ("May 2009", ""),
        ("3 Mai 2009 10:00", ""),
    ],
)
def test_the_day_that_a_mail_was_sent(field: str, day: str) -> None:
    assert sent(field) == day


@given(lines())
def test_any_line_of_a_mails_head_is_read_or_left(line: str) -> None:
    record = record_of(f"From: {line}\nSubject: {line}\nDate: {line}\nTo: {line}{BODY}")
    assert record.title.text
    assert all(author.text for author in record.authors)


# --- articles --------------------------------------------------------------------------------


def test_an_article_says_who_what_and_when() -> None:
    record = record_of(
        "The ferry that waits\nBy Petra Lind and Olle Strand\n4 March 2019\n"
        "For eleven months the ferry has lain at the pier, its engines warm, and nobody boards.\n"
        "The harbour office pays a crew of six for keeping it ready, and the crew plays cards."
    )
    assert record.title.text == "The ferry that waits"
    assert authors(record) == ["Petra Lind", "Olle Strand"]
    assert (record.issued.text, record.language.text) == ("2019-03-04", "en")


def test_a_byline_loses_its_address() -> None:
    assert authors_in("By Petra Lind and Olle Strand, olle@tide.example") == [
        "Petra Lind",
        "Olle Strand",
    ]


def test_the_date_is_read_in_the_language_of_the_text() -> None:
    record = record_of(f"فانوس دریایی خاموش\n۲۶ مرداد ۱۳۹۴\n{PERSIAN}")
    assert (record.issued.text, record.language.text) == ("2015-08-17", "fa")
    assert record.language.basis is Basis.INFERRED


@pytest.mark.parametrize(
    "stated", [Value("de"), Value("", Basis.NOT_STATED, "the page mixes two languages")]
)
def test_what_the_editor_says_of_the_language_stays(stated: Value) -> None:
    _, placed = assemble(clean(read_text(BODY.encode(), FILE.path).parts))
    record = replace(record_of_capture(FILE, placed), language=stated)
    assert completed(record, placed, find_dates).language == stated


# --- languages -------------------------------------------------------------------------------

GERMAN = (
    "Die Drachen kamen zu spät, und auch der Wind ließ auf sich warten. Am Strand war das nicht "
    "schlimm, denn es gab Tee und ein Feuer."
)
FRENCH = (
    "Les voiles sont arrivées en retard, et le vent aussi. Sur la plage, on ne s'en est pas "
    "plaint, car il y avait du thé et un feu dans le sable."
)
RUSSIAN = "Змеи опоздали, и ветер тоже. На пляже это никого не огорчило: были чай и костёр."
PERSIAN = "بادبادک‌ها دیر رسیدند و باد هم دیر آمد. در ساحل چای و آتش بود و کسی گله نکرد."


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The kites were late, and so was the wind. It was no matter, for there was tea."),
        ("de", GERMAN),
        ("fr", FRENCH),
        (
            "es",
            "Las cometas llegaron tarde y el viento también. En la playa no se quejó nadie, "
            "porque había té y una hoguera para los que esperaban.",
        ),
        (
            "it",
            "Gli aquiloni sono arrivati tardi, e anche il vento. Sulla spiaggia non si è "
            "lamentato nessuno, perché c'era il tè e un fuoco per chi aspettava.",
        ),
        (
            "pt",
            "As pipas chegaram tarde e o vento também. Na praia ninguém se queixou, porque "
            "havia chá e uma fogueira para os que não queriam ir embora.",
        ),
        (
            "nl",
            "De vliegers kwamen te laat, en de wind ook. Op het strand was dat niet erg, want "
            "er was thee en een vuur voor wie bleef.",
        ),
        (
            "pl",
            "Latawce przyleciały za późno i wiatr też się spóźnił. Na plaży nikt się nie "
            "skarżył, bo była herbata i ognisko dla tych, którzy czekali.",
        ),
        (
            "tr",
            "Uçurtmalar geç kaldı ve rüzgâr da geç geldi. Sahilde bu kimse için sorun değil, "
            "çünkü çay ve bir ateş var, daha ne olsun.",
        ),
        (
            "sv",
            "Drakarna kom för sent och det gjorde vinden också. På stranden var det inte så "
            "farligt, för där fanns te och en eld att sitta vid efter dagen.",
        ),
        ("ru", RUSSIAN),
        ("uk", "Змії запізнилися, і вітер теж. На пляжі ніхто не скаржився: були чай і вогнище."),
        ("be", "Змеі спазніліся, і вецер таксама. Ніхто не скардзіўся, бо быў чай і вогнішча."),
        ("bg", "Хвърчилата закъсняха, а вятърът също. На плажа никой не се оплака, имаше чай."),
        ("fa", PERSIAN),
        ("fa", "بادبادك‌ها دير رسيدند و باد هم دير آمد، ولی كسی گله نكرد و همه چای خوردند."),
        ("ar", "تأخرت الطائرات الورقية وتأخرت الريح أيضا، ولم يشتك أحد على الشاطئ."),
        ("ur", "پتنگیں دیر سے آئیں اور ہوا بھی دیر سے چلی مگر ساحل پر کسی نے شکایت نہیں کی۔"),
        ("he", "העפיפונים איחרו וגם הרוח איחרה, ואיש על החוף לא התלונן."),
        ("el", "Οι χαρταετοί άργησαν και ο άνεμος επίσης, μα κανείς δεν παραπονέθηκε."),
        ("ko", "연이 늦게 왔고 바람도 늦었지만 바닷가에서는 아무도 불평하지 않았다."),
        ("ja", "凧は遅れて届き、風も遅れたが、浜辺では誰も文句を言わなかった。"),
        ("zh", "风筝来得很晚，风也来得很晚，可是沙滩上没有人抱怨，大家都在喝茶。"),
        ("", "Kites Wind Beach"),
        ("", ""),
        ("", "12.5 % 2019 — 14:00"),
        ("", "Lorem ipsum dolor sit amet consectetur adipiscing elit sed eiusmod tempor magna."),
        ("", "Батпырауықтар кешігіп келді, жел де кешікті, бірақ ешкім ренжімеді."),
    ],
)
def test_a_language_is_told(language: str, text: str) -> None:
    assert language_of(text).text == language


def test_a_guess_says_where_it_comes_from() -> None:
    assert language_of(PERSIAN) == Value("fa", Basis.INFERRED, "from its letters")
    assert language_of(GERMAN) == Value("de", Basis.INFERRED, "from its most frequent words")
    assert language_of("Kites") == Value("", Basis.NOT_STATED)


def test_a_name_in_another_alphabet_changes_nothing() -> None:
    assert language_of(f"{RUSSIAN * 3} Їжак").text == "ru"
    assert language_of(f"{GERMAN} Змеи 凧").text == "de"


@given(st.text(max_size=400))
def test_a_language_is_named_with_a_reason_or_not_at_all(text: str) -> None:
    found = language_of(text)
    assert (found.basis, bool(found.why)) in {(Basis.INFERRED, True), (Basis.NOT_STATED, False)}
    assert bool(found) == bool(found.why)


@given(st.text(max_size=40))
def test_only_the_beginning_counts(text: str) -> None:
    beginning = (GERMAN * 200)[:LOOK]
    assert language_of(beginning + text) == language_of(beginning)
