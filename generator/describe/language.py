"""A modest guess at a text's language: from its script, its letters or its most frequent words.

Only where one of these tells; "" is an answer. No identifier is right under five words.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from typing import Final, NamedTuple

from generator.clean.measure import script_of
from generator.model import Basis, Value

#: A text is judged by its first characters.
LOOK: Final = 20_000
#: Fewer letters than this may be a name, in any language.
FEWEST_LETTERS: Final = 20
#: A letter of a language's own that stands in a text only once may be a name's.
FEWEST_TELLING: Final = 2
#: Frequent words make up this share of a text at least, are so many, and lead any other
#: language's by this factor.
SHARE, FEWEST, LEAD = 0.1, 4, 1.25

_UNSURE: Final = Value("", Basis.NOT_STATED)

#: Scripts that one language is mostly written in.
_BY_SCRIPT: Final[Mapping[str, str]] = {
    "Greek": "el",
    "Hebrew": "he",
    "Hangul": "ko",
    "Thai": "th",
    "Georgian": "ka",
    "Armenian": "hy",
    "Khmer": "km",
}

_KANA: Final = "".join(map(chr, (*range(0x3041, 0x3097), *range(0x30A1, 0x30FB))))


class Tell(NamedTuple):
    """Letters by which a language is told where they make up a share of a text's."""

    language: str
    letters: str
    share: float = 0.004


#: By script: the first that tells counts, so a language comes before those whose letters it has
#: too, and one that is not named here ("") before those that it could be taken for. The script's
#: own language, where no letter tells, comes last.
_BY_LETTERS: Final[Mapping[str, tuple[Tell, ...]]] = {
    "Arabic": (
        Tell("ur", "ٹڈڑںےہ"),
        Tell("ps", "ټډړښځڅ"),
        Tell("ckb", "ڵێۆە"),
        Tell("fa", "پچژگکی"),
        Tell("ar", ""),
    ),
    "Cyrillic": (
        Tell("", "әғқңөұүһҷӯ"),
        Tell("be", "ў"),
        Tell("sr", "ђћ"),
        Tell("mk", "ѓќѕ"),
        Tell("uk", "іїє"),
        Tell("ru", "ыэ"),
        Tell("bg", "ъ"),
    ),
    "Han": (Tell("ja", _KANA, 0.05), Tell("zh", "")),
}

#: The words that a language written in Latin letters can hardly do without.
_WORDS: Final[Mapping[str, str]] = {
    "en": """the of and to in that is was for it with as his he on be at by had not are but from
        have they which were this been their has would who will more""",
    "de": """der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch
        es an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über""",
    "fr": """de la le et les des en un du une que est pour qui dans par sur au pas ne se ce il elle
        plus sont avec son aux mais ou ont été cette leur ses""",
    "es": """de la que el en y a los se del las un por con no una su para es al lo como más pero
        sus le ya o este fue ha sí porque esta son entre""",
    "it": """di e che la il un a per in una del della è non sono le con si i da gli al dei nel
        alla più anche come ma lo ha delle dal nella era""",
    "pt": """de a o que e do da em um para é com não uma os no se na por mais as dos como mas foi
        ao das à seu sua ou ser já pelo pela são""",
    "nl": """de van het een en in is dat op te zijn met voor niet aan er die om ook als dan maar
        bij nog uit door over naar ze werd wordt heeft had""",
    "ca": """de la que el i a en els es les del un per amb no una al com més però ha són aquest
        seva pels""",
    "pl": """i w nie na się z że do to jest jak o ale po co za od przez był ich przy tym który
        która ma dla są było jego oraz tylko""",
    "tr": """ve bir bu da de için ile çok olarak daha gibi kadar olan sonra ne ama o en her ki
        değil var yok mi oldu olduğu göre""",
    "sv": """och att det som på är av för inte ett han var från så när eller också efter jag blev
        under hade mycket vad""",
    "da": """og det at er på af ikke et fra når også efter jeg blev nogle mellem hvad meget mig
        uden været sig""",
    "no": """og det at er på av ikke et fra når også etter jeg ble noen mellom hva mye meg uten
        vært seg""",
    "fi": """ja on ei se että oli hän ovat mutta kun myös niin kuin ole jos tai mukaan joka sen
        olla sitä vain jo nyt sekä""",
    "cs": """a se v na je že s z do o to i ve k jako za by ale po od jeho který jsou pro byl která
        jen při nebo však""",
    "sk": """a sa v na je že s z do o to aj k ako za by ale po od jeho ktorý sú pre bol ktorá len
        pri však""",
    "hr": "i u je se na da za su od s o a ne kao što koji iz koje to do po bi ili ali",
    "hu": """a az és hogy nem is egy ez de volt meg csak mint már még ha van el vagy azt ki kell
        lesz sem""",
    "ro": """și de în la a cu pe că nu din o care un mai este pentru să au fost se ca sau prin al
        ale după""",
    "id": """yang dan di dengan untuk dari ini pada itu dalam tidak ke akan oleh juga telah adalah
        ada mereka sebagai bisa""",
    "vi": "và của là các trong cho được có không với một những người đã để này",
}
_FREQUENT: Final = {language: frozenset(words.split()) for language, words in _WORDS.items()}
_LETTER: Final = re.compile(r"[^\W\d_]")
_WORD: Final = re.compile(r"[^\W\d_]+")


def language_of(text: str) -> Value:
    """The BCP 47 tag of a text's language, inferred and why; an empty value where none is likely.

    Only the first 20,000 characters are looked at.
    """
    text = text[:LOOK]
    script = script_of(text)
    if sum(1 for _ in _LETTER.finditer(text)) < FEWEST_LETTERS:
        return _UNSURE
    if script in _BY_SCRIPT:
        return Value(_BY_SCRIPT[script], Basis.INFERRED, "from its script")
    if script in _BY_LETTERS:
        return _inferred(_by_letters(text, script), "from its letters")
    return _inferred(_by_words(text), "from its most frequent words") if script else _UNSURE


def _inferred(language: str, why: str) -> Value:
    return Value(language, Basis.INFERRED, why) if language else _UNSURE


def _by_letters(text: str, script: str) -> str:
    letters = Counter(_LETTER.findall(text.lower()))
    told = (tell for tell in _BY_LETTERS[script] if _tells(tell, letters))
    return next(told, Tell("", "")).language


def _tells(tell: Tell, letters: Counter[str]) -> bool:
    if not tell.letters:
        return True
    found = sum(letters[letter] for letter in tell.letters)
    return found >= max(FEWEST_TELLING, tell.share * letters.total())


def _by_words(text: str) -> str:
    words = Counter(_WORD.findall(text.lower()))
    found = sorted(
        (sum(words[word] for word in frequent), language)
        for language, frequent in _FREQUENT.items()
    )
    (second, _), (first, language) = found[-2:]
    sure = first >= max(FEWEST, SHARE * words.total()) and first >= LEAD * second
    return language if sure else ""
