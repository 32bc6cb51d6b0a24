"""Who made a picture or supplied a report: the forms in which texts say so."""

from __future__ import annotations

import re
from typing import Final

from generator.clean.names import are_names

#: News and picture agencies, as credits name them.
AGENCIES: Final = (
    r"AP|A\.P\.|AFP|EPA|UPI|PA|DPA|dpa|APA|SDA|Keystone|ANSA|EFE|Europa Press|Lusa|Belga|ANP|Ritzau"
    r"|TT|NTB|STT|PAP|CTK|ČTK|MTI|TASS|ITAR-TASS|Interfax|RIA|RIA Novosti|Sputnik|ТАСС|ИТАР-ТАСС"
    r"|РИА Новости|Интерфакс|УНИАН|Укринформ|Xinhua|Kyodo|Jiji|Yonhap|PTI|ANI|IANS|IRNA|ISNA|WANA"
    r"|Fars|Tasnim|Mehr|ILNA|SANA|WAFA|SPA|KUNA|Anadolu|AA|Reuters|REUTERS|Bloomberg|Getty"
    r"|Getty Images|AP Photo|Associated Press|The Associated Press|Agence France-Presse"
    r"|Canadian Press|The Canadian Press|Shutterstock|iStock|iStockphoto|Alamy|Unsplash|Pixabay"
    r"|Pexels|Flickr|Wikimedia(?: Commons)?|imago|Imago|picture[ -]alliance|Corbis|ZUMA|Sipa|SIPA"
    r"|NurPhoto|Handout|HANDOUT|Pool|POOL|رویترز|ایرنا|ایسنا|تسنیم|خبرگزاری \w+|رويترز|أ ف ب"
    r"|فرانس برس|الأناضول"
)
_AGENCY: Final = re.compile(rf"(?<!\w)(?:{AGENCIES})(?!\w)")

#: Words that announce a picture's maker.
_MAKER: Final = (
    r"photo(?:graph)?s?|foto(?:s|graf(?:ie|in)?)?|image|images|picture|pictures|credits?|crédits?"
    r"|bild(?:er)?|bildquelle|fotocredit|quelle|illustration|grafik|imagen|fotografía|foto de"
    r"|fotografie di|crédito|créditos|crédit photo|crédits photos?|photo credits?|image credits?"
    r"|photo courtesy|image courtesy|picture credit|courtesy"
    r"|фото|фотография|иллюстрация|изображение"
    r"|عکس|عکاس|تصویر|صورة|تصوير|الصورة|摄影|图片|图|写真|撮影|사진"
)
#: "Photo: A. Name", "(credit: AGENCY)", "© Name": nothing but who made the picture.
_ONLY: Final = re.compile(
    rf"(?:[(\[*•|/\s]*(?:{_MAKER})(?:\s(?:by|courtesy of|credits?|von|de|par|via))?\s*[:=/|]\s*\S"
    rf"|[(\[*•|/\s]*(?:photo(?:graph)?s?|image|picture|illustration)s? (?:by|courtesy|via)\s+\S"
    r"|[(\[]?\s*©\s*\D)",
    re.IGNORECASE,
)
#: Where pictures come from, if not from somebody with a name.
_OWNER: Final = re.compile(
    r"/|\b(?:archive|archiv|archivo|author|courtesy|private|privat|own|handout|supplied|collection"
    r"|office|museum|library|getty)|архив|آرشیو|أرشيف",
    re.IGNORECASE,
)
_BRACKET: Final = re.compile(r"[(\[（]((?:[^()\[\]（）]|\([^()]*\)){2,120})[)\]）]\s*$")
_IN_BRACKET: Final = re.compile(
    rf"\s*(?:(?:{_MAKER})\b|©|via\b|file\b|archiv|archive\b|handout\b|courtesy\b)", re.IGNORECASE
)
#: A credit at the end without brackets: "... said. AGENCY/A. Name", "... | Foto: Name".
_TAIL: Final = re.compile(
    rf"(?:(?:^|[\s|.…])(?:{_MAKER})(?: by| credits?| courtesy of)?\s?[:/…]\.{{0,2}}\s?[^:.]{{2,70}}"
    rf"|(?:^|\s)(?:{AGENCIES})\s?/\s?[^.]{{2,70}}"
    rf"|/\s?(?:{AGENCIES})(?: file| pool| photo)?"
    rf"|[.…|]\s*(?:{_MAKER})\s(?:из|from|aus|de|by|von|par|courtesy)\s[^.]{{2,50}}"
    r"|(?:^|\s)(?:submitted|courtesy|contributed|staff|file|handout) (?:photo|image|picture)"
    r"|[.|]\s*(?:\S+ ){0,4}(?:Getty Images|AP Photo|via REUTERS|via AP)"
    r"|[\s.|]©\s?[^.]{2,60})\s*$",
    re.IGNORECASE,
)
#: The same where a page's markup set the credit apart: "... in July.Credit: A. Name".
_GLUED: Final = re.compile(
    r"(?<=[^\W\d_A-Z]|[.!?”’\"')])(?:Photo |Image )?(?:Credit|Photo|Foto)(?:Credit|s)?"
    r"(?:\s?:|…|\.{3})\s?\S.{1,70}$"
    r"|(?<=[^\W\d_A-Z]|[.!?”’\"')])Credit(?=Credit)\S.{1,70}$"
)
_NAME_SLASH_NAME: Final = re.compile(
    r"[^\W\d_][\w.’'-]*(?: [^\W\d_][\w.’'-]*){0,4} ?/ ?[^\W\d_][\w.’' -]*"
)
_TAIL_LENGTH: Final = 200
_REPORT_LENGTH: Final = 400

