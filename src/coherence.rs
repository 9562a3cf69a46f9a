//! Whether a sentence stands alone, or leans on one that a reader of the summary may not see.
//!
//! The kinds follow Zhang, Wan and Bansal, "Extractive is not faithful" (2022): a pronoun or
//! demonstrative without its noun, a discourse mark without what it marks, and what misleads when
//! cut off (half a quotation, a colon with nothing behind it).

use crate::case::{folded, is_upper};
use crate::language::{Language, Script, holds};

/// How a sentence stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stance {
    /// It stands alone.
    Alone,
    /// It leans on the sentence before it.
    Leans,
    /// It cannot be shown at all: a fragment.
    Unfit,
}

/// Pronouns of the third person.
const PERSONS: &str = "he she they him her his their them";

/// Words from the start in which a pronoun without a name before it points back.
const PRONOUN_REACH: usize = 8;

/// Fewest words of a sentence worth showing.
const FEWEST_WORDS: u32 = 4;

/// Words that begin a leaning sentence, by language; own curation, 2026-11.
const OPENERS: &[(&str, &str)] = &[
    (
        "en",
        "he she it they his her its their him them this that these those such but however and also so then thus therefore yet still instead meanwhile moreover furthermore nevertheless nonetheless otherwise similarly likewise consequently hence besides or nor both neither another others there here because which who",
    ),
    (
        "de",
        "er sie es sein seine seinen seiner ihr ihre ihren ihrer dies diese dieser dieses diesem diesen das dort dabei dazu dafür dagegen damit daher deshalb deswegen doch aber jedoch allerdings außerdem zudem auch so dann und denn trotzdem dennoch stattdessen hier dadurch darauf darum beide solche",
    ),
    (
        "fr",
        "il elle ils elles son sa ses leur leurs ce cet cette ces cela ceci celui celle ceux mais et or donc car ainsi aussi alors puis cependant pourtant toutefois enfin ensuite là en y eux lui",
    ),
    (
        "es",
        "él ella ellos ellas su sus este esta estos estas ese esa esos esas esto eso aquel aquella pero y además también así entonces sin embargo luego por tampoco allí ahí",
    ),
    (
        "pt",
        "ele ela eles elas seu sua seus suas este esta estes estas esse essa esses essas isto isso aquele mas e além também assim então porém contudo entretanto depois lá ali já",
    ),
    (
        "it",
        "egli lui lei loro essi esse suo sua suoi sue questo questa questi queste quello quella ciò ma e inoltre anche così allora però tuttavia quindi poi infatti lì",
    ),
    (
        "nl",
        "hij zij ze het zijn haar hun dit dat deze die maar en ook dus toen daar daarom daarna echter bovendien toch hier daarbij daarmee",
    ),
    (
        "sv",
        "han hon den det de hans hennes dess deras denna detta dessa men och också så då där därför dock dessutom sedan",
    ),
    (
        "da",
        "han hun den det de hans hendes dens deres denne dette disse men og også så da der derfor dog desuden",
    ),
    (
        "no",
        "han hun den det de hans hennes dens deres denne dette disse men og også så da der derfor likevel dessuten",
    ),
    (
        "pl",
        "on ona ono oni one jego jej ich to ten ta te tym tego ale a i także też więc dlatego jednak ponadto tam wtedy",
    ),
    (
        "cs",
        "on ona ono oni jeho její jejich to ten ta tato tento toto ale a také proto však tam pak",
    ),
    (
        "ru",
        "он она оно они его её ее их это этот эта эти тот та те но а и также тоже поэтому однако там тогда кроме затем потом так",
    ),
    (
        "uk",
        "він вона воно вони його її їх це цей ця ці але а і та також тому однак проте там тоді крім потім так",
    ),
    ("tr", "o bu şu onlar bunlar onun bunun ama ancak fakat ve ayrıca böylece bunun bu"),
    (
        "id",
        "ia dia mereka ini itu hal tetapi tapi namun dan selain juga sehingga karena lalu kemudian",
    ),
    ("vi", "ông bà anh chị họ nó đây đó điều nhưng và ngoài cũng vì do sau"),
    ("bn", "তিনি সে তারা তাঁর তার এটি এ কিন্তু তবে এবং এছাড়া"),
    ("ur", "وہ یہ ان اس انہوں لیکن مگر اور تاہم"),
    ("ar", "هو هي هم هذا هذه ذلك تلك لكن ولكن كما و وأضاف وقال وأوضح وأشار"),
    ("fa", "او آن این آنها وی اما و همچنین"),
    ("hi", "वह वे यह ये उन्होंने उसने इस उस लेकिन और हालांकि"),
    ("zh", "他 她 它 他们 她们 这 那 但 但是 而 而且 因此 此外"),
    ("ja", "彼 彼女 これ それ この その しかし また そして 一方"),
    ("ko", "그는 그녀는 이는 그 이 하지만 그러나 또 또한 그리고"),
    ("el", "αυτός αυτή αυτό αυτοί αλλά και όμως επίσης ωστόσο"),
    ("he", "הוא היא הם זה זו אבל אך גם לכן"),
];

