"""How people say in three languages that they want to die, hurt themselves, or are being hurt now.

One pattern a line (what is indented goes on with it), over words without case, accents and apostrophes, where a comma
is a word of its own. Capital words stand for other patterns: `I` for who writes, `NOT` for a denial, "ANY2" for up to
two other words, `END` for the end of what is said. A line with `!` before or behind it yields where the sentence
speaks of others (`GROUPS`) or of work for them (`WORK`).
"""

import re
from functools import cache

from knowledge.language import Language

_WHO = {
    Language.SV: {
        "I": r"(?:ja?g|ja|jaj)",
        "NOT": r"(?:inte|int|itne|inet|ite|inge|ingen|inget|ej|aldrig)",
        "SOMEBODY": r"(?:han|hon|honom|hen|nan|nagon|de|dom|pappa|mamma|farsan|morsan|styv\w+|grann\w+|sambon?"
        r"|(?:min|mitt) \w+|mannen|killen|exet)",
        "NOW": r"(?:nu|i ?kvall|i ?natt|i ?dag|strax|snart)",
        "SOON": r"(?:vill|ville|ska|skall|tanker|kommer|funderar|overvager|planerar|maste|bor|hotar|onskar|langtar"
        r"|hoppas)",
        "FILLER": r"(?:(?:bara|att|pa|om|jag|efter|fa|helst|verkligen|ju|nu|var|vore|hellre|snart|sa|ocksa|faktiskt|ga"
        r"|och|fan|mest|egentligen|inte annat an|av|kunde|skulle|vara|lagga mig ner) ){0,5}",
    },
    Language.FI: {
        "I": r"(?:mina|ma|maa|mie|mna)",
        "NOT": r"(?:en|e|em)",
        "SOMEBODY": r"(?:han|se|ne|joku|isa|aiti|isapuoli|aitipuoli|naapuri\w*|mies|miehe?ni|vaimoni|exa?ni|eksani"
        r"|ex|poikani"
        r"|tyttareni|kaverini|ystavani|puolisoni|(?:mun|minun) \w+)",
        "NOW": r"(?:nyt|tana iltana|tana yona|tanaan|ens yona|kohta|heti)",
        "SOON": r"(?:haluan|haluun|haluisin|haluaisin|halusin|aion|aijon|meinaan|taidan|ajattelin|suunnittelen"
        r"|toivon|tahdon)",
        "FILLER": r"(?:(?:vaan|vain|vaa|nyt|etta|jo|niin|kai|ihan|todella|oikeesti|oikeasti|ite|itse|mina|ma|vittu"
        r"|tana iltana"
        r"|tanaan|tana yona|mieluummin|jotenkin|heti) ){0,4}",
    },
    Language.EN: {
        "I": r"(?:i|im|ive|id|ill)",
        "NOT": r"(?:not|dont|cant|cannot|wont|couldnt|no|never|don t|can t)",
        "SOMEBODY": r"(?:he|she|they|somebody|someone|dad|mum|mom|daddy|mummy|stepdad|stepfather|my (?!back|knee"
        r"|head|feet|leg|shoes)\w+|the neighbou?r\w*"
        r"|neighbou?r\w*)",
        "NOW": r"(?:now|tonight|today|right now|this evening|soon)",
        "SOON": r"(?:want|wanna|wnat|wish|going|gonna|will|plan|planning|thinking|hope|might|about|need|would|could"
        r"|ready)",
        "FILLER": r"(?:(?:to|just|really|only|that|i|was|were|could|be|of|about|so|actually|rather|all|badly|fucking|go"
        r"|and|it|am) ){0,5}",
    },
}

