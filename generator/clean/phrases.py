"""The words of page furniture, by reason and language. Data: nothing is decided here.

Phrases stand between bars. They are compared as `lookup.key` has them, without bare numbers:
small letters and no punctuation, so that "12 Comments (+)" and "comments" are one. A language's
words belong here when they occur on pages of many publishers; names of publishers never do.

``WHOLE``: the phrase is all of a line. ``OPENING``: a short line begins with it. ``APPEAL``: it
occurs in a line that speaks to the reader for the page. ``WITHIN``: it occurs in a notice.
``OFFER`` and ``CADENCE``: both occur in a line that says what a newsletter brings, and how often.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

Table = Mapping[str, Mapping[str, str]]

WHOLE: Final[Table] = {
    "navigation": {
        "en": """home | homepage | home page | menu | main menu | search | search for | sections
            | navigation | site navigation | close | open | next | previous | prev | back
            | back to top | skip to content | skip to main content | skip to navigation
            | skip links | accessibility links | breaking | breaking news | latest
            | latest news | top stories | top news | photo gallery | live tv | sitemap
            | site map | site index | faq | about | about us | contact | contact us
            | advertise | advertise with us | log in | login | log out | logout | sign in
            | sign out | sign up | register | my account | account | edit profile | cancel
            | submit | show more | load more | see more | view more | see all | view all
            | show all | expand | full screen | watch | watch now | listen | listen now
            | play now | pause | mute | loading | learn more | find out more
            | continue reading | continue reading below | story continues below
            | article continues below | scroll to continue | rss | rss feed | feed
            | mobile apps | apps | privacy | terms | imprint | feedback | report a problem
            | report this ad | switch to desktop | desktop version | select language | english
            | español | deutsch | français | italiano | português | русский | العربية | فارسی
            | you are here | you are at | previous post | next post | previous article
            | next article | previous post next post | older posts | newer posts | go to top
            | view comments | site information | quick links | useful links | popular posts
            | recent posts | recent comments | blogroll | view results | donate | support us
            | editors' picks | toggle navigation | toggle menu | by topic | filed under
            | for immediate release | press release | javascript is disabled | get short url
            | short url | copied | hide caption | toggle caption | enlarge this image
            | enlarge image | view image | click here""",
        "de": """startseite | menü | hauptmenü | suche | suchen | zum inhalt springen
            | zur navigation | zurück | nach oben | schließen | anmelden | abmelden
            | registrieren | einloggen | mein konto | kontakt | impressum | datenschutz
            | datenschutzerklärung | agb | über uns | mehr anzeigen | alle anzeigen
            | mehr laden | weiterlesen | jetzt lesen | schlagzeilen | ressorts | mediathek
            | zur startseite | zurück zur übersicht | zurück zur startseite | barrierefreiheit
            | leichte sprache | gebärdensprache | inhaltsverzeichnis | bild vergrößern
            | mediadaten | seite drucken""",
        "fr": """accueil | menu | menu principal | recherche | rechercher | aller au contenu
            | aller au contenu principal | fermer | connexion | se connecter | déconnexion
            | s'inscrire | mon compte | retour | retour en haut | haut de page | suivant
            | précédent | article suivant | article précédent | contact | nous contacter
            | mentions légales | plan du site | qui sommes nous | à propos | voir plus
            | voir tout | lire la suite | en savoir plus | toute l'actualité | à la une
            | confidentialité | politique de confidentialité""",
        "es": """inicio | portada | menú | buscar | búsqueda | cerrar | iniciar sesión
            | cerrar sesión | registrarse | regístrate | mi cuenta | volver | volver arriba
            | siguiente | anterior | ir al contenido | saltar al contenido | en vivo
            | en directo | última hora | últimas noticias | contacto | aviso legal
            | mapa del sitio | quiénes somos | sobre nosotros | ver más | ver todo | leer más
            | más información | privacidad | política de privacidad""",
        "pt": """início | página inicial | menu | buscar | busca | pesquisar | entrar | sair
            | cadastre se | pular para o conteúdo | fechar | voltar | voltar ao topo | próximo
            | últimas notícias | contato | quem somos | fale conosco | mapa do site
            | leia mais | saiba mais | ver mais""",
        "it": """home | menu | cerca | ricerca | chiudi | accedi | registrati | esci | indietro
            | avanti | torna su | vai al contenuto | ultime notizie | contatti | chi siamo
            | mappa del sito | leggi tutto | continua a leggere | scopri di più | vedi tutti""",
        "ru": """главная | меню | поиск | искать | войти | вход | выйти | регистрация | закрыть
            | назад | вперёд | вперед | наверх | ещё | еще | показать ещё | показать еще
            | перейти к содержанию | перейти к основному содержанию | лента новостей
            | последние новости | главные новости | контакты | о нас | о проекте
            | реклама на сайте | карта сайта | читать далее | читать дальше | подробнее
            | срочно | прямой эфир | обратная связь | версия для печати
            | пользовательское соглашение | политика конфиденциальности""",
        "uk": """головна | меню | пошук | увійти | вийти | реєстрація | останні новини
            | читати далі | контакти""",
        "fa": """صفحه اصلی | خانه | منو | فهرست | جستجو | جست‌وجو | ورود | خروج | ثبت نام | عضویت
            | بستن | بعدی | قبلی | بازگشت | بازگشت به بالا | آخرین اخبار | تازه‌ترین خبرها
            | گزارش تصویری | درباره ما | تماس با ما | نقشه سایت | ادامه مطلب | بیشتر بخوانید
            | نسخه چاپی | خبر فوری | پربازدیدها | پربازدیدترین | پربیننده‌ترین""",
        "ar": """الرئيسية | الصفحة الرئيسية | القائمة | بحث | البحث | دخول | تسجيل الدخول | خروج
            | إغلاق | التالي | السابق | العودة | آخر الأخبار | أخبار عاجلة | عاجل | من نحن
            | اتصل بنا | خريطة الموقع | اقرأ المزيد | عرض المزيد | انتقل إلى المحتوى
            | تخطى إلى المحتوى""",
        "zh": """首页 | 主页 | 菜单 | 搜索 | 登录 | 注册 | 退出 | 关闭 | 返回 | 返回顶部 | 上一页
            | 下一页 | 上一篇 | 下一篇 | 关于我们 | 联系我们 | 网站地图 | 查看更多 | 阅读全文""",
        "ja": """ホーム | メニュー | 検索 | ログイン | ログアウト | 会員登録 | 閉じる | 戻る
            | トップへ戻る | 前の記事 | 次の記事 | もっと見る | 続きを読む | お問い合わせ
            | サイトマップ""",
        "ko": """홈 | 메뉴 | 검색 | 로그인 | 로그아웃 | 회원가입 | 닫기 | 목록 | 인쇄하기
            | 뒤로가기 | 더보기""",
    },
    "share": {
        "en": """share | share this | share this article | share this story | share this post
            | share this page | share article | share it | share on | share with friends
            | share it with friends | share via | sharing options | show more sharing options
            | close extra sharing options | facebook | twitter | instagram | youtube
            | linkedin | pinterest | reddit | tumblr | whatsapp | telegram | viber | skype
            | messenger | google | google plus | flipboard | stumbleupon | blogger | pocket
            | email | e mail | print | print this | print this article | print article
            | copy link | copy url | copy link url | link copied | bookmark | tweet | pin it
            | like this | follow | follow us | follow me | send to a friend
            | email this article | email this | facebook twitter | facebook twitter email
            | tiktok | threads | bluesky | mastodon | snapchat | vk | xing | sharing is caring
            | addthis sharing buttons | share tweet | share share | gift this article
            | give this article | text size | font size | listen to this article
            | report an error""",
        "de": """teilen | artikel teilen | beitrag teilen | auf facebook teilen
            | auf twitter teilen | per mail teilen | per e mail | drucken | artikel drucken
            | merken | vorlesen | artikel merken | artikel anhören | link kopieren | senden
            | folgen sie uns | kommentieren | weiterempfehlen | teilen auf""",
        "fr": """partager | partager cet article | partager l'article | partager sur facebook
            | partager sur twitter | envoyer par e mail | imprimer | copier le lien
            | suivez nous | envoyer | enregistrer | écouter l'article | offrir cet article
            | tweeter""",
        "es": """compartir | comparte | compartir en facebook | compartir en twitter | imprimir
            | copiar enlace | enviar por correo | enviar | guardar | síguenos | síguenos en
            | tuitear | escuchar""",
        "pt": """compartilhar | compartilhe | partilhar | imprimir | copiar link | enviar
            | siga nos | share this on whatsapp""",
        "it": "condividi | stampa | invia | copia link | seguici | seguici su | condividi su",
        "ru": """поделиться | поделиться в соцсетях | поделиться ссылкой | распечатать | печать
            | скопировать ссылку | отправить | вконтакте | одноклассники | телеграм | фейсбук
            | твиттер | мы в соцсетях | подписывайтесь | в закладки | слушать""",
        "uk": "поділитися | роздрукувати | надіслати",
        "fa": """اشتراک‌گذاری | به اشتراک بگذارید | اشتراک گذاری | همرسانی | همخوان کنید | چاپ
            | پرینت | ارسال به دوستان | کپی لینک | لینک کوتاه | تلگرام | توییتر | فیسبوک
            | واتساپ | اینستاگرام | ذخیره | ما را دنبال کنید""",
        "ar": """شارك | مشاركة | شارك المقال | شارك هذا المقال | طباعة | نسخ الرابط | إرسال
            | فيسبوك | تويتر | واتساب | تلغرام | تيليجرام | تابعنا | حفظ""",
        "zh": "分享 | 分享到 | 打印 | 收藏 | 微信 | 微博 | 转发",
        "ja": "シェア | ツイート | 印刷 | 保存 | ブックマーク",
        "ko": "공유 | 공유하기 | 인쇄 | 스크랩",
        "id": "cetak | surat elektronik | bagikan | lagi",
        "cs": "sdílet | sdílet článek | to se mi líbí | tisk",
    },
    "advertisement": {
        "en": """advertisement | advertisements | advert | ad | ads | sponsored
            | sponsored content | supported by | promoted | promoted content | paid content
            | partner content | skip ad | ad choices | adchoices
            | continue reading the main story | story continues below advertisement
            | article continues below advertisement | advertisement continue reading below
            | paid post""",
        "de": "anzeige | anzeigen | werbung | artikel unterhalb der anzeige | gesponsert",
        "fr": "publicité | annonce | contenu sponsorisé | la suite après la publicité",
        "es": "publicidad | anuncio | anuncios | contenido patrocinado",
        "pt": "publicidade | anúncio | continua após a publicidade",
        "it": "pubblicità | annuncio | annunci",
        "ru": "реклама | на правах рекламы | партнёрский материал | партнерский материал",
        "uk": "реклама",
        "fa": "تبلیغات | آگهی | تبلیغ",
        "ar": "إعلان | إعلانات",
        "zh": "广告",
        "ja": "広告 | 広告を閉じる | スポンサーリンク",
        "ko": "광고",
        "cs": "reklama | inzerce",
        "id": "iklan",
        "nl": "advertentie",
    },
    "newsletter": {
        "en": """newsletter | newsletters | subscribe | subscribe now | subscribed
            | you're subscribed | you are subscribed | unsubscribe | sign up now
            | get the newsletter | get notifications | email address | your email
            | your email address | enter your email | enter your email address
            | thanks for signing up | thank you for subscribing | sign up for free
            | already a subscriber | subscription | subscriptions | daily newsletter
            | weekly newsletter | free newsletter | invalid email address | get our newsletter""",
        "de": """newsletter | newsletter abonnieren | abonnieren | jetzt abonnieren | abo
            | abonnement | e mail adresse | ihre e mail adresse""",
        "fr": """newsletter | newsletters | s'abonner | abonnez vous | je m'abonne | je m'inscris
            | lettre d'information | votre adresse e mail | déjà abonné""",
        "es": "boletín | boletines | suscríbete | suscribirse | suscribirme | correo electrónico",
        "pt": "assine | assine já | inscreva se | boletim",
        "it": "iscriviti | abbonati | iscriviti alla newsletter",
        "ru": "подписаться | подписка | рассылка | подписаться на рассылку | подпишитесь",
        "fa": "خبرنامه | عضویت در خبرنامه | اشتراک",
        "ar": "اشترك | اشترك الآن | النشرة البريدية | النشرة الإخبارية | البريد الإلكتروني",
        "zh": "订阅",
        "ja": "メールマガジン | 購読",
        "ko": "구독 | 구독하기",
    },
    "related-links": {
        "en": """related | keep reading | list of items | end of list | related articles
            | related article | related stories | related story | related content
            | related posts | related news | related links | related coverage | related topics
            | related reading | related video | related videos | read more | read also
            | also read | read next | see also | see more | more | more on this story
            | more on this | more on this topic | more stories | more news
            | more from this section | more from author | you may like | you may also like
            | you might also like | you may like these posts | recommended
            | recommended for you | recommended stories | recommends | what's next | up next
            | don't miss | must read | must reads | most read | most popular | popular
            | trending | trending now | trending news | most viewed | most shared
            | editor's choice | from our partners | from the web | around the web
            | our latest stories | latest stories | latest articles | further reading
            | explore further | in this article | in other news | also on | also see
            | top picks | more on | we recommend | suggested articles | similar articles
            | more like this | more for you | topics""",
        "de": """mehr zum thema | zum thema | lesen sie auch | lesen sie mehr
            | das könnte sie auch interessieren | das könnte sie interessieren
            | auch interessant | weitere artikel | weitere beiträge
            | weitere beiträge zum thema | weitere nachrichten | weitere meldungen
            | weiterführende links | links zum thema | verwandte artikel | verwandte themen
            | ähnliche artikel | meistgelesen | meistgelesene artikel | beliebte artikel
            | neueste artikel | aktuelle meldungen | siehe auch | empfehlungen der redaktion
            | unsere empfehlungen | mehr aus dem ressort | artikel zum thema""",
        "fr": """à lire aussi | lire aussi | à lire également | lire également | voir aussi
            | sur le même sujet | dans la même rubrique | articles liés | articles similaires
            | articles connexes | les plus lus | le plus lu | nos lecteurs lisent aussi
            | vous aimerez aussi | à ne pas manquer | pour aller plus loin | notre sélection
            | plus d'articles | dernières actualités | autres articles""",
        "es": """lee también | lea también | te puede interesar | le puede interesar
            | también te puede interesar | te recomendamos | noticias relacionadas
            | artículos relacionados | contenido relacionado | más noticias
            | más sobre este tema | lo más leído | lo más visto | más leídas | relacionado
            | relacionados | ver también | no te pierdas | otras noticias""",
        "pt": """leia também | veja também | artigos relacionados | notícias relacionadas
            | posts relacionados | mais lidas | você pode gostar | recomendados | saiba mais
            | mais notícias""",
        "it": """leggi anche | potrebbe interessarti | articoli correlati
            | ti potrebbe interessare | altri articoli | più letti | i più letti | vedi anche
            | correlati""",
        "ru": """читайте также | читать также | смотрите также | см также | по теме
            | материалы по теме | новости по теме | ещё по теме | еще по теме
            | похожие материалы | похожие новости | другие новости | другие материалы
            | ещё новости | самое читаемое | популярное | самое популярное | рекомендуем
            | вам может быть интересно | не пропустите | актуальное | главное за день
            | выбор редакции | новости партнёров | новости партнеров | сейчас читают
            | ранее по теме""",
        "uk": "читайте також | дивіться також | за темою | популярне | інші новини",
        "fa": """مطالب مرتبط | اخبار مرتبط | خبرهای مرتبط | مطالب پیشنهادی | همچنین بخوانید
            | بیشتر بخوانید | بیشتر بدانید | در همین زمینه | موضوعات مرتبط | لینک‌های مرتبط
            | پیشنهاد ما | پربیننده‌ترین‌ها | پربازدیدترین‌ها | تازه‌ترین مطالب | برگزیده‌ها
            | انتخاب سردبیر""",
        "ar": """اقرأ أيضا | اقرأ أيضًا | اقرأ ايضا | مواضيع ذات صلة | مقالات ذات صلة
            | أخبار ذات صلة | مواضيع متعلقة | مقالات مشابهة | الأكثر قراءة | الأكثر مشاهدة
            | قد يعجبك أيضا | قد يهمك | شاهد أيضا | ذات صلة""",
        "zh": "相关阅读 | 相关新闻 | 相关文章 | 推荐阅读 | 热门文章 | 延伸阅读 | 热门推荐",
        "ja": "関連記事 | おすすめ記事 | 人気記事 | あわせて読みたい | ランキング | 新着記事",
        "ko": "관련기사 | 관련 기사 | 인기기사 | 많이 본 뉴스 | 주요뉴스",
        "cs": "související | čtěte také | další články | související články",
        "nl": "lees ook | lees meer | gerelateerd | gerelateerde artikelen | meest gelezen",
        "id": "baca juga | artikel terkait | berita terkait | terkait",
    },
    "comments": {
        "en": """comment | comments | post comment | post a comment | post comments
            | add a comment | add comment | leave a comment | leave a reply
            | leave a comment cancel reply | leave a reply cancel reply | reply | replies
            | view comments | show comments | hide comments | read comments | see comments
            | comments are closed | no comments | comments off | join the conversation
            | join the discussion | top rated comments | start the conversation
            | comments disabled | write a comment | reader comments | comment policy
            | comments feed for comments | feed for comments | cancel reply | report comment""",
        "de": """kommentar | kommentare | kommentieren | kommentar schreiben
            | kommentar verfassen | kommentar hinterlassen | leserkommentare | alle kommentare
            | alle kommentare anzeigen | keine kommentare | schreiben sie einen kommentar
            | schreibe einen kommentar | antwort abbrechen""",
        "fr": """commentaire | commentaires | laisser un commentaire | ajouter un commentaire
            | réagir | vos réactions | répondre | aucun commentaire | voir les commentaires
            | les commentaires | poster un commentaire""",
        "es": """comentario | comentarios | comentar | deja un comentario | dejar un comentario
            | deja una respuesta | responder | sin comentarios | ver comentarios
            | ningún comentario""",
        "pt": """comentário | comentários | comente | deixe um comentário | deixe seu comentário
            | deixe uma resposta | responder | nenhum comentário | escreva um comentário""",
        "it": """commento | commenti | lascia un commento | lascia un commento annulla risposta
            | nessun commento | rispondi | scrivi un commento""",
        "ru": """комментарии | комментарий | комментировать | оставить комментарий | обсудить
            | добавить комментарий | написать комментарий | ответить | нет комментариев
            | комментариев | комментария | все комментарии | комментарии к статье""",
        "uk": "коментарі | коментувати | залишити коментар",
        "fa": """نظرات | نظرات کاربران | ارسال نظر | دیدگاه‌ها | نظر شما | نظر بدهید | ثبت دیدگاه
            | ارسال دیدگاه | نظر دهید | دیدگاه شما""",
        "ar": """تعليق | تعليقات | التعليقات | أضف تعليق | اترك تعليقا | اترك تعليق | أضف تعليقا
            | رد""",
        "zh": "评论 | 发表评论 | 留言 | 网友评论",
        "ja": "コメント | コメントする | コメントを書く",
        "ko": "댓글 | 댓글쓰기",
        "cs": "komentáře | diskuse | přidat komentář",
        "nl": "reacties | reageer | reageren",
    },
    "keywords": {
        "en": "tags | related tags | keywords | key words | hashtags | more tags",
        "de": "schlagwörter | schlagworte | stichwörter | stichworte",
        "fr": "mots clés | mots clefs | étiquettes | tags",
        "es": "etiquetas | palabras clave",
        "pt": "tópicos | palavras chave | marcadores",
        "it": "tag | parole chiave",
        "ru": "теги | тэги | метки | ключевые слова",
        "fa": "برچسب‌ها | برچسب | کلیدواژه‌ها | کلیدواژه | کلمات کلیدی | واژه‌های کلیدی",
        "ar": "كلمات مفتاحية | الكلمات المفتاحية | وسوم | الوسوم | كلمات دلالية",
        "zh": "标签 | 关键词",
        "ja": "タグ | キーワード",
        "ko": "태그 | 키워드",
    },
    "author-bio": {
        "en": """about the author | about the authors | about the writer | author | about author
            | written by | contributors | contributor | all posts by | more by | editor
            | staff writer | about me""",
        "de": "über den autor | über die autorin | über die autoren | zur person | der autor",
        "fr": "à propos de l'auteur | l'auteur | biographie de l'auteur | sur l'auteur",
        "es": "sobre el autor | sobre la autora | acerca del autor | autor",
        "pt": "sobre o autor | sobre a autora | autor",
        "it": "l'autore | sull'autore | informazioni sull'autore",
        "ru": "об авторе | об авторах | автор",
        "fa": "درباره نویسنده | نویسنده",
        "ar": "عن الكاتب | الكاتب | نبذة عن الكاتب",
        "zh": "作者简介 | 关于作者",
        "ja": "著者について | この記事を書いた人",
    },
    "disclaimer": {
        "en": """disclaimer | disclosure | disclosures | legal notice | legal notices
            | terms of use | terms of service | terms of sale | terms and conditions
            | terms conditions | privacy policy | cookie policy | cookie settings | cookies
            | cookie preferences | do not sell my personal information | accept | accept all
            | accept cookies | reject all | manage cookies | privacy notice
            | your privacy choices | all rights reserved | corrections | our standards
            | editorial policy | content policy | copyright""",
        "de": """haftungsausschluss | nutzungsbedingungen | cookie einstellungen
            | alle akzeptieren | cookies akzeptieren | alle rechte vorbehalten
            | datenschutzhinweise""",
        "fr": """avertissement | conditions générales | conditions d'utilisation
            | tous droits réservés | gestion des cookies | accepter | tout accepter
            | tout refuser""",
        "es": """descargo de responsabilidad | términos y condiciones
            | todos los derechos reservados | política de cookies | aceptar | aceptar todo""",
        "pt": "termos de uso | todos os direitos reservados | política de privacidade | aceitar",
        "it": "tutti i diritti riservati | riproduzione riservata | informativa sulla privacy",
        "ru": "все права защищены | отказ от ответственности | правовая информация | принять",
        "fa": "حقوق محفوظ است | تمامی حقوق محفوظ است | سلب مسئولیت | شرایط استفاده",
        "ar": "جميع الحقوق محفوظة | إخلاء مسؤولية | شروط الاستخدام | سياسة الخصوصية",
        "zh": "版权所有 | 免责声明 | 隐私政策",
        "ja": "免責事項 | 利用規約 | プライバシーポリシー",
        "ko": "개인정보취급방침 | 이용약관",
    },
    "image-placeholder": {
        "en": """image | img | no image | image placeholder | photo gallery | view gallery
            | slideshow | image unavailable | video unavailable | embed | embedded content
            | graphic | thumbnail | this slideshow requires javascript | video player
            | media player | no media source""",
        "de": "bild | foto | grafik | bildergalerie | fotostrecke",
        "fr": "image | photo | diaporama | infographie",
        "es": "imagen | foto | galería | infografía",
        "ru": "изображение | иллюстрация | инфографика",
        "fa": "تصویر",
        "ar": "صورة",
    },
    "reading-time": {
        "en": """min read | minute read | minutes read | mins read | read time | reading time
            | reading time min | reading time minutes | views | view | reads | shares | likes
            | votes | minutes ago | minute ago | hours ago | hour ago | days ago | day ago
            | weeks ago | week ago | months ago | month ago | years ago | year ago | just now
            | h ago | m ago | d ago | min | hrs ago | hr ago | mins ago | people like this""",
        "de": """min lesezeit | lesezeit | lesezeit minuten | minuten lesezeit | aufrufe
            | lesedauer min""",
        "fr": "min de lecture | temps de lecture | minutes de lecture | vues | lecture min",
        "es": "min de lectura | tiempo de lectura | minutos de lectura | visitas | lecturas",
        "pt": """tempo de leitura | tempo de leitura minutos | tempo de leitura minuto
            | min de leitura""",
        "it": "letture | min di lettura | tempo di lettura",
        "ru": """мин на чтение | время чтения | минут на чтение | просмотров | просмотры
            | прочитали""",
        "fa": "زمان مطالعه | دقیقه مطالعه | بازدید | تعداد بازدید | کد خبر",
        "ar": "دقائق قراءة | مدة القراءة | مشاهدة | مشاهدات",
    },
}

