//! What is measured of each sentence: small whole numbers, the same in training and in service.

use crate::case::is_upper;
use crate::coherence::{self, Stance};
use crate::draft::Draft;
use crate::letters::{is_number, is_word};
use crate::most::most;
use crate::speech::Speech;
use crate::terms::{Terms, shared};
use crate::text::placed;
use crate::tokens::{Tokens, kind};

/// Numbers per sentence.
pub const COUNT: usize = 34;

/// Places in a row of the numbers that sets look up.
pub mod place {
    /// Sentences of the article.
    pub const SENTENCES: usize = 2;
    /// Words of the sentence.
    pub const WORDS: usize = 5;
    /// Share of the title's terms that it holds.
    pub const TITLE_SHARE: usize = 7;
    /// Its capitals.
    pub const CAPITALS: usize = 18;
    /// Class of the article's language.
    pub const LANGUAGE: usize = 25;
    /// Mean length of the article's sentences, words.
    pub const MEAN_WORDS: usize = 28;
}

/// The class of English.
pub const ENGLISH: i16 = 0;

/// Terms that the article is about: those in most sentences.
const TOPIC_TERMS: usize = 12;

/// Two sentences that share more than this of the shorter one's terms say the same, per cent.
const REPEATS_PERCENT: usize = 60;

/// Counts over this say no more.
const CAP: usize = 60;

/// What else holds a term, as bits of [`crate::terms::Term::marks`].
pub mod marks {
    /// The title.
    pub const TITLE: u8 = 1;
    /// The site's own standfirst.
    pub const STANDFIRST: u8 = 2;
    /// What the reader cares about.
    pub const FOCUS: u8 = 4;
    /// It stands in most sentences.
    pub const TOPIC: u8 = 8;
}

