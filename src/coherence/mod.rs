//! Whether a sentence stands alone, or leans on one that a reader of the summary may not see.
//!
//! The kinds follow Zhang, Wan and Bansal, "Extractive is not faithful" (2022): a pronoun or
//! demonstrative without its noun, a discourse mark without what it marks, and what misleads when
//! cut off (half a quotation, a colon with nothing behind it).

mod openers;
mod reading;
mod torn;

use crate::draft::Draft;
use crate::speech::Speech;
use crate::tokens::Tokens;
pub use openers::TIMES;
use reading::{Reader, Reading};
use torn::{Cut, cut};

/// How a sentence stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stance {
    /// It stands alone.
    Alone,
    /// It leans on this sentence: the one before, or the one that names who is meant.
    Leans(usize),
    /// It opens what the next sentence closes or goes on with: a quotation, what its colon announces, a
    /// question. It may lean too.
    Opens(Option<usize>),
    /// It cannot be shown at all: a fragment.
    Unfit,
}

impl Stance {
    /// The sentence that it leans on.
    fn root(self) -> Option<usize> {
        match self {
            Stance::Leans(root) => Some(root),
            Stance::Opens(root) => root,
            Stance::Alone | Stance::Unfit => None,
        }
    }
}

/// How each sentence of a story stands. Cost is linear in the text.
pub fn stances(draft: &Draft<'_>, speech: &[Speech<'_>], tokens: &mut Tokens) -> Vec<Stance> {
    let mut stances: Vec<Stance> = Vec::with_capacity(draft.sentences.len());
    let mut persons = None;
    let reader = Reader::new(draft.language, tokens);
    for (at, sentence) in draft.sentences.iter().enumerate() {
        let spoken = speech.get(at).copied().unwrap_or_default();
        let mut reading = reader.read(sentence.text, at);
        let lacks = cut(sentence.text);
        let (inside, opens) = (spoken.begins_inside, spoken.ends_inside);
        let opened = matches!(stances.last(), Some(Stance::Opens(_)));
        let middle = inside && opens && lacks.is_none();
        match lacks {
            // The end of a quotation needs its beginning, and so does its middle, which bears no mark.
            Some(Cut::Quotation) if inside && !opens && opened => reading = Reading::Before,
            None if middle && reading == Reading::Alone => reading = Reading::Before,
            Some(Cut::Quotation) if !inside && opens => {}
            None | Some(Cut::Rest) => {}
            _ => reading = Reading::Unfit,
        }
        let root = match reading {
            Reading::Person => persons.or(at.checked_sub(1)),
            Reading::Before => at.checked_sub(1),
            Reading::Alone | Reading::Unfit => None,
        };
        persons = match reading {
            // Whoever is named here is meant from here on.
            Reading::Person if !reader.names(at) => root,
            Reading::Person => Some(at),
            Reading::Unfit => None,
            Reading::Alone | Reading::Before => Some(at),
        };
        stances.push(match reading {
            Reading::Unfit => Stance::Unfit,
            _ if middle || lacks == Some(Cut::Rest) || lacks.is_some() && !inside => {
                Stance::Opens(root)
            }
            _ => root.map_or(Stance::Alone, Stance::Leans),
        });
    }
    // A text without end marks has no sentence that is fit: then its pieces are read as sentences.
    if stances.iter().all(|stance| *stance == Stance::Unfit) {
        stances.fill(Stance::Alone);
    }
    stances
}

/// Whether a choice, in reading order, reads well: whoever leans has what it leans on right before
/// it, or another that leans on the same; whoever opens something has the next sentence behind it.
pub fn stands(stances: &[Stance], chosen: &[usize]) -> bool {
    let stance = |at: usize| stances.get(at).copied().unwrap_or(Stance::Alone);
    let mut before: Option<usize> = None;
    chosen.iter().enumerate().all(|(place, &at)| {
        let previous = before.replace(at);
        let leans = stance(at).root().is_none_or(|root| {
            previous
                .is_some_and(|previous| previous == root || stance(previous).root() == Some(root))
        });
        let opens = matches!(stance(at), Stance::Opens(_));
        leans && stance(at) != Stance::Unfit && (!opens || chosen.get(place + 1) == Some(&(at + 1)))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::by_tag;

    #[test]
    fn stories() {
        use Stance::{Alone, Leans, Opens, Unfit};
        let cases: [(&str, &[Stance]); 9] = [
            (
                "Hale spoke in town on Friday. She said the bridge was old. She wants a new one built.",
                &[Alone, Leans(0), Leans(0)],
            ),
            (
                "“We will not pay for the bridge. Nobody asked us about it,” said Hale.",
                &[Opens(None), Leans(0)],
            ),
            (
                "“We will not pay for the bridge. Nobody asked us about it. It was never ours,” said Hale.",
                &[Opens(None), Opens(Some(0)), Leans(1)],
            ),
            ("Nobody in the town will pay for “the bridge.", &[Opens(None)]),
            ("What did the town pay for? The bridge was far too dear.", &[Opens(None), Alone]),
            ("As the mayor wrote in his book on the town (Harbury, 1997),", &[Opens(None)]),
            (
                "Hale spoke in town on Friday. “They asked me to go,” said Ilir Brandt. He has since left it.",
                &[Alone, Leans(0), Leans(1)],
            ),
            (
                "The workers’ council met on Friday. ‘Nobody asked us about the bridge.",
                &[Alone, Unfit],
            ),
            ("Nobody asked the council (or so it said.", &[Alone]),
        ];
        for (text, wanted) in cases {
            let page = crate::Page::from_text(text);
            let article = crate::article::find(&page);
            let options = crate::Options::default();
            let draft = Draft::new(&page, &article, by_tag("en").unwrap(), &options);
            let mut tokens =
                Tokens::new(&draft.sentences.iter().map(|s| s.text).collect::<Vec<_>>());
            let speech = crate::speech::mark(&draft);
            assert_eq!(stances(&draft, &speech, &mut tokens), wanted, "{text}");
        }
    }

    #[test]
    fn choices() {
        use Stance::{Alone, Leans, Opens, Unfit};
        let stances = [Alone, Leans(0), Leans(0), Alone, Leans(3), Unfit, Opens(None), Leans(6)];
        let cases: [(&[usize], bool); 11] = [
            (&[6], false),
            (&[7], false),
            (&[3, 6, 7], true),
            (&[6, 7, 8], true),
            (&[0, 1, 2], true),
            (&[0, 2], true),
            (&[1], false),
            (&[0, 3, 4], true),
            (&[0, 4], false),
            (&[3, 5], false),
            (&[], true),
        ];
        for (chosen, wanted) in cases {
            assert_eq!(stands(&stances, chosen), wanted, "{chosen:?}");
        }
    }
}