_OWN = {
    Language.SV: r"""
I ANY1(?:har|la|lagt) ANY2(?:rep\w*|snara\w*|tabletterna|pillren|vapnet|rakblad\w*)
    [ ]ANY1(?:klar\w*|redo|framme|framlagd\w*|i handen)END
    |I ANY1lagt fram (?:rep\w*|snara\w*|tabletterna|pillren)
I ANY3(?:orkar|orka|pallar|vill|ville|kan|klarar|onskar|ser|har|finns) ANY2NOT ANY4(?:leva|lev|lva|finnas|existera
    |vakna)\b(?! (?:i|pa) (?!det|den|detta|mig))
I ANY2NOT ANY1(?:orkar|vill|pallar) ANY1(?:leva|lev|finnas|existera)
I ANY1SOON FILLER(?:do|doden|dod|forsvinna|slippa (?:leva|vakna|finnas))(?! ut)END0
(?:^|, )(?:och |men |snalla |hjalp |jo |alltsa )*(?:vill|orkar|pallar|ska) (?:bara |inte |int |verkligen ){0,2}(?:do
    |(?:va |vara )?dod|leva|lava|lev|finnas|vakna (?:mer|igen|i ?morgon|nagonsin))\b(?! (?:i|pa|ut)\b)
(?:ta|tar|tog|tagit) ANY1livet av (?:mig|mej)
(?:ta|tar|avsluta|avslutar|anda) mitt (?:eget )?liv
(?:hang\w+|skjut\w+|drank\w+|dodar?|forgifta\w*|svalt\w+) (?:ihjal )?(?:mig|mej)(?: sjalv)?END0
(?:ta|bega|gora) (?:ett )?sjalvmord(?: NOW| jag|END0)
I ANY1(?:ta|tar|bega|begar|gora|gor) ANY1sjalvmord
!I ANY2(?:tanker|har|fick|far|funderar|overvager|planerar|forsokte|forsokt|vill|ska) ANY3(?:sjalvmord\w*|suicid\w*)
I ANY2(?:gor|gora|satta|satter) ANY1(?:slut|punkt) (?:pa|for) (?:allt\w*|mitt liv|livet|det har|detta|elandet)
(?:gora|gor) slut pa (?:allt|alltihop|alltsammans|mitt liv)
(?:skad\w+|skar|skara|brann\w*|svalt\w+|slar|straffar|rispar) ANY1(?:mig|mej) sjalv
I ANY3(?:skar|skara|skurit|rispar|rispat|karvar|cuttar) ANY1(?:mig|mej|armarna|handlederna)(?! (?:i|pa) (?:fing|tumm
    |hand\b|en|ett|papp))
(?:^|I ANY2)(?:har )?(?:tagit|tog|svalt|svalde|atit|knaprat) (?:\w+ ){0,2}(?:alla|massa|massor|hela|for manga
    |for mycket|burk\w*|over\w*|\d+) ANY2(?:tablett\w*|piller\w*|somn\w*|medicin\w*|dos\w*)
I ANY2(?:tagit|tog|svalt) ANY2(?:somntablett\w*|somnmedel|overdos)
I ANY4(?:hoppa\w*|springer|ga ut|lagga mig|kora) ANY3(?:fran|framfor|ner|ut|utfor|pa|i) ANY2(?:bron?|taget|tag
    |balkong\w*|taket|spar\w*|klippan|rals\w*|bil\w*|mote\w* bil)
(?:alla|de|dom|barnen|familjen|varlden) ANY3battre utan (?:mig|mej)
battre ANY2om jag (?:inte (?:finns|fanns|levde|fanns mer)|var dod|vore dod|dor|dog|forsvann|forsvinner)
ingen (?:skulle|kommer) ANY2(?:sakna|marka|bry sig) ANY3(?:mig|mej|jag)
jag (?:ar|kanner mig som) (?:bara )?en borda
(?:onskar|hoppas) ANY2jag (?:var|vore|inte (?:vaknar|levde|fanns)|aldrig (?:fotts|vaknar|hade fotts)|fick do)
(?:ingen|inte nagon) (?:mening|anledning|vits|poang|ide) ANY2(?:att|med att) ANY1(?:leva|fortsatta leva|finnas)END0
^ANY2(?:livet|allt|mitt liv) (?:ar|kanns|kans) ANY1(?:meningslost|hopplost|slut|over|svart|nattsvart|morkt|kort)END0
    (?! (?:i|pa|med|hos|inne)\b)
mitt liv (?:ar|kanns) ANY1(?:meningslost|hopplost|slut|over|forstort|skit|ett helvete)
I ANY2(?:orkar|orka|pallar|klarar|star|fixar|palla) ANY1(?:NOT) (?:ut )?(?:mer|mera|meir|langre|langer|mer nu
    |mycket mer)END
I ANY1(?:star|haller) NOT ut(?: langre| mer)?END
litar NOT pa mig sjalv
(?:gor|gora) (?:nat|nagot|nagonting) (?:dumt|mot mig|at mig) ANY3NOW
NOW ANY2(?:gor|ska) ANY2(?:nat|nagot) dumt
radd (?:for )?(?:att jag |vad jag )ANY2(?:gora|gor) (?:mig|mej|mot mig)
I (?:vill|ska) (?:bara )?(?:bort fran allt|slippa allt|forsvinna for alltid|sluta andas|somna in)
I ANY2(?:blivit|blev|blir) ANY1(?:valdtagen|slagen|misshandlad|overfallen|knivhotad|utnyttjad|forfoljd|strypt)!
I ANY2(?:skriver|skrivit) ANY1(?:avskedsbrev|farval)
SOMEBODY ANY3(?:slar|slog|sla|slagit|sparkar|misshandlar|hotar|hotade|strypt|stryper|strop|valdtog|valdtar|valdtagit
    |doda|dodar|jagar|forfoljer|knuffar|tafsar|utnyttjar|trakasserar|knivhugg\w*) ANY2(?:mig|mej|oss|barnen|mina barn)
(?<!det )(?:slar|slog|sparkar|misshandlar|hotar|strypt|stryper|strop|valdtog|valdtar|valdtagit|dodar|forfoljer
    |tafsar pa|last in) (?:ihjal )?(?:mig|mej)
(?:ta|tar) pa mig (?:nar|fast|trots|pa natt)
SOMEBODY ANY2(?:ror|tar pa|tafsar) (?:mig|mej)
SOMEBODY ANY2(?:star|ar|bankar|vantar) ANY2(?:utanfor|vid|pa) ANY2(?:dorr\w*|huset|min port)
SOMEBODY ANY3(?:med|har|haller|viftar|hotar) ANY2(?:kniv|yxa|pistol|gevar|vapen)END0
SOMEBODY ANY3(?:slar|sparkar|misshandlar) ANY2(?:fru|frun|barn\w*|sambo|tjej\w*|flickvan|hustru|dotter|son)END0
(?:vagar|tors) NOT ga hem
I ANY1radd for (?:min (?:man|sambo|pappa|far|bror|son|kille|pojkvan|ex)|mitt ex|honom|mannen|mamma|pappa)
(?:min|mitt|var) \w+ ANY3(?:ta|tar|avsluta) (?:livet av sig|sitt liv)
(?:ta|tar) livet av sig ANY2NOW
(?:hon|han|hen|kompis\w*) ANY2(?:ska|tanker|vill|hotar) ANY1(?:ta|att ta) livet av sig
(?:min|mitt|var) \w+ ANY3(?:avskeds|avsluts)brev
andas (?:knappt|inte|inte langre)
(?:blod\w+|blod) ANY3(?:mycket|slutar inte|overallt|nu)END0
medvetslos ANY4(?:har|nu|hos|golvet)
!(?:vill|ville) (?:bara |verkligen |helst )?(?:do|dod)END
(?:livet|det) ar NOT (?:langre )?vart (?:att leva|det langre)
(?:sluta|slutar) (?:inte )?tanka pa (?:att do|doden|sjalvmord)
(?:orkar|pallar|klarar|star) NOT (?:ut )?(?:med )?(?:livet|mitt liv)
!(?:har |finns )(?:inget|inte nagot|ingenting) (?:kvar )?att leva for
(?:jag|ja|^) ?(?:star|sitter|e|ar) (?:uppe |har |nu )?pa (?:bron|taket|balkongracket|kanten|ralsen|sparet)
(?:mamma|pappa|min \w+|mitt \w+) ANY2(?:tagit|tog|svalt) ANY2(?:overdos|tablett\w*|piller|somn\w*)
(?:planerat|bestamt) hur jag (?:ska|skall)
(?:gor|kanns) ANY2ont att leva
I ANY1(?:overlever|klarar) NOT (?:det har|natten|till i morgon)END
^(?:min|mitt) (?:man|sambo|make|ex|kille|pojkvan|pappa|bror) (?:slar|misshandlar|hotar)END
overleva (?:natten|den har natten|till i morgon|det har)END
(?:styvpappa|pappa|morfar|farfar|farbror|bror|han) ANY2kommer in (?:till|i) (?:mig|mitt rum|min sang) ANY2(?:natt\w*
    |kvall\w*|nar)
(?:trott|less|utled) pa (?:att leva|livet|mitt liv)END
(?:ar|blir) sa mycket stryk|(?:far|fick) ANY3stryk ANY3(?:hemma|av)
(?:mitt sista|sista) (?:meddelande|brev)END
(?:har|vill|tanker) ANY1(?:gett|ge) upp (?:livet|om livet)
(?:skar|skurit) upp (?:armen|armarna|handled\w*|mig)
(?:^|, )forlat (?:alla|mig alla|mamma|barn\w*)(?:$| ,)
(?:ta|tar) hand om mina barnEND
I ANY1(?:vill|ska|tanker) inte (?:va|vara) med (?:har )?(?:mer|langre)END
hatar mig sjalv ANY2(?:vill|orkar|do)
(?:finns|ser) (?:ingen|inte nagon) utvag (?:langre |mer )?(?:for mig|END0)!
bryr sig ANY1om jag (?:lever|dor)
(?:saknar|sakna) mig om jag (?:dor|dog|forsvinner)
I ANY3(?:inlast|gommer mig|gomt mig)
SOMEBODY ANY3(?:slar|sparkar|misshandlar|stryper|hotar) ANY1(?:mamma|morsan|pappa|farsan|brorsan|lill\w+|syskon\w*
    |min (?:mamma|pappa|bror|syster))(?! (?:i|pa) )
SOMEBODY ANY3(?:slar|sparkar|misshandlar|stryper) (?:henne|honom)(?! (?:i|pa) )!
(?:suicid|sjalvmords)tank\w* (?:varje|igen|nu|hela|dygnet|jamt|(?:har )?(?:ar |kommit |kommer )+(?:tillbaka|igen))!
(?:druckit|drack|svalt|svalde) ANY2(?:tvattmedel|diskmedel|klor\w*|propplos\w*|kaustik\w*|gift|rattgift|lacknafta
    |glykol|blekmedel|maskindisk\w*)!
hur (?:mycket|manga|stor) ANY4(?:dor|do) (?:man|jag|en) (?:av|pa)
hur (?:mycket|manga) ANY1(?:alvedon|panodil|ipren|piller|tablett\w*|somn\w*|insulin|paracetamol) ANY6(?:do|dor|dodlig\w*
    |doda|ihjal)
""",
    Language.FI: r"""
(?:mulla|minulla|mul) on ANY1(?:koysi|hirttosilmukka|naru|pillerit|tabletit|laakkeet|ase|partatera|veitsi)
    [ ](?:jo )?(?:valmii\w+|valmis|esilla|tassa|kadessa)END
NOT ANY1(?:jaksa|jaksais\w*|halua|haluu|haluis\w*|haluaisi|tahdo|kykene|pysty|voi) ANY1(?:enaa |ennaa |ena |enemman )?
    (?:elaa|ellaa|elamaa|eleskella|olla elossa|olla olemassa|olla enaa olemassa|herata)(?! (?:taalla
    |kylassa|maalla|elakkeella))
NOT ANY1(?:jaksa|kesta|pysty|jaksais|jaksakaan) (?:ma |mina |taa |tata |tasta |mitaan )?(?:enaa|ennaa|ena|enempaa
    |yhtaan enempaa)(?: tata| taa| nain| mitaan| oikeesti)?END
(?:jaksan|kestan) ANY1(?:enaa|ennaa)END
SOON FILLER(?:kuolla|kuolema\w*|pois taalta|kadota|haipya lopullisesti|nukkua pois)END0
(?:haluun|haluan|tahon|tahdon) (?:vaan |vain |vaa )?(?:kuolla|kuola|kuolema\w*)
(?:tapan|tappaisin|tapanko|tappaa|tappamaan|hirtan|hirttaa|ammun|ampua|hukutan|hukuttaa|satutan|satuttaa|viiltelen
    |viillan|vahingoitan|vahingoittaa|poltan|rankaisen) ANY1(?:itseni|ittesi|itteni|itteeni|itseani|itteani|ihteni)
SOON ANY2(?:tappaa|hirttaa|satuttaa|vahingoittaa) (?:itseni|itteni|itseani|itteani)
(?:teen|tekisin|tehda|yritin|yrittanyt|suunnittelen|harkitsen|ajattelen|mietin|miettinyt|miettiny
    |tekemassa) ANY2itsemurha\w*END0
SOON ANY2(?:tehda|tekisin) itsemurhan
(?:mulla|minulla|miulla) ANY2(?:itsemurha|itsetuho)\w*
(?:oon|olen|olin) ANY2(?:itsemurha|itsetuho)\w*
(?:elamallani|elamassani|mun elamalla|minun elamallani|mun elamassa|elamani|mun elama) ANY2(?:ei
    |on) ANY2(?:merkitys\w*|tarkoitus\w*|mielta|jarkea|ohi|pilalla|loppu|toivo\w*|merkitykset\w*|helvetti\w*)
(?:ei|en) (?:ole |oo |nae |naa |keksi )?(?:enaa )?(?:mitaan )?(?:syyta|jarkea|mielta) (?:enaa )?(?:elaa|elamaan|jatkaa)
(?:parempi|helpompi|parempaa) ANY3(?:jos )?(?:olisin kuollut|kuolisin|en olisi|minua ei olisi|mua ei olis\w*
    |oisin kuollu\w*||en elaisi)
(?:kaikilla|perheella\w*|lapsilla\w*|muilla|maailma\w*) ANY4ilman (?:minua|mua)
(?:kukaan|ketaan) ei ANY1(?:kaipa\w*|huomais\w*) (?:minua|mua|jos)
(?:olen|oon) ANY1(?:vain |vaan )?taakka(?:na)?
(?:toivon|toivoisin|kunpa) ANY1(?:etten|en|olisin|oisin|etta en) ANY1(?:heraisi\w*|herais\w*|olisi|kuollut|kuollu
    |olis|syntynyt)
(?:hyppaan|hyppaisin|hypata|hyppaamaan|kavelen|heittaydyn|ajan) ANY1(?:sillalta|junan alle|junan eteen|parvekkeelta
    |katolta|kalliolta|rekan alle|raiteille|rekkaa pain|ikkunasta)
(?:viilsin|viillan|viiltelen|viiltelin|leikkasin) ANY2(?:ranteet|ranteeni|kasi\w*|kasivar\w*|itse\w*|ittea\w*)
(?:otin|oon ottanu\w*|olen ottanut|soin|nielin|oon syony\w*|vedin) ANY2(?:kaikki|liikaa|yliannos\w*|koko|purkillis\w*
    |purkin|\d+) ?ANY2(?:unilaak\w*|laak\w*|pilleri\w*|tabletti\w*|napit|unet)?END0
(?:otin|ottanut|ottanu|ottaa) ANY1yliannos\w*
(?:lopetan|lopettaa|paatan|paattaa) ANY1(?:taman kaiken|kaiken|elamani|paivani|kaikki|tan kaiken|taa kaiken|mun elaman)
(?:pliis|apua|auttakaa) ANY2(?:kuolen|kuolema\w*|tapan|tappaa)
(?:ma|mina) kuolen NOW?END
SOMEBODY ANY3(?:lyo|loi|hakka\w+|potki\w*|uhka\w+|kurist\w+|pahoinpitel\w*|raiska\w+|jahta\w+|seuraa|vaanii|tappaa
    |tappavansa|koskettel\w*|laappi\w*|puukot\w*|hakkasi) ANY2(?:minua|mua|minut|mut|meita|mut kans\w*|lapsia(?:ni)?
    |lapsiamme|mulle)
(?:lyo|loi|hakkaa|hakkas\w*|potki\w*|uhkaa|uhkaili\w*|kuristi|kuristaa|raiska\w+|jahtaa|pahoinpitel\w+
    |koskettelee) ANY1(?:minua|mua|minut|mut)
SOMEBODY ANY3(?:hakkaa|lyo|potkii|pahoinpitelee|kuristaa) ANY1(?:vaimo\w*|las\w+|tytto\w*|puoliso\w*|nais\w*
    |akka\w*) ANY2(?:juuri nyt|nyt|parhaillaan|taas)
(?:minut|mut|mua|minua) ANY2(?:raiskattiin|hakattiin|lyotiin|pahoinpideltiin|lukittiin|ahdisteltiin|on raiskattu
    |on hakattu)
SOMEBODY ANY3(?:oven takana|ovella|ulkona|pihalla) ANY3(?:puukko|puukon|veits\w*|ase|aseen|kirve\w*|kans\w*)END0
SOMEBODY ANY3(?:puukon|puukko kadessa|aseen|kirveen|veitsen)(?: kanssa|END0)
(?:uskalla|uskalleta) menna kotiin
(?:pelkaan|pelkaa) (?:miestani|mieheni|exani|isaani|poikaani|vaimoani|aitiani|hanta|isaa|sita miesta)
(?:lukinnut|lukitsi|lukinnu) (?:minut|mut) (?:sisaan|sisalle|\w+oon|huoneeseen)
(?:ma|mina|olen|oon) ANY1(?:piilossa|lukittautunut|lukinnut itseni)
(?:kaverini|ystavani|poikani|tyttareni|miehe?ni|vaimoni|siskoni|veljeni|aitini|isani|mun \w+|han
    |se) ANY3(?:tappaa itsensa|tappavansa itsensa|tehda itsemurhan|tekee itsemurhan|tekevansa itsemurhan
    |tappaa ittensa|haluaa kuolla)
(?:tappaa|tappavansa) (?:itsensa|ittensa) NOW
\w+(?:ni|mme) ANY2jaahyvais(?:viesti|kirje)\w*
(?:ei|eika) (?:enaa )?(?:hengita|hengittany\w*)
vuotaa verta
verta tulee
(?:teen|tehda) (?:itselleni|ittelleni|itteleni) ANY1(?:jotain|pahaa|jotakin)
(?:teen|tekisin) jotain (?:tyhmaa|peruuttamatonta) ANY2NOW
en luota itseeni
elama ei (?:ole|oo) (?:enaa )?(?:elamisen arvoi\w+|mitaan)
(?:oon|olen|seison|istun) (?:nyt |taalla )?(?:sillalla|katolla|raiteilla|kaiteella|reunalla)
enka (?:koskaan |enaa |ikina |ma )?(?:heraisi\w*|herais\w*|herata|heraa)
^(?:avomies|avopuoliso|mies|miehe?ni|exa?ni|isa|poikaystava\w*) (?:hakkaa|lyo|potkii|uhkailee)END
mita jarkea ANY1elama\w+ enaa
(?:minuu|minua|mua) ANY1(?:pahoinpidellaan|hakataan|lyodaan|uhkaillaan|raiskataan)
en (?:parjaa|selvia) ANY1hengissa
elamasta ANY1(?:valita|valitan)END
(?:elaman|elamaan) (?:kyllastynyt|kyllastyny|vasynyt|vasyny)
(?:sano\w+|uhka\w+) ANY1hyppaa\w* (?:parvekkeelta|sillalta|katolta|ikkunasta|junan)
(?:vedan|ottaisin|ottasin|otan|veda) ANY1(?:pillerit|laakkeet|unilaakkeet|napit) ja ANY1(?:nukk?u\w*|kuol\w*|lahden)
(?:suunnitellut|suunnitellu|suunnittelen) ANY1(?:kuolemaani|itsemurhaani|miten kuolen|lahtoani)
(?:aitini|isani|mun \w+|miehe?ni|poikani|tyttareni|kaverini) ANY2(?:otti|ottanut|ottanu) (?:yliannos\w*|kaikki
    |pilleri\w*)
!(?:voimia|voimaa|halua|syyta) (?:enaa )?elaaEND
(?:valittaa|valita|kiinnosta) (?:onko|elanko|vaikka|jos) ANY1(?:kuolen|kuolisin|elossa)
(?:tekis|tekisi|tekee) mieli (?:kuolla|tappaa it\w*|kadota)
(?:kuolemaa|kuolemaani) ANY1(?:odot\w+|toivo\w*|kaipa\w*)
(?:selvian\w*|selviydyn\w*) ANY1(?:tasta yosta|yon yli|aamuun)
viimeinen viestini
(?:antakaa|anna) anteeksi ANY2(?:lahden|kaikki)
pelkaan (?:henkeni|henkeani)
kaikki on (?:ihan )?(?:mustaa|toivotonta|turhaa|ohi)END
olen tajuton|makaa tajuttomana|on tajuton
(?:isa|aiti|isapuoli|aitipuoli|mies|faija|mutsi|veli|ukko|se|han|mun \w+) ANY2(?:lyo|loi|hakkaa|hakkas\w*|potkii
    |kuristaa|pahoinpitelee) ANY1(?:aitia|isaa|mutsia|faijaa|siskoa|veljea|pikku\w+)
(?:ajattelen|mietin|aattelen) ANY1(?:kuolemaa|kuolemista|itsemurhaa) (?:joka|koko|usein|jatkuvasti|paivittain|aina)
(?:kuinka|miten) (?:monta|paljon|montako) ANY1(?:panadol\w*|burana\w*|piller\w*|tablet\w*|unilaak\w*|laak\w*|nap\w+
    |para[cs]etamol\w*|insulii\w*) ANY4(?:tappaa|kuol\w+|tappava\w*)
NOT ANY1(?:jaksa|kesta|halua|haluu) ANY1(?:enaa |ennaa |ena )?(?:tata |taa |tan )(?:elamaa|elamista)
(?:kaik\w+|elama|muut|muilla) ANY1(?:ois|olis|olisi|oisi) (?:helpompaa|parempi|parempaa|paremmin) ilman (?:mua|minua)
(?:en|ei) (?:nae|naa|ole|oo|keksi) ANY1(?:enaa )?(?:mitaan )?(?:syyta|jarkea|jarkee|mielta)
    [ ]ANY1(?:elaa|elamaan|elamassa)
(?:mua|minua) (?:pelottaa|pelotti) ANY1(?:olla|menna|tulla) (?:kotona|kotiin)
(?:mun|minun|meidan) (?:lapsi|poika|tytto|tytar|teini) ANY1(?:viiltelee|viilteli|viiltaa)
(?:join|joi|juonut?|nielin|nielaisi\w*) ANY1(?:pesuaine\w*|tiskiaine\w*|kloor\w*|klorii\w*|myrkky\w*|tinneri\w*)!
""",
    Language.EN: r"""
I ANY1(?:have|got|bought) ANY2(?:rope|noose|pills|tablets|razor\w*|gun)
    [ ]ANY2(?:ready|in my hand|here with me|right here)END
I ANY2(?:want|wanna|wnat|wish|would like|need|ready|going|gonna|about|hope|rather) FILLER(?:die|dead|be gone
    |disappear|not exist|not be here|not wake up|dont wake up|never wake up)END0
(?:want|wanna|wnat) (?:to )?(?:just )?die
I ANY2NOT ANY1(?:want|wanna|wnat|wish|able|bear|stand|like) ?ANY1(?:to )?(?:live|be alive|living|exist|be here
    |wake up|go on living|keep living|keep going|be here anymore)(?! (?:in|here in) )
(?:^|, )(?:please |just |i )*(?:dont|cant) (?:want to |wanna )?(?:live|be alive|exist)
I ANY2(?:cant|cannot|can not|can no longer|dont know how to|couldnt) (?:go on|take (?:it|this)|do this|keep going
    |cope|carry on|live like this|bear (?:it|this)|stand it)(?: any ?more| any longer| anymore| much longer| now)?END
(?:kill|killing|hang|hanging|shoot|shooting|drown|hurt|hurting|harm|harming|cut|cutting|starve|starving|burn|burning
    |poison) (?:myself|my self)END0
I ANY2(?:cut|cutting|slit|slashed|hurt|burned) ANY1(?:myself|my (?:wrists?|arms?|legs?))
(?:end|ending|take|taking) my (?:own )?life
I ANY3(?:end|finish|stop) (?:it|everything) ?(?:all|now|tonight|forever)?END
!I ANY4(?:suicid\w*)
!(?:no|any|see no|there is no|theres no) (?:reason|point|sense|meaning) ANY3(?:live|living|for me|to my life|going on
    |being alive|carrying on)END0
my life is ANY2(?:pointless|over|meaningless|hopeless|worthless|hell|not worth\w*)
I ANY2(?:wish|wished) ANY3(?:dead|never been born|gone|not alive|wasnt (?:here|alive)|werent (?:here|alive)
    |didnt exist|die)
(?:nice|nicer|better|easier|peaceful|best) (?:to be|being|if i (?:was|were)) (?:just )?(?:dead|not alive)
better off (?:without me|dead|if i)
(?:nobody|no one|noone) ANY2(?:miss|notice|care) ANY3(?:me|i)\b
I ANY2(?:a|just a) burden
(?:im|i am) ANY2(?:going to|gonna) ANY1(?:die|jump|od|overdose)
I ANY3(?:jump|jumping|walk|walking|step|drive|throw myself) ANY3(?:bridge|train|track\w*|balcony|roof|cliff|window
    |traffic|car)
I ANY2(?:took|taken|swallowed|swallowing|ate) ANY3(?:pills|tablets|sleeping\w*|overdose|medication)
I ANY2overdosed?
I ANY2(?:raped|assaulted|beaten|strangled|choked|stalked)(?: by|END0)!
SOMEBODY ANY3(?:beat|beats|beating|hit|hits|hitting|punch\w*|kick\w*|slap\w*|chok\w*|strangl\w*|threaten\w*|rap(?:e
    |es|ed|ing)|stalk\w*|chas\w*|kill|kills|killing|follow(?:s|ing)|touch\w*|abus\w*|hurt\w*|stab\w*|attack\w*
    |lock\w*) (?:\w+ )?(?:me|my kids|my children|us)\b(?! (?:with|as|that) )
SOMEBODY ANY2(?:locked|lock) me ANY1(?:in|inside|up)
SOMEBODY ANY3(?:outside|at) (?:my|the|our) (?:door|house|window)
SOMEBODY ANY3(?:has|with|holding) (?:a|an) (?:knife|gun|axe|weapon|rifle)
SOMEBODY ANY3(?:beating|hitting|hurting|strangling|kicking) (?:his|her|the|their) (?:wife|husband|child\w*|kids?
    |girlfriend|son|daughter|partner|baby)
(?:im|i am|too) ANY1(?:afraid|scared|frightened|terrified) (?:of (?:my (?:husband|boyfriend|ex|dad|father|partner|son
    |brother|wife)|him|her)|to go home)
(?:my|our) \w+ ANY4(?:kill|killing|hurt|harm) (?:himself|herself|themself|themselves)
(?:she|he|they|friend) ANY2(?:will|going to|gonna|wants to|threatens to) kill (?:himself|herself|themselves)
(?:kill|killing) (?:himself|herself|themselves) NOW
(?:my|our) \w+ ANY3(?:goodbye|suicide) (?:note|letter)
(?:barely|not|stopped|isnt) breathing
bleeding ANY4(?:badly|breathing|lot|stop|here|now|everywhere)
NOT trust myself ANY3NOW
do something (?:stupid|to myself) ?ANY2NOW?END0
I ANY2(?:hiding|locked myself) ANY2(?:in|from|under)
want (?:it|everything|the pain) ANY1(?:to be over|to end|to stop)
cant live like this
(?:^|, )(?:i )?dont (?:want to|wanna) be here any ?more
^my (?:husband|boyfriend|partner|ex|dad|father|brother) (?:hits|beats|threatens)END
(?:^|wheres |whats |what is |see |is there (?:a|any) )ANY1point (?:of|in) (?:living|life|being alive|going on)END!
(?:tired|sick) of (?:living|life|being alive)END
life (?:isnt|is not|not|aint) ANY1worth
(?:nothing|no one|nobody) ANY1(?:left )?(?:to live for|to live)
(?:pushed|threw|dragged|thrown) me ANY1(?:down|against|into|out)
(?:mother|father|mum|mom|dad|my \w+) ANY2(?:took|taken) (?:an |all )?(?:overdose|pills|tablets)
(?:^|im |i am )ANY1(?:standing|sitting) on (?:the|a) (?:bridge|ledge|roof|edge|tracks)
planned how (?:to|i will|ill) (?:do it|die|end)
(?:comes|came) (?:in)?to my (?:room|bed) ANY2(?:night|evening|touch\w*)
(?:cares|care) if i (?:live|die|am dead|live or die)
(?:thinking|think) about (?:dying|death|ending it|killing)
(?:see|seeing|is) (?:no|any|a) way out ANY1(?:for me|any ?more)!
(?:end|ending) everythingEND
hate myself ANY2(?:want|die|wish)
done with life
(?:living|life) hurts
(?:my|this is the) last message
(?:^|, )(?:sorry|forgive me) everyone
(?:look after|take care of) my (?:kids|children)END
(?:wont|doesnt|not) let me (?:leave|go|out)
I ANY2self ?harm\w*!
how (?:many|much) ANY1(?:pills|tablets|paracetamol|ibuprofen|panadol|aspirin|insulin) ANY6(?:die|kills?|lethal|fatal)
(?:dad|daddy|mum|mom|step\w+|my \w+|he|she) ANY2(?:hits?|hitting|beats?|beating|choking|strangling|punching|kicking)
    [ ](?:mum|mom|mummy|mommy|dad|her|him|my (?:mum|mom|mother|dad|father|sister|brother))(?! (?:at|in) )!
(?:drank|drunk|swallowed) ANY2(?:bleach|detergent|antifreeze|drain cleaner|poison|rat poison)!
""",
}

