//! What is measured of each sentence: small whole numbers, the same in training and in service.

use crate::case::is_upper;
use crate::coherence::{self, Stance};
use crate::draft::Draft;
use crate::language::Script;
use crate::letters::{is_number, is_word};
use crate::most::most;
use crate::speech::Speech;
use crate::terms::{self, Terms, shared};
use crate::text::has_any;

/// Numbers per sentence.
pub const COUNT: usize = 34;

/// Terms that the article is about: those in most sentences.
const TOPIC_TERMS: usize = 12;

/// Two sentences that share more than this of the shorter one's terms say the same, per cent.
const REPEATS_PERCENT: usize = 60;

/// Counts over this say no more.
const CAP: usize = 60;

/// What several steps need to know of a draft.
#[derive(Debug)]
pub struct Analysis {
    /// The sentences' terms.
    pub terms: Terms,
    /// Terms of the title.
    pub title: Vec<u32>,
    /// Terms of the site's own standfirst.
    pub standfirst: Vec<u32>,
    /// The terms that stand in most sentences, sorted.
    pub topic: Vec<u32>,
    /// How each sentence stands.
    pub stances: Vec<Stance>,
    /// Words of each sentence.
    pub words: Vec<usize>,
    /// One row of [`COUNT`] numbers a sentence.
    pub rows: Vec<[i16; COUNT]>,
}

impl Analysis {
    /// Measures a draft. Cost is linear in the text, but for sorting.
    pub fn new(draft: &Draft<'_>, speech: &[Speech<'_>]) -> Self {
        let terms = Terms::new(draft.sentences.iter().map(|s| s.text), &draft.language);
        let mut analysis = Analysis {
            title: terms.known(&draft.article.title),
            standfirst: terms.known(&draft.article.standfirst),
            topic: topic(&terms),
            stances: coherence::stances(draft, speech),
            words: draft.sentences.iter().map(|s| terms::count_words(s.text) as usize).collect(),
            terms,
            rows: Vec::new(),
        };
        analysis.rows = rows(draft, &analysis);
        analysis
    }

    /// Whether two sentences say the same.
    pub fn repeats(&self, a: usize, b: usize) -> bool {
        let (a, b) = (self.terms.of(a), self.terms.of(b));
        shared(a, b) * 100 > a.len().min(b.len()) * REPEATS_PERCENT
    }

    /// Whether no two of a choice say the same.
    pub fn differ(&self, chosen: &[usize]) -> bool {
        let mut rest = chosen;
        while let Some((a, others)) = rest.split_first() {
            if others.iter().any(|b| self.repeats(*a, *b)) {
                return false;
            }
            rest = others;
        }
        true
    }
}

fn topic(terms: &Terms) -> Vec<u32> {
    let weight = |id: usize| Some(terms.frequency(id as u32) as i32).filter(|count| *count > 1);
    let ids = most(terms.frequency.len(), TOPIC_TERMS, &weight);
    let mut ids: Vec<u32> = ids.into_iter().map(|id| id as u32).collect();
    ids.sort_unstable();
    ids
}