#: Who reported and edited: the last words of a report.
_REPORTED: Final = re.compile(
    r"""[(\[*•—–\s-]*(?:
    (?:with\s)?(?:additional\s)?reporting\sby\b|additional\sreporting\b|edit(?:ed|ing)\sby\b
    |with\sreporting\sfrom\b
    )""",
    re.IGNORECASE | re.VERBOSE,
)
#: The same in words that a sentence of the report may begin with.
_REPORTED_SHORTLY: Final = re.compile(
    r"""[(\[*•—–\s-]*(?:
    with\s(?:additional\s)?(?:material|files|contributions|inputs?|information)\s(?:by|from)\b
    |with\s(?:\w+\s){0,3}wires?\b|compiled\s(?:by|from)\b|translat(?:ed|ion)\sby\b
    |some\sinformation\s(?:for|in)\sthis\s(?:report|story|article)\b
    |[^.]{2,100}\scontributed\sto\sthis\s(?:report|story|article)\b
    |based\son\s(?:reporting|reports|a\sreport)\s(?:by|from)\b
    |mit\s(?:material|informationen|inhalten)\sv(?:on|om)\b|mit\sagentur
    |avec\s(?:l[’']?\s?)?(?:AFP|agences?|Reuters|AP)\b|traduit\s(?:de|par)\b
    |con\sinformación\sde\b|redacción\s?/|com\sinformações\sd[aeo]s?\b
    |по\sматериалам\b|перевод[^.:]{0,30}:|с\sиспользованием\sматериалов
    |با\sاستفاده\sاز\sگزارش|ترجمه\s?:|ترجمة\s?:
    )""",
    re.IGNORECASE | re.VERBOSE,
)
#: Up to how many words a line that begins so is nothing but a credit.
_SHORTLY: Final = 18
#: Where a text was taken over from.
_TAKEN: Final = re.compile(
    r"""[(\[*•—–\s-]*(?:
        sources?\s?[:=]|via\s?:|quellen?\s?:|fuentes?\s?:|fontes?\s?:|fonti?\s?:|agencias\s*$
        |источники?\s?:|منبع\s?:|منابع\s?:|المصدر\s?:|المصادر\s?:|来源[:：]|出典[:：]|출처\s?:
    )""",
    re.IGNORECASE | re.VERBOSE,
)
_JOINERS: Final = re.compile(
    r"(?:\b(?:and|und|et|y|e|и|with|mit|avec|the|via|from|news|agency)\b|[\s,;/|&()\[\]*•—–.-])*"
)


def picture_credit(text: str) -> bool:
    """Whether a line is nothing but the credit of a picture."""
    if len(text) > _TAIL_LENGTH:
        return False
    opens = _ONLY.match(text)
    if opens and len(text.split()) <= 16:
        maker = text[opens.end() - 1 :].strip(" ()[]*|.")
        return are_names(maker) or bool(_AGENCY.search(maker) or _OWNER.search(maker))
    return _is_names(text)


def _is_names(text: str) -> bool:
    """ "A. Name/AGENCY", "A. Name | AGENCY", "(AGENCY)"."""
    if len(text.split()) > 8:
        return False
    divided = "/" in text or "|" in text or text.startswith(("(", "["))
    return bool(_NAME_SLASH_NAME.fullmatch(text) or (divided and _AGENCY.search(text)))


def ending_credit(text: str) -> str:
    """The credit that a caption ends with, or an empty string."""
    if text.endswith((".", "!", "?", "”", '"')):
        return ""
    end = text[-_TAIL_LENGTH:]
    bracket = _BRACKET.search(end)
    if bracket and _names_maker(bracket[1], end[: bracket.start()].rstrip()):
        return bracket[0]
    tail = _GLUED.search(end) or _TAIL.search(end)
    return tail[0] if tail else ""


def _names_maker(inside: str, before: str) -> bool:
    """Whether what stands in brackets is a credit: "photo: ...", "AGENCY", or, where no sentence
    ends before it, "A. Name/Paper"."""
    if _IN_BRACKET.match(inside) or _AGENCY.search(inside):
        return True
    return before[-1:].isalnum() and bool(_NAME_SLASH_NAME.fullmatch(inside))


def reported_by(text: str) -> bool:
    """Whether a line says who reported, edited or translated the text."""
    if len(text) > _REPORT_LENGTH:
        return False
    return bool(
        _REPORTED.match(text) or (_REPORTED_SHORTLY.match(text) and len(text.split()) <= _SHORTLY)
    )


def taken_from(text: str) -> bool:
    """Whether a line says nothing but where the text comes from."""
    return len(text) <= _REPORT_LENGTH and (bool(_TAKEN.match(text)) or only_agencies(text))


def only_agencies(text: str) -> bool:
    """Whether a line is nothing but names of agencies."""
    if len(text) > 100 or not _AGENCY.search(text):
        return False
    return bool(_JOINERS.fullmatch(_AGENCY.sub(" ", text)))
