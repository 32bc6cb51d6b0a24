"""Words that begin and end no term, by language (primary subtag of BCP 47), folded.

Short lists do: pronouns, articles, prepositions, auxiliaries, and the small change of prose. What a
list lacks costs a place low in the ranking; a language without a list is ranked by reach alone.
"""

from __future__ import annotations

from typing import Final

from generator.wording.fold import fold_phrase


def _folded(words: str) -> frozenset[str]:
    return frozenset(map(fold_phrase, words.split()))


_ENGLISH: Final = (
    """
a an the this that these those such same other another each every either neither both all any some no none few many
much more most less least several enough own certain various different
i me my mine myself we us our ours ourselves you your yours yourself yourselves he him his himself she her hers herself
it its itself they them their theirs themselves one ones someone anyone everyone something anything everything nothing
who whom whose which what when where why how whether
and or but nor so yet if because although though while whereas unless until since as than then thus hence therefore
however moreover meanwhile instead otherwise nevertheless furthermore indeed rather else also too
of in on at by for with from to into onto upon out off over under up down about above below across after before against
along amid among around behind beside besides between beyond during despite except inside outside near per regarding
through throughout toward towards via within without following including according concerning due
be am is are was were been being do does did done doing have has had having can could may might must shall should will
would cannot ought let lets
not only just even still already again ever never always often sometimes usually once twice soon later now today
yesterday tomorrow ago here there away back together apart perhaps maybe almost nearly quite very really actually
especially particularly generally mainly mostly largely likely probably possibly certainly clearly simply well far long
first second third last next previous former latter recent recently past future current currently present
new old good better best bad worse worst great greater large larger big small little high higher low lower full main
major important significant possible necessary available able unable ready true real clear single whole entire further
additional early earlier late latest strong stronger close closer joint recent common general special particular
two three four five six seven eight nine ten eleven twelve hundred thousand million billion dozen half
like mean means welcome say says said saying tell tells told telling ask asked asks speak speaks spoke spoken talk talked speaking
add adds added note notes noted announce announced announces state states stated report reported reports reporting
claim claims claimed call calls called calling describe described mention mentioned explain explained believe believes
believed think thinks thought know knows knew known see sees saw seen seem seems seemed look looks looked looking find
finds found feel feels felt show shows showed shown hear heard read
make makes made making take takes took taken taking give gives gave given giving get gets got getting go goes went gone
going come comes came coming keep keeps kept put puts bring brings brought lead leads led leave leaves left set sets
hold holds held run runs ran use uses used using need needs needed want wants wanted try tries tried help helps helped
work works worked play plays played move moves moved turn turns turned pay pays paid lose loses lost win wins won buy buys bought sell sells sold build builds built write writes wrote written
send sends sent grow grows grew grown rise rises rose risen fall falls fell fallen cut cuts open opens opened close closes closed
start starts started begin begins began begun
become becomes became continue continues continued remain remains remained stay stays stand stands stood meet meets met
include includes included involve involved agree agreed agrees expect expected expects hope hopes hoped plan plans
planned allow allows allowed provide provides provided offer offers offered receive received reach reached follow
follows followed happen happened increase increased increasing reduce reduced change changes changed develop developed
sign signed visit visited discuss discussed decide decided seek seeks sought visiting result results resulted
way ways thing things lot kind sort type part parts case cases fact example number numbers level levels point points
side sides end ends place places area areas issue issues matter matters question questions reason reasons role
people person man men woman women day days week weeks month months year years time times hour hours minute minutes
decade decades century morning evening night moment period term terms
percent per cent mr mrs ms dr
photo image picture file credit video click read copyright
"""
    + "isn't aren't wasn't weren't don't doesn't didn't hasn't haven't hadn't won't wouldn't can't couldn't shouldn't t s d ll re ve m isn doesn didn won wouldn can couldn hasn haven wasn weren aren"
)