fn rows(draft: &Draft<'_>, analysis: &Analysis) -> Vec<[i16; COUNT]> {
    let count = draft.sentences.len();
    let blocks = draft.sentences.chunk_by(|a, b| a.block == b.block).count();
    let all_words: usize = analysis.words.iter().sum();
    let mut rows = Vec::with_capacity(count);
    let (mut block, mut within) = (0, 0);
    for (at, sentence) in draft.sentences.iter().enumerate() {
        if at > 0 {
            let same = draft.sentences.get(at - 1).is_some_and(|s| s.block == sentence.block);
            (block, within) = if same { (block, within + 1) } else { (block + 1, 0) };
        }
        let own = analysis.terms.of(at);
        let words = analysis.words.get(at).copied().unwrap_or_default();
        let repeated = |id: &u32| (analysis.terms.frequency(*id) as usize).saturating_sub(1);
        let sum: usize = own.iter().map(|id| repeated(id).min(10)).sum();
        let first =
            |id: &u32| analysis.terms.first.get(*id as usize).copied().unwrap_or(0) as usize;
        let last = |id: &u32| analysis.terms.last.get(*id as usize).copied().unwrap_or(0) as usize;
        let introduced: usize =
            own.iter().filter(|id| first(id) == at).map(|id| repeated(id).min(10)).sum();
        let title = shared(own, &analysis.title);
        let standfirst = shared(own, &analysis.standfirst);
        let marks = Marks::of(sentence.text);
        let neighbour =
            |other: Option<usize>| other.map_or(0, |o| shared(own, analysis.terms.of(o)));
        rows.push([
            clamp(at.min(CAP)),
            clamp(at * 100 / count.max(1)),
            clamp(count.min(200)),
            clamp(block.min(CAP)),
            clamp(within.min(10)),
            clamp(words.min(120)),
            clamp(own.len()),
            clamp(title * 100 / analysis.title.len().max(1)),
            clamp(title),
            clamp(standfirst * 100 / analysis.standfirst.len().max(1)),
            clamp(sum * 100 / own.len().max(1)),
            clamp(sum),
            clamp(shared(own, &analysis.topic)),
            clamp(if at == 0 {
                0
            } else {
                shared(own, analysis.terms.of(0)) * 100 / own.len().max(1)
            }),
            clamp(own.iter().filter(|id| last(id) > at).count() * 100 / own.len().max(1)),
            clamp(own.iter().filter(|id| first(id) < at).count() * 100 / own.len().max(1)),
            clamp(introduced),
            marks.numbers,
            marks.capitals,
            marks.quotes,
            i16::from(marks.opens_quote),
            i16::from(marks.asks),
            marks.commas,
            match analysis.stances.get(at) {
                Some(Stance::Leans(_)) => 1,
                Some(Stance::Unfit) => 2,
                Some(Stance::Opens(_)) => 3,
                _ => 0,
            },
            clamp(sentence.text.len() / words.max(1)),
            language_class(draft),
            clamp(analysis.title.len()),
            clamp(blocks.min(100)),
            clamp(all_words / count.max(1)),
            clamp(neighbour(at.checked_sub(1))),
            clamp(neighbour(Some(at + 1))),
            i16::from(within == 0),
            clamp(analysis.standfirst.len()),
            clamp(count.saturating_sub(at + 1).min(CAP)),
        ]);
    }
    rows
}

fn language_class(draft: &Draft<'_>) -> i16 {
    match (draft.language.code, draft.language.script) {
        ("en", _) => 0,
        (_, Script::Latin) => 1,
        (_, script) if script.is_unspaced() => 3,
        _ => 2,
    }
}

/// What the characters of a sentence show.
#[derive(Default)]
struct Marks {
    numbers: i16,
    capitals: i16,
    quotes: i16,
    commas: i16,
    opens_quote: bool,
    asks: bool,
}

impl Marks {
    fn of(text: &str) -> Self {
        let mut marks = Marks { asks: has_any(text, "?？؟"), ..Marks::default() };
        let mut before = ' ';
        for (at, c) in text.char_indices() {
            let starts = !is_word(before);
            if is_number(c) && starts {
                marks.numbers = marks.numbers.saturating_add(1);
            } else if is_upper(c) && starts && at > 0 {
                marks.capitals = marks.capitals.saturating_add(1);
            } else if matches!(c, '"' | '“' | '”' | '„' | '«' | '»' | '「' | '」') {
                marks.quotes = marks.quotes.saturating_add(1);
                marks.opens_quote |= at == 0;
            } else if matches!(c, ',' | '，' | '、' | '،') {
                marks.commas = marks.commas.saturating_add(1);
            }
            before = c;
        }
        let cap = |count: i16| count.min(20);
        Marks {
            numbers: cap(marks.numbers),
            capitals: cap(marks.capitals),
            quotes: cap(marks.quotes),
            commas: cap(marks.commas),
            ..marks
        }
    }
}

/// A count as a feature.
pub fn clamp(count: usize) -> i16 {
    i16::try_from(count).unwrap_or(i16::MAX)
}