OPENING: Final[Table] = {
    "navigation": {
        "en": """skip to | click here | click to | tap here | you are here
            | please enable javascript | enable javascript | search in | view this email
            | view this message | view in browser | was this page helpful
            | was this article helpful | did you find this | to find out more | to learn more
            | for more information | view all | see all | sign in to | log in to | sign in or
            | logged in as | signed in as | load more | jump to | please log in
            | please sign in | forgot your password | forgot password | create an account
            | create account | watch live | watch now | download our app | download the app
            | get the app | continue reading | see full gallery | change password
            | reset password | home news | filed under | filed to | posted in | visit our""",
        "de": """war dieser artikel hilfreich | zum inhalt | hier klicken | klicken sie hier
            | jetzt anmelden | melden sie sich an | zur startseite""",
        "fr": "cliquez ici | connectez vous | créez un compte",
        "es": "haga clic | haz clic | inicia sesión",
        "pt": "clique aqui | clique na imagem | clique para | faça login",
        "it": "clicca qui",
        "ru": "нажмите | войдите | авторизуйтесь",
        "fa": "کلیک کنید | برای ورود",
        "ar": "اضغط هنا | انقر هنا",
    },
    "share": {
        "en": """share this | save articles | from the section | share on | share via
            | share with | share to | share article | share story | follow us | follow our
            | like us on | find us on | tweet this | print this | email this | send this
            | copy link | follow me on | connect with us | join us on | opens in new window
            | click to share | click to print | click to email | share link | save this
            | listen to this""",
        "de": """folgen sie uns | folge uns | auf facebook | auf twitter teilen | teilen sie
            | bei whatsapp""",
        "fr": """partager sur | partagez | suivez nous | partager via | partager par
            | partager cet""",
        "es": """compartir en | síguenos en | comparte en | compartir por | síganos en
            | comparte esta""",
        "pt": "compartilhe no | compartilhar no | siga o | siga nos | share this on",
        "it": "condividi su | seguici su | condividi questo",
        "ru": """поделиться в | поделитесь | подписывайтесь на | подпишитесь на наш
            | читайте нас в""",
        "fa": "ما را در | اشتراک‌گذاری در",
        "ar": "تابعنا على | شارك على | تابعونا",
    },
    "advertisement": {
        "en": """advertisement | sponsored by | brought to you by | presented by | paid for by
            | supported by""",
        "de": "anzeige | gesponsert von | präsentiert von",
        "fr": "publicité | sponsorisé par | présenté par",
        "es": "publicidad | patrocinado por",
        "ru": "реклама | на правах рекламы",
    },
    "newsletter": {
        "en": """sign up for | sign up to | sign up here | sign me up | subscribe to
            | subscribe for | you are receiving this | you received this | unsubscribe from
            | to unsubscribe | manage your subscription | update your preferences
            | subscribe now | subscribe today | subscribe and | get our | get the latest
            | get the best | get our best | get notified | get notifications | get unlimited
            | get breaking | get this | get daily | get weekly | get the day's big
            | receive our | receive the latest | join our | join the newsletter | never miss
            | don't miss | stay up to date | stay informed | stay updated | stay in the know
            | stay connected | our newsletter | our free newsletter | want more
            | want to read more | want the latest | enter your email | by signing up
            | by subscribing | by clicking subscribe | by submitting your email | i agree that
            | i would like to receive | thank you for signing up | thanks for signing up
            | check your inbox | keep an eye on your inbox | already a subscriber
            | become a member | become a subscriber | start your free trial
            | start your subscription | support our | support independent | you have read
            | you have free articles | if you enjoyed this""",
        "de": """abonnieren sie | sie erhalten diese | vom newsletter abmelden
            | newsletter abonnieren | jetzt abonnieren | melden sie sich | jetzt testen
            | bestellen sie | unser newsletter | mit unserem newsletter | unseren newsletter
            | der newsletter | täglich die wichtigsten | nichts verpassen
            | keine nachricht verpassen | jetzt kostenlos | testen sie | sie wollen mehr
            | mit dem newsletter""",
        "fr": """abonnez vous | inscrivez vous | recevez | s'inscrire à | s'abonner à
            | notre newsletter | la newsletter | ne manquez | ne ratez | chaque matin recevez
            | restez informé""",
        "es": """suscríbete a | suscríbase a | recibe | reciba | regístrate para | apúntate
            | no te pierdas | únete a | nuestro boletín | inscríbete""",
        "pt": "assine | inscreva se | receba | cadastre se | junte se | baixe agora",
        "it": "iscriviti | abbonati | ricevi | registrati per | resta aggiornato",
        "ru": """подпишитесь | подписывайтесь | подписаться на | получайте | рассылка
            | наш телеграм | наша рассылка | не пропустите | установите приложение""",
        "fa": "در خبرنامه | برای دریافت | عضو خبرنامه | مشترک شوید",
        "ar": "اشترك في | اشتركوا | احصل على | سجل في | للاشتراك",
    },
    "related-links": {
        "en": """read more | read also | also read | read next | read the full | read this
            | see also | also see | more by | more from | more on | more about | more stories
            | related | recommended | you may also | you might also | you may like | up next
            | don't miss | must read | watch more | most read | most popular | top stories
            | previous article | next article | previous post | next post | also on
            | elsewhere on | buyer's guide | further reading | editors' picks | popular in
            | trending | latest in | learn more about | see more | view more | for more on
            | click here to read | full coverage | all posts by | all articles by
            | view all posts | other articles by | other stories | earlier on""",
        "de": """lesen sie auch | lesen sie mehr | lesen sie hier | mehr zum thema | mehr zu
            | mehr dazu | mehr aus | mehr von | mehr über | siehe auch | auch interessant
            | weitere artikel | weitere beiträge | hier lesen sie | lesen sie außerdem
            | weiterlesen | zum thema | alle artikel | das könnte sie""",
        "fr": """lire aussi | à lire aussi | à lire | lire également | voir aussi | lire la suite
            | à lire sur | sur le même sujet | plus d'infos | retrouvez | lire notre
            | à voir aussi""",
        "es": """lea también | lee también | lee más | leer más | te puede interesar
            | ver también | más sobre | más en | más noticias | lo más leído | te recomendamos
            | puedes leer | también en | lee aquí""",
        "pt": """leia também | leia mais | veja também | saiba mais | confira também
            | última coluna""",
        "it": "leggi anche | leggi di più | vedi anche | approfondimenti | guarda anche",
        "ru": """читайте также | читать также | смотрите также | см также | подробнее
            | ещё по теме | читайте далее | читать далее | ранее мы | также по теме
            | другие статьи | все статьи""",
        "uk": "читайте також | дивіться також | читати далі",
        "fa": """بیشتر بخوانید | همچنین بخوانید | بخوانید | مطالب مرتبط | در همین زمینه
            | از همین نویسنده""",
        "ar": """اقرأ أيضا | اقرأ أيضًا | اقرأ المزيد | شاهد أيضا | للمزيد | طالع أيضا
            | مواضيع ذات صلة""",
        "zh": "相关阅读 | 相关新闻 | 延伸阅读",
        "nl": "lees ook | lees meer",
        "id": "baca juga",
        "cs": "čtěte také | přečtěte si",
    },
    "comments": {
        "en": """post a comment | leave a comment | leave a reply | view comments | add a comment
            | join the conversation | join the discussion | be the first to comment
            | log in to comment | sign in to comment | register to comment
            | you must be logged in | your email address will not be published | notify me
            | save my name | as you comment | when submitting content | blog comments powered
            | you must be signed in | comments are closed | comments are moderated""",
        "de": """kommentar schreiben | kommentare zu | diskutieren sie | schreiben sie einen
            | deine e mail adresse wird nicht | um zu kommentieren | die kommentarfunktion""",
        "fr": "laisser un commentaire | pour commenter | connectez vous pour | votre commentaire",
        "es": "deja un comentario | deja tu comentario | tu dirección de correo | para comentar",
        "pt": "deixe um comentário | deixe seu comentário | o seu endereço de e mail",
        "it": "lascia un commento | per commentare | devi essere connesso",
        "ru": """оставить комментарий | чтобы оставить | чтобы комментировать
            | комментарии закрыты""",
        "fa": "نظر خود را | ارسال نظر | نشانی ایمیل شما | دیدگاه خود",
        "ar": "اترك تعليق | اترك تعليقا | لن يتم نشر عنوان",
    },
    "reading-time": {
        "en": "reading time | read time | estimated reading time | time to read",
        "de": "lesezeit | lesedauer",
        "fr": "temps de lecture | durée de lecture",
        "es": "tiempo de lectura",
        "pt": "tempo de leitura",
        "it": "tempo di lettura",
        "ru": "время чтения | время на чтение",
        "fa": "زمان مطالعه",
        "ar": "مدة القراءة | وقت القراءة",
    },
    "keywords": {
        "en": "key words | keywords | tags | tagged | tag | hashtags | related tags | topics",
        "de": "schlagwörter | schlagworte | stichwörter | stichworte | themen",
        "fr": "mots clés | mots clefs | étiquettes",
        "es": "palabras clave | etiquetas | temas",
        "pt": "palavras chave | etiquetas | tópicos",
        "it": "parole chiave | tag",
        "ru": "ключевые слова | теги | тэги | метки | темы",
        "uk": "ключові слова | теги",
        "fa": """کلیدواژه‌ها | کلیدواژه | کلید واژه ها | برچسب‌ها | کلمات کلیدی | واژگان کلیدی
            | موضوعات""",
        "ar": "الكلمات المفتاحية | كلمات مفتاحية | الكلمات الدلالية | وسوم",
        "zh": "关键词 | 标签",
        "ja": "キーワード | タグ",
    },
}