/// What several steps need to know of a draft.
#[derive(Debug)]
pub struct Analysis {
    /// The sentences' words.
    pub tokens: Tokens,
    /// Their terms.
    pub terms: Terms,
    /// How many terms the title has.
    pub title: usize,
    /// How many the site's own standfirst has.
    pub standfirst: usize,
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
        let count = draft.sentences.len();
        let mut texts: Vec<&str> = Vec::with_capacity(count + 2);
        for sentence in &draft.sentences {
            texts.push(sentence.text);
        }
        texts.push(&draft.article.title);
        texts.push(&draft.article.standfirst);
        texts.extend_from_slice(&draft.options.focus);
        let mut tokens = Tokens::new(&texts);
        tokens.mark(draft.language.function_words, kind::FUNCTION);
        let mut terms = Terms::new(texts.get(..count).unwrap_or_default(), &tokens);
        // How many terms the title has, the standfirst, the last of the focus words.
        let mut sizes = [0; 3];
        for (at, text) in texts.iter().enumerate().skip(count) {
            let known = terms.known(text, &tokens, at);
            let place = (at - count).min(2);
            terms.mark(&known, 1 << place);
            if let Some(size) = sizes.get_mut(place) {
                *size = known.len();
            }
        }
        let [title, standfirst, _] = sizes;
        terms.mark(&topic(&terms), marks::TOPIC);
        let mut analysis = Analysis {
            title,
            standfirst,
            stances: coherence::stances(draft, speech, &mut tokens),
            words: (0..draft.sentences.len()).map(|at| tokens.count(at)).collect(),
            tokens,
            terms,
            rows: Vec::new(),
        };
        analysis.rows = rows(draft, &analysis);
        analysis
    }

    /// Whether two sentences say the same.
    pub fn repeats(&self, a: usize, b: usize) -> bool {
        let (a, b) = (self.terms.of(a), self.terms.of(b));
        repeats(shared(a, b), a, b)
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

/// Whether two sentences say the same, of whose terms some are shared.
pub fn repeats(shared: usize, a: &[u32], b: &[u32]) -> bool {
    shared * 100 > a.len().min(b.len()) * REPEATS_PERCENT
}

fn topic(terms: &Terms) -> Vec<u32> {
    let weight =
        |id: usize| Some(terms.term(id as u32).frequency as i32).filter(|count| *count > 1);
    let ids = most(terms.all.len(), TOPIC_TERMS, &weight);
    ids.into_iter().map(|id| id as u32).collect()
}

fn rows(draft: &Draft<'_>, analysis: &Analysis) -> Vec<[i16; COUNT]> {
    let count = draft.sentences.len();
    let blocks = draft.sentences.chunk_by(|a, b| a.block == b.block).count();
    let all_words: usize = analysis.words.iter().sum();
    let mut rows = Vec::with_capacity(count);
    let (mut block, mut within) = (0, 0);
    // Terms that a sentence shares with the next one.
    let mut next = 0;
    for (at, sentence) in draft.sentences.iter().enumerate() {
        if at > 0 {
            let same = draft.sentences.get(at - 1).is_some_and(|s| s.block == sentence.block);
            (block, within) = if same { (block, within + 1) } else { (block + 1, 0) };
        }
        let own = analysis.terms.of(at);
        let words = analysis.words.get(at).copied().unwrap_or_default();
        let held = Held::of(&analysis.terms, at);
        let share = |part: usize| clamp(part * 100 / own.len().max(1));
        let marks = Marks::of(sentence.text);
        let before = std::mem::replace(&mut next, shared(own, analysis.terms.of(at + 1)));
        rows.push([
            clamp(at.min(CAP)),
            clamp(at * 100 / count.max(1)),
            clamp(count.min(200)),
            clamp(block.min(CAP)),
            clamp(within.min(10)),
            clamp(words.min(120)),
            clamp(own.len()),
            clamp(held.title * 100 / analysis.title.max(1)),
            clamp(held.title),
            clamp(held.standfirst * 100 / analysis.standfirst.max(1)),
            share(held.sum),
            clamp(held.sum),
            clamp(held.topic),
            share(if at == 0 { 0 } else { held.opening }),
            share(held.later),
            share(held.earlier),
            clamp(held.introduced),
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
            clamp(analysis.title),
            clamp(blocks.min(100)),
            clamp(all_words / count.max(1)),
            clamp(before),
            clamp(next),
            i16::from(within == 0),
            clamp(analysis.standfirst),
            clamp(count.saturating_sub(at + 1).min(CAP)),
        ]);
    }
    rows
}

/// What the terms of a sentence are to the story, counted.
#[derive(Default)]
struct Held {
    title: usize,
    standfirst: usize,
    topic: usize,
    /// Terms of the first sentence.
    opening: usize,
    /// Terms that come again later.
    later: usize,
    /// Terms that came before.
    earlier: usize,
    /// How often the terms stand in other sentences, each at most ten times.
    sum: usize,
    /// The same of those that stand here first.
    introduced: usize,
}

impl Held {
    fn of(terms: &Terms, at: usize) -> Self {
        let mut held = Held::default();
        for id in terms.of(at) {
            let term = terms.term(*id);
            let (first, last) = (term.first as usize, term.last as usize);
            let repeated = term.repeated();
            held.title += usize::from(term.marks & marks::TITLE != 0);
            held.standfirst += usize::from(term.marks & marks::STANDFIRST != 0);
            held.topic += usize::from(term.marks & marks::TOPIC != 0);
            held.opening += usize::from(first == 0);
            held.later += usize::from(last > at);
            held.earlier += usize::from(first < at);
            held.sum += repeated;
            held.introduced += if first == at { repeated } else { 0 };
        }
        held
    }
}

/// Languages whose summaries training knows: what a standfirst is differs from one to the other.
fn language_class(draft: &Draft<'_>) -> i16 {
    match draft.language.code {
        "en" => ENGLISH,
        "id" => 1,
        "fr" => 3,
        "vi" => 4,
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
        let mut marks = Marks::default();
        let mut before = ' ';
        for (at, c) in placed(text) {
            let starts = || !is_word(before);
            if is_number(c) && starts() {
                marks.numbers = marks.numbers.saturating_add(1);
            } else if is_upper(c) && at > 0 && starts() {
                marks.capitals = marks.capitals.saturating_add(1);
            } else if matches!(c, '"' | '“' | '”' | '„' | '«' | '»' | '「' | '」') {
                marks.quotes = marks.quotes.saturating_add(1);
                marks.opens_quote |= at == 0;
            } else if matches!(c, ',' | '，' | '、' | '،') {
                marks.commas = marks.commas.saturating_add(1);
            }
            marks.asks |= matches!(c, '?' | '？' | '؟');
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