STOP_WORDS: Final[dict[str, frozenset[str]]] = {
    "en": _folded(_ENGLISH),
    "de": _folded(
        """der die das den dem des ein eine einer einem einen eines kein keine keinen und oder aber denn sondern doch
        ich du er sie es wir ihr mich dich ihn uns euch ihnen mir dir ihm mein dein sein ihre ihren seiner seine seinen
        unser dieser diese dieses diesem diesen jener jede jeder jedes alle allen alles viele einige mehr andere anderen
        wer was wo wann wie warum welche welcher dass ob wenn als weil damit nachdem bevor obwohl während
        in im an am auf aus bei beim mit nach seit von vom zu zum zur durch für gegen ohne um über unter vor zwischen
        hinter neben bis wegen trotz laut sowie
        ist sind war waren bin bist sei wäre wird werden wurde wurden worden geworden hat haben hatte hatten habe kann
        können konnte könnte muss müssen musste soll sollen sollte will wollen wollte darf dürfen mag
        nicht auch nur noch schon sehr so dann da hier dort jetzt nun heute immer nie wieder etwa rund bereits zwei drei
        sagte sagt erklärte teilte mit gab geht ging kam macht machte neue neuen neuer ersten erste Jahr Jahre Jahren
        Tag Tage Tagen Zeit Prozent Ende Teil Seite"""
    ),
    "fr": _folded(
        """le la les un une des du de d l et ou mais donc or ni car que qui quoi dont où quand comme si lorsque puisque
        je tu il elle on nous vous ils elles me te se lui leur leurs y en ce cet cette ces mon ton son ma ta sa mes tes
        ses notre votre nos vos celui celle ceux celles tout tous toute toutes autre autres même mêmes plusieurs chaque
        quelques à au aux dans par pour sur sous avec sans entre vers chez contre depuis pendant avant après selon lors
        est sont était étaient être été sera seront serait a ont avait avaient avoir aura auraient fait faire peut
        peuvent pouvait doit doivent va vont ne pas plus moins très aussi bien encore déjà toujours jamais ainsi alors
        ici là deux trois dit déclaré affirmé selon an ans année années jour jours fois mois temps nouveau nouvelle
        premier première grande grand c s n j m t qu"""
    ),
    "es": _folded(
        """el la los las un una unos unas de del al a y e o u pero ni que quien cual cuyo donde cuando como si porque
        yo tú él ella ello nosotros ellos ellas me te se le les lo nos su sus mi mis tu este esta estos estas ese esa
        esos esas aquel aquella todo toda todos todas otro otra otros otras mismo misma cada en con por para sin sobre
        entre hasta desde contra según durante ante bajo tras es son era eran ser sido fue fueron será ha han había haber
        hay está están estaba estar tiene tienen puede pueden debe no sí más menos muy también ya aún solo sólo así
        entonces aquí allí dos tres dijo afirmó año años día días vez parte nuevo nueva primer primera"""
    ),
    "it": _folded(
        """il lo la i gli le un uno una di del dello della dei degli delle a al allo alla ai agli alle da dal dalla dai
        in nel nello nella nei nelle con su sul sulla per tra fra e ed o ma che chi cui dove quando come se perché non
        più meno molto anche già ancora solo io tu lui lei noi voi loro mi ti si ci vi ne suo sua suoi sue questo questa
        questi queste quello quella tutto tutti altra altro altri è sono era erano essere stato stata ha hanno aveva
        avere può possono deve fatto detto anni anno giorno due tre nuovo nuova primo prima"""
    ),
    "pt": _folded(
        """o a os as um uma uns umas de do da dos das em no na nos nas por pelo pela para com sem sobre entre até desde
        e ou mas que quem qual onde quando como se porque não mais menos muito também já ainda só eu ele ela nós eles
        elas me te lhe seu sua seus suas este esta esse essa isso isto aquele todo toda todos todas outro outra é são era
        foi foram ser sido está estão tem têm tinha há pode podem deve disse ano anos dia dois três ao aos à às"""
    ),
    "nl": _folded(
        """de het een en of maar want dat die dit deze wie wat waar wanneer hoe als omdat ik jij hij zij wij we u ze hen
        hun zijn haar mijn ons onze van in op aan bij met naar uit voor door over onder tussen tegen tot na om te is was
        waren ben wordt worden werd werden heeft hebben had kan kunnen kon moet moeten zal zullen zou niet ook nog al
        wel meer veel zeer dan nu hier daar er geen alle andere twee drie zei zegt jaar nieuwe eerste"""
    ),
    "ru": _folded(
        """и а но или да не ни же ли бы в во на с со к ко о об от до из за по под над при про для без через между перед
        после у я ты он она оно мы вы они его её ее их им ей ему нас вас нам вам меня тебя себя свой своя свои своих
        своего этот эта это эти этого этой этих том тот та те того той тех что кто который которая которое которые
        которых которого где когда как так если чтобы потому также тоже уже ещё еще только более менее очень все всё всех
        весь вся был была было были быть будет будут есть может могут можно нужно должен сказал заявил отметил сообщил
        год года году лет время день один два три новый новая новые первый"""
    ),
    "fa": _folded(
        """و در به از که این آن را با برای است بود شد شده می‌شود می‌کند کرد کرده کردند کند کنند هم یا تا بر نیز اما
        اگر هر همه چه یک دو سه من تو او ما شما آنها آنان خود خود‌را وی ایشان باید شود باشد باشند هستند هست نیست بودند
        دارد دارند داشت داد داده دهد گفت گفته افزود پس پیش بین میان روی زیر نه بی سال روز هیچ چند دیگر بسیار همچنین
        ها های می شدن کردن بودن"""
    ),
    "ar": _folded(
        """و في من إلى على عن مع هذا هذه ذلك تلك التي الذي الذين ما لا لم لن أن إن أنه أنها كان كانت يكون قد هو هي هم
        نحن أنا أو أم ثم بل لكن كما حيث بعد قبل بين عند منذ حتى كل بعض غير أي إذا لو قال قالت وقال عام يوم أكثر خلال
        ضد حول تحت فوق"""
    ),
    "he": _folded(
        "של את על אל מן עם כי לא גם או אם זה זאת הוא היא הם הן אני אנחנו היה היתה יש אין כל מה מי אך"
    ),
    "tr": _folded(
        """ve veya ile için bir bu şu o da de ki mi ne gibi kadar daha en çok az her hiç ama fakat ancak çünkü eğer ben sen
        biz siz onlar onun onu ona olarak olan oldu olduğu olduğunu dedi söyledi var yok değil sonra önce göre karşı üzerine
        iki üç yıl gün yeni ilk"""
    ),
}
#: Nouns of every subject. They are in many terms ("defence system") and are none alone.
GENERIC: Final = _folded(
    """ability access account accord achievement act action activity addition administration advance advantage affair age
    agency agenda agreement aid aim air amount analysis announcement answer appeal application approach argument article
    aspect assistance association atmosphere attack attempt attention attitude authority background balance ban barrier
    base basis benefit bid body book border branch business campaign capability capacity capital care cause center centre
    chance chapter charge choice citizen city civil claim class clash collaboration colleague combination comment
    commitment committee community company competition competitor complex concern conclusion condition conduct conference
    conflict connection consequence construction contact content context contract contrast contribution control
    conversation cooperation corner cost council counterpart country couple course court creation crisis culture damage
    danger data date deal death debate decision decree defence defense degree delegation delivery demand department design
    desire detail development dialogue difference difficulty direction discussion dispute distance district document door
    doubt draft drive duty economy edge education effect effort element emphasis employee enemy end energy engagement
    environment equipment establishment event evidence exchange existence expansion experience expert expression
    extension extent eye face facility factor failure faith family father fate favor favour feature feeling field fight
    figure focus food force form format foundation framework freedom friend front fund future gain game goal goods
    government ground group growth guarantee hand head health help history home hope house idea impact implementation
    importance improvement incident income independence individual industry influence information initiative institution
    intention interaction interest interference intervention interview investment involvement item job journey judgment
    justice knowledge labor labour lack land language law leader leadership letter life light limit line link list loss
    mail majority manner map market mass material meaning means measure media meeting member memory message method
    middle military mind ministry mission mistake mood mother motion mouth movement name nation nature need negotiation network
    neighbor neighbour news newspaper night objective obligation obstacle occasion offer office official operation opinion
    opponent opportunity opposition option order organisation organization origin outcome output owner page pair paper
    parliament participant participation partner partnership party passage path pattern pay peace performance permission
    perspective phase phone picture piece plan player policy politics position possibility post potential power practice
    preparation presence press pressure price principle priority problem procedure process product production profit
    program programme progress project promise proposal prospect protection protest provision public purchase purpose
    quality quarter race range rate reaction reality recognition record reference reform refusal regard region relation
    relationship release remark removal replacement reply representative request requirement research resident resistance
    resolution resource respect response responsibility rest restoration restriction return review right risk rival road
    room round route rule safety sale scale scene schedule scheme school science scope season seat section sector security
    sense sentence series service session settlement shape share shift sign significance situation size society solution
    sort source space speech sphere spirit spokesman stability staff stage stakeholder stand standard statement station
    status step story strategy street strength stress structure struggle student study style subject success summit supply
    support surface surprise survey system table tactic talk target task teacher team technology television tension
    territory test text theory threat tie title tool top topic total town track trade tradition training transfer
    transition transport travel treatment treaty trend trip troop trouble trust truth understanding union unit value
    variety version victory view village violence voice volume vote wall war water weapon weight word worker world"""
)
#: What ends a term in scripts that are written without spaces: particles, pronouns, common verbs.
UNSPACED_STOPS: Final = (
    "的了在是和与及或也都就而但于以为从到对向被把将这那其他她它们我你您之个不没有很还又再已会能可要说等"
    "與於為從對將這個們會說還沒們來來去上下中年月日時时"
)
#: Languages that write common nouns with a capital, where a capital tells no name.
NOUNS_WITH_CAPITALS: Final = frozenset({"de", "lb", "nds", "gsw"})
#: Languages where what stands before a noun describes it, and whose lists know enough verbs to tell.
NOUN_LAST: Final = frozenset({"", "en"})
#: Endings that no noun has, or hardly one.
NO_NOUN: Final[dict[str, tuple[str, ...]]] = {
    "en": ("ly", "ed", "ing"),
    "fr": ("ment", "aient", "ant"),
    "es": ("mente", "aron", "ando"),
    "de": ("lich",),
}


#: After these a verb stands.
BEFORE_VERBS: Final[dict[str, frozenset[str]]] = {
    "en": _folded(
        "to will would can could may might must shall should cannot not did does do let they we you i who"
    ),
    "de": _folded("zu"),
}


def is_generic(key: tuple[str, ...]) -> bool:
    """Whether a term is one word of every subject."""
    if len(key) > 1:
        return False
    word = key[0]
    forms = {word, word.removesuffix("s"), word.removesuffix("es"), word.removesuffix("ies") + "y"}
    return not forms.isdisjoint(GENERIC)


def stop_words(language: str) -> frozenset[str]:
    """The list of a language; English where none is stated, nothing where there is no list."""
    return STOP_WORDS.get(language or "en", frozenset())