#: Nothing but the page itself speaks like this: such a line is furniture amid the text, too.
APPEAL: Final[Table] = {
    "newsletter": {
        "en": """save articles to read | our newsletter | our newsletters | our free newsletter
            | our daily newsletter | our weekly newsletter | subscribe for full access
            | click here to subscribe | subscribe to our | sign up to our | sign up for our
            | enjoying this article | enjoyed this article | support our journalism
            | issues raised in this article | straight to your inbox | delivered to your inbox
            | right in your inbox | in your inbox | your inbox every | already a subscriber
            | follow us on twitter | follow us on facebook | download our app""",
        "de": """widerrufliche einwilligung | unseren newsletter | unserem newsletter
            | unser newsletter | jetzt abonnieren | probeabo""",
        "fr": """notre newsletter | nos newsletters | notre lettre d'information | abonnez vous à
            | réservé aux abonnés | suivez nous sur""",
        "es": """nuestro boletín | nuestra newsletter | suscríbete a | síguenos en
            | solo para suscriptores""",
        "pt": "nossa newsletter | assine nossa | inscreva se no | siga nos no",
        "it": "nostra newsletter | iscriviti alla newsletter | seguici su",
        "ru": """подпишитесь на наш | подписывайтесь на наш | подпишитесь на нашу
            | подписывайтесь на нашу | нашу рассылку | наш телеграм канал | наш telegram канал""",
        "fa": "خبرنامه ما | کانال تلگرام ما | به کانال ما بپیوندید",
        "ar": "نشرتنا البريدية | نشرتنا الإخبارية | تابعونا على | قناتنا على",
    },
}