/// Nouns that make a demonstrative stand alone: "this week".
const TIMES: &str = "week month year morning afternoon evening weekend summer winter spring autumn woche jahr monat semaine année mois semana año mes ano settimana anno mese";

/// How a sentence stands.
pub fn stance(sentence: &str, language: &Language) -> Stance {
    if crate::terms::count_words(sentence) < FEWEST_WORDS
        || is_torn(sentence)
        || is_label(sentence, language)
    {
        return Stance::Unfit;
    }
    if is_bare_quotation(sentence) || points_back(sentence, language) {
        Stance::Leans
    } else {
        Stance::Alone
    }
}

/// Whether the sentence opens with a word that points to the sentence before.
fn points_back(sentence: &str, language: &Language) -> bool {
    let bare = sentence.trim_start_matches(|c: char| !c.is_alphanumeric());
    let mut words = bare.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let first = folded(words.next().unwrap_or_default());
    let second = folded(words.next().unwrap_or_default());
    let Some((_, openers)) = OPENERS.iter().find(|(code, _)| *code == language.code) else {
        return false;
    };
    if language.script.is_unspaced() {
        return openers.split(' ').any(|opener| first.starts_with(opener));
    }
    let opener = holds(openers, &first) && !holds(TIMES, &second);
    opener || (language.code == "en" && has_early_pronoun(bare))
}

/// A third person among the first words with no name before it: "When asked, he said nothing".
fn has_early_pronoun(sentence: &str) -> bool {
    let mut named = false;
    for (at, word) in crate::terms::words(sentence).take(PRONOUN_REACH).enumerate() {
        if at > 0 && holds(PERSONS, word) {
            return !named;
        }
        // A capital at the very start may be any word's.
        named |= at > 0 && word.starts_with(is_upper);
    }
    false
}

/// A quotation from end to end, without words that say whose it is.
fn is_bare_quotation(sentence: &str) -> bool {
    let marks = sentence.chars().filter(|c| is_mark(*c)).count();
    marks == 2 && sentence.starts_with(is_mark) && sentence.ends_with(is_mark)
}

fn is_mark(c: char) -> bool {
    matches!(c, '"' | '“' | '”' | '„' | '«' | '»' | '「' | '」' | '『' | '』')
}

/// A caption or a label: no mark ends it, in scripts that end sentences with one.
fn is_label(sentence: &str, language: &Language) -> bool {
    language.script != Script::Southeast
        && sentence.trim_end().chars().next_back().is_some_and(char::is_alphanumeric)
}

/// Half a quotation, an open bracket, or a colon with nothing behind it.
fn is_torn(sentence: &str) -> bool {
    let mut curly = 0_i32;
    let mut straight = 0_u32;
    let mut round = 0_i32;
    let mut angle = 0_i32;
    let mut corner = 0_i32;
    let mut low = false;
    for c in sentence.chars() {
        match c {
            '„' => {
                low = true;
                curly += 1;
            }
            // After a low mark the high one closes, whichever way it curls.
            '“' if low => curly -= 1,
            '“' => curly += 1,
            '”' => curly -= 1,
            '"' => straight += 1,
            '(' => round += 1,
            ')' => round -= 1,
            '«' => angle += 1,
            '»' => angle -= 1,
            '「' => corner += 1,
            '」' => corner -= 1,
            _ => {}
        }
    }
    curly != 0
        || !straight.is_multiple_of(2)
        || round != 0
        || angle != 0
        || corner != 0
        || sentence.trim_end().ends_with([':', '：'])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::by_tag;

    #[test]
    fn stances() {
        let cases = [
            ("en", "The council voted on the bridge.", Stance::Alone),
            ("en", "He said that the bridge was old.", Stance::Leans),
            ("en", "This week the council will vote.", Stance::Alone),
            ("en", "“We will not pay for the bridge.", Stance::Unfit),
            ("en", "She put it plainly in the hall:", Stance::Unfit),
            ("en", "Not again.", Stance::Unfit),
            ("en", "The bridge by night, from the river", Stance::Unfit),
            ("en", "When asked about the bridge, he said nothing.", Stance::Leans),
            ("en", "When Hale was asked, he said nothing.", Stance::Alone),
            ("en", "“Nobody asked us about the bridge.”", Stance::Leans),
            ("en", "“Nobody asked us,” said Hale, “and nobody will.”", Stance::Alone),
            ("de", "„Wir zahlen nicht“, sagte die Ministerin.", Stance::Alone),
            ("zh", "他说这座桥太旧了，需要重建。", Stance::Leans),
            ("xx", "He said that the bridge was old.", Stance::Alone),
        ];
        for (tag, sentence, stance_wanted) in cases {
            let row = by_tag(tag).unwrap_or(&crate::language::UNKNOWN);
            assert_eq!(stance(sentence, row), stance_wanted, "{sentence}");
        }
    }
}