WORK = re.compile(
    r"\b(?:hjalpa andra|stodja andra|starta|grupp\w*|forening\w*|arbeta\w*|forebygg\w*|utbild\w*|kurs\w*|prevention"
    r"|forelas\w*|anhorig\w*|forlorat|forlorade|projekt\w*|verksamhet\w*|tryggare|andra som|traffa andra"
    r"|auttaa muita|tukea muita|perustaa|ryhma\w*|yhdisty\w*|ehkais\w*|koulut\w*|kurssi\w*|tyota|omais\w*|hanke\w*"
    r"|toiminta\w*"
    r"|help others|support others|start|group\w*|association\w*|prevent\w*|train\w*|course|bereaved|lost someone"
    r"|project\w*"
    r"|work with|workshop|awareness)\b"
)
"""Words of work for others: where the past or the subject alone would make it distress, they speak against it."""

EVERYDAY = re.compile(
    r"\b(?:paminn\w*|forslag\w*|blankett\w*|fraga|fragor\w*|mote\w*|kommun\w*|ordforande\w*|styrels\w*|forening\w*"
    r"|kostnad\w*"
    r"|budget\w*|ansok\w*|sista dag\w*|datum\w*|lokal\w*|medlem\w*|projekt\w*|skratt\w*|kna\w*|dokument\w*|svar\w*"
    r"|knapp\w*"
    r"|fylla|skriva|skicka|bidrag\w*|betala|ringa|hyra\w*|mejl\w*|ledare|ledarna|missar|avsluta|avslutar|traff\w*"
    r"|muistut\w*|ehdotu\w*|lomake\w*|lomakk\w*|kysymy\w*|kokou\w*|kunta\w*|kunnan|puheenjoht\w*|hallitu\w*"
    r"|yhdisty\w*|kustannu\w*"
    r"|budjet\w*|hakemu\w*|maaraa\w*|tila\w*|jasen\w*|hanke\w*|naur\w*|polve\w*|asiakirj\w*|vastau\w*|painik\w*|tayttaa"
    r"|kirjoittaa|lahettaa|avustu\w*|maksaa|soittaa|vuokra\w*|ohjaaj\w*|myohasty\w*|tallenna|keskeyta|viisaat"
    r"|fing\w*|tumm\w*|teknik\w*|rekord\w*|ensam\w*|infor folk|publik\w*|slutar har|ta bort|ar klar|done here"
    r"|slar (?:ett slag|vad|en signal|upp|ihop|till|pa stort|an)\b|hoppar? av\b(?! (?:bron|taket|balkong\w*|taget))"
    r"|vanta pa|i kassan"
    r"|bort fran (?:byn|stan|staden|landet|orten)|odottaa|odotella|jatkan|jatketaan|huomenna jatk\w*"
    r"|leva (?:i|pa) (?:en|ett) (?:stad|by|kommun|ort)|slar mig att|byrakrat\w*|hoppar? over"
    r"|yksin\w*|alone|lonel\w*|crazy|galen|hulluksi|sorme\w*|tekniika\w*|byrokrat\w*|mukana|tiedosto\w*|filen"
    r"|ennatyk\w*|esiinty\w*|yleiso\w*|vara med|hidas\w*|hitaasti|slow|langsam\w*|kukaan vastaa|keittio\w*|koket"
    r"|kitchen|registrar|registrator\w*|kirjaamo\w*"
    r"|remind\w*|proposal\w*|form|forms|question\w*|meeting\w*|municipal\w*|chair\w*|board|association\w*|cost"
    r"|costs|deadline\w*"
    r"|application\w*|room|rooms|member\w*|laugh\w*|knee\w*|document\w*|answer\w*|button\w*|fill|write|send"
    r"|grant\w*|pay|rent"
    r"|leader\w*|miss|fine|speaking|technology|finger\w*|file|files|dead tired|bureaucra\w*|back|reminding|record"
    r"|(?:jag|vi) menade (?!det\b|vad\b|att\b|allvar|var[jt])|skrev (?:jag )?fel"
    r"|(?:i|we) meant (?!it\b|to\b|what|every)|tarkoiti(?:n|mme) (?!sita|mita|tosi|totta|etta|joka))\b"
)
"""Words of papers, meetings and the like: beside them a weary first person is weary of those."""