#: Phrases that an article on the same matter could use: they count at the edges of a text.
WITHIN: Final[Table] = {
    "navigation": {
        "en": "click here | clicking here | tap here | click the link",
        "de": "hier klicken | klicken sie hier",
        "fr": "cliquez ici | en cliquant ici",
        "es": "haga clic aquí | haz clic aquí | pincha aquí",
        "pt": "clique aqui | clique na imagem",
        "it": "clicca qui",
        "ru": "нажмите здесь",
        "fa": "اینجا کلیک کنید | کلیک کنید",
        "ar": "اضغط هنا | انقر هنا",
    },
    "disclaimer": {
        "en": """all rights reserved | may not be published broadcast rewritten
            | may not be reproduced | reproduction in whole | without the prior written
            | views expressed | views of the author | view of the author
            | opinions of the author | opinions expressed | expressed opinions
            | expressed views | view expressed | opinions are mine | opinions are my own
            | opinions are his own | opinions are her own | opinions are their own
            | opinions are those of | not necessarily reflect | not necessarily the view
            | not necessarily the views | not necessarily those of | do not represent the view
            | do not represent the views | does not represent the views
            | institutional positions | not responsible for the content | accepts no liability
            | accept no liability | guarantee content | guarantee the content
            | guarantee the accuracy | guarantee the validity | guarantee the completeness
            | no responsibility for the content | results may vary | not been evaluated by
            | diagnose treat cure | for informational purposes only | not constitute advice
            | substitute for professional | privacy policy | terms of service | terms of use
            | user agreement | content policy | comment policy | uses cookies | use cookies
            | uses cookie | use cookie | affiliate link | affiliate links
            | affiliate commission | affiliate program | earn a commission | small commission
            | get a share of the sale | read our full | registered trademark of
            | originally appeared on | republished under | creative commons license
            | published with permission | republish our | errors and omissions
            | delayed at least | market data provided | real time quotes
            | contains forward looking | community guidelines | submission guidelines
            | commenting guidelines | please be respectful | this site is protected by
            | protected by recaptcha | may earn a commission | may receive a small commission
            | article was originally published | story was originally published
            | piece was originally published""",
        "de": """alle rechte vorbehalten | meinung des autors | meinung der autorin
            | nicht unbedingt die meinung | gibt nicht die meinung | geben nicht die meinung
            | nicht die meinung der redaktion | übernehmen keine haftung
            | übernimmt keine haftung | angaben ohne gewähr | alle angaben ohne
            | verwendet cookies | verwenden cookies | nutzen cookies | datenschutzerklärung
            | nutzungsbedingungen | urheberrechtlich geschützt | nachdruck verboten
            | nachdruck nur mit | ist zuerst erschienen | zuerst erschienen in
            | liegt beim autor""",
        "fr": """tous droits réservés | n'engagent que | n'engage que
            | ne reflètent pas nécessairement | ne reflète pas nécessairement
            | reproduction interdite | politique de confidentialité | utilise des cookies
            | utilisons des cookies | conditions d'utilisation | initialement publié""",
        "es": """todos los derechos reservados | no reflejan necesariamente
            | no refleja necesariamente | no representan necesariamente
            | responsabilidad de sus autores | prohibida la reproducción | utiliza cookies
            | utilizamos cookies | usa cookies | política de privacidad
            | términos y condiciones | publicado originalmente""",
        "pt": """todos os direitos reservados | não refletem necessariamente | usa cookies
            | utiliza cookies | política de privacidade | reprodução proibida
            | opinião do autor""",
        "it": """tutti i diritti riservati | riproduzione riservata | utilizza cookie
            | utilizza i cookie | utilizziamo i cookie | non riflettono necessariamente
            | responsabilità degli autori | informativa sulla privacy""",
        "ru": """все права защищены | мнение редакции может не совпадать
            | может не совпадать с мнением | может не совпадать с позицией
            | не совпадать с точкой зрения | при перепечатке | при цитировании ссылка
            | при использовании материалов | использует файлы cookie | используем файлы cookie
            | использует cookie | редакция не несёт ответственности
            | редакция не несет ответственности | произведён иностранным агентом
            | произведен иностранным агентом | распространён иностранным агентом
            | распространен иностранным агентом | функции иностранного агента
            | свидетельство о регистрации сми | гиперссылка обязательна
            | ссылка на сайт обязательна | политикой конфиденциальности
            | зарегистрировано роскомнадзором""",
        "uk": "всі права захищені | може не збігатися з | при передруку",
        "fa": """کلیه حقوق | تمامی حقوق | حقوق این سایت | حقوق محفوظ | لزوما بازتاب | لزوماً
            | نظرات نویسنده | دیدگاه نویسنده | با ذکر منبع | ذکر منبع بلامانع
            | استفاده از مطالب | نقل مطالب | کوکی | حاوی توهین | منتشر نخواهد شد""",
        "ar": """جميع الحقوق محفوظة | لا تعبر بالضرورة | لا يعبر بالضرورة | ملفات تعريف الارتباط
            | سياسة الخصوصية | شروط الاستخدام | حقوق النشر | تعبر عن رأي كاتبها
            | تعبر عن رأي أصحابها | يعبر عن رأي كاتبه | لا تتحمل إدارة | لا يتحمل الموقع""",
        "zh": "版权所有 | 不代表本 | 仅供参考 | 转载请注明 | 未经授权不得 | 免责声明",
        "ja": "無断転載 | 著作権 | 利用規約 | クッキー | cookieを使用",
        "ko": "무단전재 | 무단 전재 | 재배포금지 | 재배포 금지",
        "tr": "tüm hakları saklıdır | izinsiz kopyalanamaz | izinsiz kullanılamaz | çerez kullan",
        "nl": "alle rechten voorbehouden | gebruikt cookies | gebruik van cookies",
        "pl": "wszelkie prawa zastrzeżone | plików cookie | pliki cookie",
        "id": "hak cipta | seluruh hak",
    },
    "newsletter": {
        "en": """free newsletter | email newsletter | daily newsletter | weekly newsletter
            | our newsletter | our newsletters | like us on facebook | follow us on
            | follow him on | follow her on | follow them on | follow me on
            | unsubscribe at any time | have a tip | send us your | got a tip | news tip
            | for more information visit""",
        "de": "newsletter anmelden | jederzeit abbestellen | folgen sie uns",
        "fr": "boîte mail | désinscrire à tout moment | suivez nous",
        "es": "síguenos en",
        "pt": "siga nos no | em seu email",
        "it": "seguici su",
        "ru": "подпишитесь на | подписывайтесь на | подписаться на",
        "fa": "دنبال کنید",
        "ar": "تابعونا على | تابعنا على",
    },
}

