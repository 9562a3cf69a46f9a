//! Words that lean on what came before, by language; own curation, 2026-11.

use crate::text::{fields, row_of};
use crate::tokens::kind;

/// The words of one language.
#[derive(Debug)]
pub struct Openers {
    /// Persons: who is meant stands in the nearest sentence that names somebody.
    pub persons: &'static str,
    /// Demonstratives, which lean behind a function word too ("In diesem Fall").
    pub demonstratives: &'static str,
    /// Links and the like: what is meant stands in the sentence before. `a+b` leans only as a
    /// pair, `a-b` does not lean though `a` does.
    pub others: &'static str,
    /// Subject pronouns which, behind the verb of a sentence that opens with something else, name
    /// nobody ("Später spielt er den Ball").
    pub inverted: &'static str,
}

impl Openers {
    /// Those of a language, by its code.
    pub fn of(code: &str) -> Option<Self> {
        let mut row = fields(row_of(ROWS, code)?, b'|');
        Some(Openers {
            persons: row.next()?,
            demonstratives: row.next()?,
            others: row.next()?,
            inverted: row.next()?,
        })
    }
}

/// Code, persons, demonstratives, others, inverted, parted by a bar: one string packs smaller than an array of rows.
const ROWS: &str = "\
en|he she they his her their|this that these those such|it its him them but however and also so so-far then thus therefore yet still instead meanwhile moreover furthermore nevertheless nonetheless otherwise similarly likewise consequently hence besides or nor both neither none another others there there-is there-are there-was there-were there-has there-have there-will here which who you your because+of as+such for+example for+instance in+addition in+contrast in+turn additionally later afterwards afterward rather rather-than again on+top|\n\
de|er sie sein seine seinen seinem seiner ihr ihre ihren ihrem ihrer|dies diese dieser dieses diesem diesen|das dort dabei dazu dafür dagegen damit daher deshalb deswegen doch aber jedoch allerdings außerdem zudem auch so dann und denn trotzdem dennoch stattdessen hier dadurch darauf darum beide solche ähnlich ebenso oder dorthin darin von+solchen es+handelt|er sie\n\
fr|il elle ils elles son sa ses leur leurs lui eux il-y il-faut|ce cet cette ces|cela ceci celui celle celles ceux mais et or donc car ainsi aussi alors alors-que puis cependant pourtant toutefois enfin ensuite là y en+effet en+outre en+revanche en+fait en+parallèle en+conséquence d+ailleurs par+ailleurs pour+autant de+plus de+même voilà|\n\
es|él ella ellos ellas su sus añadió+que agregó+que dijo+que afirmó+que señaló+que comentó+que|este esta estos estas ese esa esos esas|esto eso aquel aquella pero y además también así entonces luego tampoco allí ahí sin+embargo por+ello por+eso por+tanto por+otra dicho dicha dichos dichas ahora+bien se+trata ambos ambas|\n\
pt|ele ela eles elas seu sua seus suas acrescentou+que disse+que afirmou+que|este esta estes estas esse essa esses essas|isto isso aquele mas e além também assim então porém contudo entretanto depois lá ali trata+se neste nesta nestes nestas nesse nessa nesses nessas deste desta disso|\n\
it|egli lui lei loro essi esse suo sua suoi sue ha+aggiunto ha+detto|questo questa questi queste quello quella|ciò tale tali ma e inoltre anche così allora però tuttavia quindi poi infatti lì si+tratta intanto|\n\
ca|ell ella ells elles|aquest aquesta aquests aquestes|això allò però i també així llavors tampoc allà a+més per+això|\n\
nl|hij zij ze zijn haar hun|dit deze die|dat maar en ook dus toen daar daarom daarna echter bovendien toch hier daarbij daarmee|hij zij ze\n\
sv|han hon hans hennes deras|denna detta dessa|den det de dess men och också så då där därför dock dessutom sedan|han hon\n\
da|han hun hans hendes deres|denne dette disse|den det de dens men og også så da der derfor dog desuden|han hun\n\
no|han hun hans hennes deres|denne dette disse|den det de dens men og også så da der derfor likevel dessuten|han hun\n\
pl|on ona ono oni one jego jej ich dodał+że dodała+że powiedział+że powiedziała+że|tym tego tej tych|to ten ta te ale a i także też więc dlatego jednak ponadto tam wtedy poza+tym chodzi+o dodatkowo|\n\
sk|on ona ono oni jeho jej ich dodal+že dodala+že|tomto tejto týchto|to ten tá toto tento táto ale a aj tiež preto však tam navyše potom|\n\
sl|on ona ono oni njegov njegova njen njihov dodal+je dodala+je|tem tej teh|to ta tisti ampak vendar a in tudi zato tam takrat nato poleg+tega|\n\
hr|on ona ono oni njegov njegova njezin njihov dodao+je dodala+je|tom toj ovom ovoj|to taj ta ovo ovaj ova ali no a i također stoga zato međutim ipak tamo tada zatim potom osim+toga|\n\
cs|on ona ono oni jeho její jejich dodal+že dodala+že|tomto této těchto|to ten ta tato tento toto ale a také proto však tam pak navíc přesto|\n\
ru|он она оно они его её ее их по+его по+ее|этого этом этой этому этих|это этот эта эти тот та те но а и также тоже поэтому однако там тогда кроме+того затем потом так|\n\
bg|той тя те неговият нейният техният|това този тази тези|но а и също затова обаче там тогава освен+това след+това|\n\
uk|він вона воно вони його її їх|цього цьому цій цих|це цей ця ці але а і та також тому однак проте там тоді крім+того потім так|\n\
tr|o onlar onun onların||bu şu bunlar bunun ama ancak fakat ve ayrıca böylece|\n\
id|ia dia mereka||ini itu hal tetapi tapi namun dan juga sehingga lalu kemudian selain+itu karena+itu|\n\
vi|ông bà anh chị họ nó||đây đó điều nhưng và cũng ngoài+ra sau+đó do+đó do+vậy vì+vậy vì+thế|\n\
bn|তিনি সে তারা তাঁর তার||এটি এ কিন্তু তবে এবং এছাড়া|\n\
ur|وہ انہوں||یہ ان اس لیکن مگر اور تاہم|\n\
ar|هو هي هم||وأضاف وأضافت وتابع وتابعت وقال+إن وقالت+إن هذا هذه ذلك تلك لكن ولكن كما و غير+أن إلا+أن|\n\
fa|او آنها وی||آن این اما و همچنین|\n\
hi|वह वे उन्होंने उसने||यह ये इस उस लेकिन और हालांकि|\n\
zh|他 她 它||这 那 但 而 因此 此外 该 其 对此 不过 然而|\n\
ja|彼 同氏||これ それ この その しかし また そして 一方 同社 同日 同様 さらに だが ただ|\n\
ko|그는 그녀는 그들은 그의||이는 그 이 하지만 그러나 또 또한 그리고 이에 이를 이와|\n\
fi|hän he hänen heidän||se tämä nämä mutta ja myös siksi kuitenkin lisäksi siellä|\n\
ro|el ea ei ele|acest această aceste acestui|acesta aceasta acestea dar și iar însă totuși astfel apoi acolo de+asemenea|\n\
hu|ő ők||ez ezek ezen ezt hozzátette és így ezért azonban emellett|\n\
lt|jis ji jie jos jo jų|šio šiuo|tai šis ši šie bet o ir todėl tačiau ten tada taip+pat be+to|\n\
el|αυτός αυτή||αυτό αυτοί αλλά και όμως επίσης ωστόσο|\n\
he|הוא היא הם לדבריו לדבריה||זה זו אבל אך גם לכן|";