_CUES = {
    Language.SV: (
        r"rep|snar|do\b|dod|dor\b|dog\b|lev|lva|liv|sjalv|suicid|sla\b|slar|slog|slag|spark|misshandl|kniv|yxa|pistol"
        r"|gevar|vapen|hot|radd|skar|skur|skad|tablett|pill|somn|overdos|medicin|hopplos|blod|vald|mening"
        r"|farval|avsked|panik|angest|jaga|forfolj|last|inlast|gom|forsvinn|slut|borda|sakna|stryp|strop|svart"
        r"|mork|slipp|ork|stryk|sista med|forlat|ta hand|upp|trott|less|palla|klarar|finnas|finns|existera"
        r"|vakna|hopp|battre|tafs|ror\b|utnyttj|dorr|vagar|tors|dumt|litar|ut\b|hang|skjut|drank|svalt|svald"
        r"|medvets|andas|fotts|onskar|overlev|tagit|tog\b|ihjal|helvete|bort\b|hata|tomt|druck|drack"
    ),
    Language.FI: (
        r"koys|naru|hirttosil"
        r"|jaks|kest|pyst|kuol|tapa|tappa|ela|ellaa|itse|itte|apua|autta|lyo|loi|hakka|puuk|veits|ase|kirve|uhk"
        r"|pelk|pelot|viil|leikk|laak|unil|paha|toivo|kunpa|verta|hengi|vaki|ilman|hyvast|jaahyv|ahdist|lopet|jahta"
        r"|vaani|piilo|luki|lukk|kuris|raisk|potk|puukot|laapp|koskett|paat|hirt|ammu|huku|olemassa|taakka"
        r"|kado|mustaa|hypp|kavel|heitta|yliann|oti|niel|syon|uskal|satu|vahing|luota|tyhmaa|kaipa|syyta|mieli"
        r"|selvi|viimei|antee|jarkea|mielta|hera|tajut|minuu|kukaan|sill|kato|raite|elam|pill|sillal|joi|juonu"
    ),
    Language.EN: (
        r"rope|noose|suicid|hang|overdos|live|dont|die|dying|dead|death|kill|alive|life|hurt|hit|beat|knife|gun|threat"
        r"|afraid|scared|frighten|terrif"
        r"|cut|slit|tablet|hopeless|bleed|breath|point|goodbye|hiding|lock|end\b|ending|over\b|cope|any ?more"
        r"|sorry|forgive|last mess|look after|take care|living|any longer|rape|chok|strangl|burden|disappear"
        r"|exist|worth|wish|jump|cant\b|cannot|can no|go on|take it|miss\b|wake|trust|stupid|stalk|chas|follow"
        r"|touch|abus|better|without|push|threw|let me|nobody|no one|room|bridge|roof|stab|attack|outside|axe"
        r"|punch|kick|slap|assault|drown|shoot|starv|poison|swallow|took|od\b|reason|to be over|pill"
        r"|drank|drunk|self|how m"
    ),
}
"""Beginnings of words without which no pattern fits; near them a closer reading is worth its while."""

