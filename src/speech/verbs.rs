//! Verbs that name a speaker, by language: the forms that newspapers print. Own curation, 2026-11.

use crate::text::row_of;

/// The verbs of a language, parted by one space; empty where there are none.
pub fn verbs_of(language: &str) -> &'static str {
    row_of(VERBS, language).unwrap_or_default()
}

/// Code and verbs, parted by a bar.
const VERBS: &str = "\
en|said says told added adds asked asks replied wrote writes stated stating explained explains argued argues warned warns insisted insists continued recalled announced declared noted notes emphasized emphasised tweeted admitted concluded saying adding\n\
de|sagte sagt erklärte erklärt betonte betont meinte meint fragte fragt schrieb schreibt antwortete ergänzte kritisierte warnte berichtete forderte rief so\n\
fr|dit affirme affirmé explique expliqué déclare déclaré ajoute ajouté estime estimé assure assuré souligne souligné raconte demande répond précise précisé lance confie écrit\n\
es|dijo dice afirmó afirma explicó explica añadió añade señaló señala aseguró asegura declaró declara preguntó respondió escribió indicó sostuvo comentó agregó\n\
pt|disse diz afirmou afirma explicou explica acrescentou acrescenta declarou declara perguntou respondeu escreveu destacou contou ressaltou\n\
it|detto dice disse afferma affermato spiega spiegato aggiunge aggiunto dichiara dichiarato sottolinea racconta commenta scrive chiede risponde\n\
nl|zei zegt aldus vertelt vertelde verklaarde schreef schrijft vroeg antwoordde stelt\n\
sv|säger sade sa berättar skriver menar uppger förklarar frågade\n\
da|siger sagde fortæller skriver mener forklarer oplyser spurgte\n\
no|sier sa forteller skriver mener forklarer opplyser spurte\n\
fi|sanoo sanoi kertoo kertoi toteaa totesi kirjoittaa kysyi arvioi\n\
pl|powiedział powiedziała mówi stwierdził stwierdziła dodał dodała zapytał zapytała podkreślił podkreśliła wyjaśnił wyjaśnia napisał oświadczył\n\
cs|řekl řekla říká uvedl uvedla dodal dodala prohlásil vysvětlil napsal\n\
ru|сказал сказала сказали говорит заявил заявила заявили отметил отметила добавил добавила подчеркнул пояснил пояснила рассказал рассказала написал спросил ответил\n\
uk|сказав сказала каже заявив заявила зазначив зазначила додав додала наголосив пояснив розповів розповіла написав запитав відповів\n\
tr|dedi söyledi belirtti açıkladı ekledi konuştu sordu vurguladı\n\
id|kata ujar ucap tutur jelas katanya ujarnya tegas ungkap mengatakan menyatakan\n\
ro|spus spune declarat adăugat afirmat explicat scris precizat transmis\n\
el|είπε λέει δήλωσε τόνισε πρόσθεσε ανέφερε εξήγησε\n\
hu|mondta mondja közölte hozzátette kijelentette írta hangsúlyozta";