/// English words that matter to who is meant, by their kind.
#[rustfmt::skip] // one class a line
pub const CLASSES: &[(u16, &str)] = &[
    (kind::ONE, "he she him her his hers himself herself"),
    (kind::SEVERAL, "they them their theirs themselves"),
    (kind::PEOPLE, "man woman boy girl suspect victim mother father mom dad wife husband son daughter brother sister king queen prince princess student teenager pilot judge coach teacher doctor nurse patient child baby driver officer policeman soldier player singer actor actress author writer worker leader president minister senator lawyer attorney lawmaker spokesman spokeswoman chairman director manager founder owner candidate resident passenger"),
    (kind::GROUP, "police people couple family team government company crew group public staff council party band children men women"),
    (kind::PLACE, "in at on inside outside within near across during"),
    (kind::CLAUSE, "in at on inside outside within near across after before when while as despite with for during if since because although though until once by from following like unlike"),
];

/// Nouns that make a demonstrative stand alone ("this week"), and days: no names of persons.
pub const TIMES: &str = "week month year morning afternoon evening weekend summer winter spring autumn monday tuesday wednesday thursday friday saturday sunday woche jahr montag dienstag mittwoch donnerstag freitag samstag sonntag monat semaine année mois lundi mardi mercredi jeudi vendredi samedi dimanche matin soir semana año mes ano settimana anno mese lunes martes miércoles jueves viernes sábado domingo mês segunda terça quarta quinta sexta noite noche lunedì martedì mercoledì giovedì venerdì sera saison season temporada jour été wochenende abend sommer herbst jaar maand roku";
