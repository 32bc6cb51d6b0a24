"""Whether a line is nothing but a date, in the languages that captures come in.

Only a yes or no: what the date is, and where it comes from, is for another stage to say.
"""

from __future__ import annotations

import re
from typing import Final

_MONTHS: Final = """
    january february march april may june july august september october november december
    jan feb mar apr jun jul aug sep sept oct nov dec
    januar februar märz jänner mai juni juli oktober dezember mär okt dez
    janvier février mars avril juin juillet août septembre octobre novembre décembre janv févr
    avr juil déc
    enero febrero marzo abril mayo junio julio agosto septiembre setiembre octubre noviembre
    diciembre ene abr ago dic
    janeiro fevereiro março maio junho julho setembro outubro dezembro fev set out
    gennaio febbraio aprile maggio giugno luglio settembre ottobre dicembre gen mag giu lug ott
    января февраля марта апреля мая июня июля августа сентября октября ноября декабря
    январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь
    янв фев мар апр июн июл авг сен сент окт ноя дек
    січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня
    فروردین اردیبهشت خرداد تیر مرداد شهریور مهر آبان آذر دی بهمن اسفند
    ژانویه فوریه مارس آوریل مه ژوئن ژوئیه اوت سپتامبر اکتبر نوامبر دسامبر
    يناير فبراير أبريل إبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر
    كانون شباط آذار نيسان أيار حزيران تموز آب أيلول تشرين
    januari februari maart mei augustus oktober maret agustus desember juni juli
    stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada
    grudnia
    ledna února března dubna května června července srpna září října listopadu prosince
    जनवरी फरवरी फ़रवरी मार्च अप्रैल मई जून जुलाई अगस्त सितंबर सितम्बर अक्टूबर अक्तूबर नवंबर
    नवम्बर दिसंबर दिसम्बर
    spring summer autumn fall winter frühling frühjahr sommer herbst printemps été automne hiver
    primavera verano otoño invierno весна лето осень зима بهار تابستان پاییز زمستان
    ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık
"""
_WEEKDAYS: Final = """
    monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri
    sat sun
    montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag mo di mi do fr sa so
    lundi mardi mercredi jeudi vendredi samedi dimanche lunes martes miércoles jueves viernes
    sábado domingo
    segunda terça quarta quinta sexta feira lunedì martedì mercoledì giovedì venerdì sabato
    domenica
    понедельник вторник среда четверг пятница суббота воскресенье пн вт ср чт пт сб вс
    شنبه یکشنبه دوشنبه سه چهارشنبه پنجشنبه جمعه یک دو چهار پنج
    सोमवार मंगलवार बुधवार गुरुवार शुक्रवार शनिवार रविवार
    السبت الأحد الاثنين الإثنين الثلاثاء الأربعاء الخميس الجمعة
"""
_AROUND: Final = """
    published publish posted post updated update last modified created issued date dated time
    first on at the of in
    am pm a m p noon midnight gmt utc bst est edt et cst cdt ct mst pst pdt pt cet cest msk ist
    aest h hrs hours
    reading read lesedauer lesezeit minuten lecture lectura
    t z st nd rd th ago hour minute minutes min mins day days edition
    veröffentlicht erschienen publiziert aktualisiert stand am um uhr vom den der zuletzt
    geändert datum
    publié publiée mis mise jour à le la modifié date heure heures et er
    publicado publicada actualizado actualizada fecha a las el de del hora horas h última
    actualización
    atualizado em às pubblicato aggiornato il alle ore
    опубликовано обновлено дата публикации изменено в г года год мск время
    تاریخ انتشار ساعت روز سال کد بروزرسانی به روز رسانی در
    نشر تاريخ النشر آخر تحديث الساعة م ص بتاريخ في هـ
    年 月 日 时 時 分 点 午前 午後 上午 下午 発行 更新
    发布时间 发表于 公開 公開日 更新日 입력 수정 기사입력
"""
_MONTH_WORDS: Final = frozenset(_MONTHS.split())
_DATE_WORDS: Final = _MONTH_WORDS | frozenset((_WEEKDAYS + _AROUND).split())

#: Words may hold vowel signs, which are no letters to the pattern language.
_TOKEN: Final = re.compile(r"\d+|[^\s\d.,:;/|()\[\]{}<>+*•·=_\"'«»“”„،؛–—\-…@&#~\u200c]+")
_NUMERIC: Final = re.compile(
    r"(?<![\d-])\d{1,4}\s?[./\-年]\s?\d{1,2}\s?[./\-月]\s?\d{1,4}(?![\d-])"
)
_YEAR: Final = re.compile(r"(?<!\d)(?:1[3-9]|20)\d\d(?!\d)")
_LONGEST: Final = 120


def only_date(text: str) -> bool:
    """Whether a line is a date and what goes with it: a weekday, a time, "published", "updated"."""
    return len(text) <= _LONGEST and has_date(text) and not beside_date(text)


def has_date(text: str) -> bool:
    """Whether a short line has a day or a month of a year in it."""
    text = text[: 2 * _LONGEST]
    if _NUMERIC.search(text):
        return True
    words = {token.casefold() for token in _TOKEN.findall(text)}
    numbers = [word for word in words if word.isdecimal()]
    return bool(words & _MONTH_WORDS and (_YEAR.search(text) or numbers))


def beside_date(text: str) -> list[str]:
    """The words of a short line that do not belong to a date."""
    return [
        token
        for token in _TOKEN.findall(text[: 2 * _LONGEST])
        if not token.isdecimal() and token.casefold() not in _DATE_WORDS
    ]