#: What newsletters bring ...
OFFER: Final[Table] = {
    "newsletter": {
        "en": """stories | news | reporting | journalism | analysis | headlines | briefing
            | digest | round up | roundup | updates | insights | articles | reads""",
        "de": """nachrichten | geschichten | meldungen | themen | analysen | hintergründe | texte
            | überblick""",
        "fr": "actualité | actualités | l'actualité | articles | analyses | l'essentiel | infos",
        "es": "noticias | historias | artículos | análisis | lo esencial | titulares",
        "pt": "notícias | histórias | artigos | análises | destaques",
        "it": "notizie | storie | articoli | analisi",
        "nl": "nieuws | verhalen | artikelen",
        "ru": "новости | материалы | статьи | истории",
        "fa": "خبرها | اخبار | گزارش‌ها | مقاله‌ها",
        "ar": "الأخبار | أخبار | المقالات",
    },
}

#: ... and how often.
CADENCE: Final[Table] = {
    "newsletter": {
        "en": """every day | every morning | every evening | every weekday | every week
            | every monday | every tuesday | every wednesday | every thursday | every friday
            | every saturday | every sunday | every month | each day | each morning | each week
            | each month | once a week | twice a week | daily | weekly | monthly""",
        "de": """jeden tag | jeden morgen | jeden abend | jede woche | jeden montag | jeden dienstag
            | jeden mittwoch | jeden donnerstag | jeden freitag | jeden samstag | jeden sonntag
            | täglich | wöchentlich | monatlich | einmal pro woche""",
        "fr": """chaque jour | chaque matin | chaque soir | chaque semaine | chaque vendredi
            | chaque lundi | chaque dimanche | tous les jours | tous les matins
            | une fois par semaine""",
        "es": """cada día | cada mañana | cada semana | cada viernes | cada lunes | todos los días
            | todas las mañanas | todas las semanas""",
        "pt": "todos os dias | todas as manhãs | toda semana | cada semana | toda sexta",
        "it": "ogni giorno | ogni mattina | ogni settimana | ogni venerdì | ogni lunedì",
        "nl": "elke dag | elke ochtend | elke week | dagelijks | wekelijks",
        "ru": "каждый день | каждое утро | каждую неделю | каждую пятницу | раз в неделю",
        "fa": "هر روز | هر هفته | هر صبح | روزانه | هفتگی",
        "ar": "كل يوم | كل صباح | كل أسبوع | يوميا | أسبوعيا",
    },
}