SOMEBODY_NEAR = re.compile(
    r"\b(?:jag|ja(?! ,)|jaj|mig|mej|min|mitt|mina|ma|maa|mie|mua|minua|mut|minut|mulla|minulla|mun|minun|mulle|minulle"
    r"|en|haluan|olen|oon|han|hon|mies|hanella|\w{3,}(?:ani|eni|oni|uni|yni|sani)"
    r"|i|im|ive|id|me|my|myself|he|she|him|her)\b"
)
"""Who writes, or one person beside them."""

GROUPS = re.compile(
    r"\b(?:vi|oss|meidan|meilla|meita|meille|we|our|us|ours|\w{4,}mme|som|vilka|de som|de boende|folk|killar\w*"
    r"|tjejer\w*|unga|ungdomar\w*|aldre|barn|kvinnor|man som|manniskor|personer|andra|manga|nagra|var malgrupp"
    r"|jotka|joka|jolla|joilla|joiden|nuor\w+|vanhu\w+|lapset|lasten|naiset|naisia|miehet|ihmis\w+|moni|monet|muita"
    r"|toisia|sille"
    r"|who|whose|those|people|youth|young|older|elderly|children|women|men|others|many|anyone|teenagers)\b"
)


@cache
def cue(language: Language) -> re.Pattern[str]:
    """What a sentence of a language must hold to be worth a closer look."""
    return re.compile(rf"\b(?:{_CUES[language]})")


