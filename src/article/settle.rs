//! What the block model cannot see from blocks alone: which part of the page the reader is in.
//!
//! Rules about whole parts: a dialog over a page is not its story, unless there is no
//! other; what stands before the headline is not, unless it is longer than what follows; where several `<article>` elements of one make follow each other (endless scroll), the
//! story is the one with the page's headline.

use crate::page::{Page, block_flags};

use super::survey::Survey;
use super::tree::inside;

/// Score of a block ruled out.
const OUT: i32 = -200;

/// Words that an article element must hold to be a story of its own.
const OWN_STORY_WORDS: u32 = 60;

/// Times what is seen of a story that hidden text may be, to be the rest of it: no page of the corpora
/// has more than four behind a fold, but a long story may be hidden under a notice of sixty words.
const FLOOD: u32 = 100;

/// Rules blocks out by where they stand.
pub fn settle(page: &Page<'_>, survey: &Survey, scores: &mut [i32]) {
    let in_dialog = |at: usize| survey.node(page.block(at).element).inside & inside::DIALOG != 0;
    rule_out(survey, scores, u32::MAX, &in_dialog);
    let unseen = |at: usize| is_unseen(page, survey, at);
    rule_out(survey, scores, FLOOD, &unseen);
    if let Some(headline) = survey.headline.filter(|_| survey.headline_is_sure) {
        rule_out(survey, scores, u32::MAX, &|at| at < headline);
    }
    keep_one_article(page, survey, scores);
}

/// Whether a block is hidden, as far as its mark-up or the live page tells.
pub fn is_unseen(page: &Page<'_>, survey: &Survey, at: usize) -> bool {
    let block = page.block(at);
    block.flags & block_flags::UNSEEN != 0
        || survey.node(block.element).inside & inside::HIDDEN != 0
}

/// Rules out the blocks that meet `is_out`, if the others make a story: twice as long, or shorter by
/// `flood` times.
fn rule_out(survey: &Survey, scores: &mut [i32], flood: u32, is_out: &dyn Fn(usize) -> bool) {
    let mut words = [0_u32; 2];
    for (at, (score, shape)) in scores.iter().zip(&survey.shapes).enumerate() {
        if *score > 0
            && let Some(sum) = words.get_mut(usize::from(is_out(at)))
        {
            *sum = sum.saturating_add(shape.words);
        }
    }
    let [kept, out] = words;
    let (least, flood) = (out.saturating_mul(2), kept.saturating_mul(flood));
    if out == 0 || kept < OWN_STORY_WORDS || kept < least && out < flood {
        return;
    }
    for (at, score) in scores.iter_mut().enumerate() {
        if is_out(at) {
            *score = OUT;
        }
    }
}

/// Of several stories in `<article>` elements of one make, keeps the one with the headline.
fn keep_one_article(page: &Page<'_>, survey: &Survey, scores: &mut [i32]) {
    let Some(headline) = survey.headline else { return };
    let outermost = outermost_articles(page);
    let article_of = |at: usize| outermost.get(page.block(at).element).copied().flatten();
    let Some(main) = article_of(headline) else { return };
    let mut words = vec![0_u32; page.elements.len()];
    for (at, (score, shape)) in scores.iter().zip(&survey.shapes).enumerate() {
        if *score > 0
            && let Some(sum) = article_of(at).and_then(|a| words.get_mut(a))
        {
            *sum = sum.saturating_add(shape.words);
        }
    }
    let held = |article: usize| words.get(article).copied().unwrap_or_default();
    if held(main) < OWN_STORY_WORDS {
        return;
    }
    let is_alike = |article: usize| first_name(page, article) == first_name(page, main);
    for (at, score) in scores.iter_mut().enumerate() {
        if let Some(article) = article_of(at)
            && article != main
            && *score > 0
            && is_alike(article)
        {
            *score = OUT;
        }
    }
}

/// The first word of an element's names: what its make is called, before what sets it apart.
fn first_name<'a>(page: &Page<'a>, element: usize) -> Option<&'a str> {
    page.descriptor(element).names.split_ascii_whitespace().next()
}

/// For each element the outermost `<article>` around it.
fn outermost_articles(page: &Page<'_>) -> Vec<Option<usize>> {
    let mut outermost: Vec<Option<usize>> = Vec::with_capacity(page.elements.len());
    for (at, element) in page.elements.iter().enumerate() {
        let above = element.parent.and_then(|p| outermost.get(p)).copied().flatten();
        let own = (page.descriptor(at).tag == "article").then_some(at);
        outermost.push(above.or(own));
    }
    outermost
}
