//! Words that lean on what came before.

use crate::language::tables::{Table, fields_of};
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
        let mut row = fields_of(Table::Openers, code)?;
        Some(Openers {
            persons: row.next()?,
            demonstratives: row.next()?,
            others: row.next()?,
            inverted: row.next()?,
        })
    }
}

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