@cache
def patterns(language: Language) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """The patterns of a language in two: those that hold in any case, and those that yield to words of others.

    They are made when the first sentence wants them, for that takes a moment.
    """
    lines = [line for line in re.sub(r"\n +", "", _OWN[language]).splitlines() if line]
    yielding = [line.strip("!") for line in lines if line[0] == "!" or line[-1] == "!"]
    firm = [line for line in lines if line[0] != "!" and line[-1] != "!"]
    return _joined(firm, language), _joined(yielding, language)


def _joined(lines: list[str], language: Language) -> re.Pattern[str]:
    return re.compile("|".join(rf"(?:{_expanded(line, language)})" for line in lines) or r"(?!)")


def _expanded(line: str, language: Language) -> str:
    if line[0] not in "(^":
        line = rf"\b{line}"
    for name, pattern in _WHO[language].items():
        line = re.sub(rf"(?<![A-Z]){name}(?![A-Z])", pattern.replace("\\", r"\\"), line)
    line = re.sub(r"ANY(\d)", r"(?:\\w+ ){0,\1}", line)
    line = line.replace("END0", r"\b")
    return line.replace("END", r"(?=$| ?,| (?:och|men|nu|allt|hjalp|snalla|for|ja|mutta|kaikki|and|but|please|so)\b)")
