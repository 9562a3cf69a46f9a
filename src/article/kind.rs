//! What kind of page it is: an article or not, whole or a teaser, news or live blog.

use crate::page::Page;
use crate::summary::Status;
use crate::text::{bare, ends_with_any, fields, holds_part, spaced, split_at_first, trimmed};

use super::claims::{FORUM_TYPES, LIST_TYPES, PRODUCT_TYPES, has_type};
use super::page_features::features;
use super::row::percent;
use super::survey::Survey;
use super::{Article, Role};
use crate::forest::Forest;

/// Score from which a page is an article: log odds of -0.4. On the folds of
/// `eval/train/finding.py` that refuses four of five pages of other kinds and no page of a newspaper.
const ARTICLE_SCORE: i32 = -12;

/// The same of a page with hardly a word beside the story. Set on pages made for it: the corpora hold none that it changes.
const BARE_SCORE: i32 = -80;

/// The same of a page that states that it is a thread: of wcxb's it refuses two more, and no article; not chosen by folds.
const THREAD_SCORE: i32 = 48;

/// Words under which the story is no longer than its summary would be.
const SHORT_WORDS: u32 = 40;

/// Words under which a story that is not free to read is taken for its teaser.
const TEASER_WORDS: u32 = 180;

/// Sets status, reason and genre of an article whose blocks are known.
pub fn judge(
    page: &Page<'_>,
    survey: &Survey,
    scores: &[i32],
    roles: &[Role],
    forest: &Forest,
    article: &mut Article,
) {
    let words = story_words(survey, roles);
    article.genre = genre(page, survey, roles);
    (article.status, article.reason) = if words == 0 {
        (Status::NotAnArticle, reason(page, survey))
    } else if page.plain {
        if words < SHORT_WORDS { (Status::TooShort, "few-words") } else { (Status::Ok, "") }
    } else if forest.score(&features(page, survey, scores, roles))
        < least_score(page, survey, roles)
    {
        (Status::NotAnArticle, reason(page, survey))
    } else if is_teaser(page, words) {
        (Status::Partial, "paywall")
    } else if words < SHORT_WORDS {
        (Status::TooShort, "few-words")
    } else {
        (Status::Ok, "")
    };
}

/// A page that holds its story and little else has no teasers, offers or answers that would make it another kind, whatever it
/// fails to claim of itself: old sites claim nothing. A page that states that it is a thread has to look like an article all
/// the more.
fn least_score(page: &Page<'_>, survey: &Survey, roles: &[Role]) -> i32 {
    if has_type(page, FORUM_TYPES) {
        return THREAD_SCORE;
    }
    let units = |all: bool| -> u64 {
        let counted = survey.shapes.iter().zip(roles).filter(|(_, role)| all || role.is_story());
        counted.map(|(shape, _)| u64::from(shape.units)).sum()
    };
    let is_bare =
        units(false) * 100 > units(true) * 95 && story_words(survey, roles) > TEASER_WORDS;
    if is_bare { BARE_SCORE } else { ARTICLE_SCORE }
}

fn story_words(survey: &Survey, roles: &[Role]) -> u32 {
    let story = survey.shapes.iter().zip(roles).filter(|(_, role)| role.is_quotable());
    story.map(|(shape, _)| shape.words).fold(0, u32::saturating_add)
}

/// What the page looks like instead of an article.
fn reason(page: &Page<'_>, survey: &Survey) -> &'static str {
    let url = page.metadata.get("canonical").or_else(|| page.metadata.get("url"));
    let path = url.map_or("?", path);
    let og = page.metadata.get("meta:og:type").unwrap_or_default();
    let linked: u64 = page.blocks.iter().map(|b| u64::from(b.link_units)).sum();
    let units: u64 = survey.shapes.iter().map(|s| u64::from(s.units)).sum();
    if has_type(page, PRODUCT_TYPES) || holds_part(og, "product") {
        "product"
    } else if has_type(page, FORUM_TYPES) {
        "forum"
    } else if path.is_empty() {
        "front-page"
    } else if linked * 2 > units || has_type(page, LIST_TYPES) {
        "listing"
    } else if units < 800 {
        "little-text"
    } else {
        "no-story"
    }
}

/// The path of an address without its slashes at the ends.
pub fn path(url: &str) -> &str {
    let rest = split_at_first(url, "://").map_or(url, |(_, rest)| rest);
    let end = rest.bytes().position(|byte| matches!(byte, b'?' | b'#'));
    let rest = end.and_then(|end| rest.get(..end)).unwrap_or(rest);
    split_at_first(rest, "/").map_or("", |(_, path)| trimmed(path, b'/'))
}

fn is_teaser(page: &Page<'_>, words: u32) -> bool {
    let stated = page.metadata.under("ld:isAccessibleForFree ld:hasPart.isAccessibleForFree");
    let paid = stated.iter().any(|free| free.eq_ignore_ascii_case("false"));
    let tier = page.metadata.get("meta:article:content_tier").unwrap_or_default();
    let body = page.metadata.get("ld:articleBody").unwrap_or_default();
    let stated = spaced(body).len() as u32;
    (paid || matches!(tier, "locked" | "metered")) && (words < TEASER_WORDS || stated > words * 2)
}

fn genre(page: &Page<'_>, survey: &Survey, roles: &[Role]) -> &'static str {
    let types = |kind: &str| page.metadata.all("ld:@type").contains(&kind);
    let section =
        page.metadata.get("ld:articleSection").or(page.metadata.get("meta:article:section"));
    let section = section.unwrap_or_default();
    let is_opinion = fields("opinion meinung kommentar opinión tribune opinioni", b' ')
        .any(|word| section.eq_ignore_ascii_case(word));
    let story = || page.blocks.iter().zip(&survey.shapes).zip(roles).filter(|(_, r)| r.is_story());
    let questions = story()
        .filter(|((block, shape), _)| {
            shape.words < 60
                && ends_with_any(bare(block.text), "?？؟")
                && percent(block.bold_units, shape.units)
                    .max(percent(block.italic_units, shape.units))
                    > 50
        })
        .count();
    let subheadings = story().filter(|(_, role)| **role == Role::Subheading);
    let numbered =
        subheadings.filter(|((block, _), _)| block.text.starts_with(|c: char| c.is_ascii_digit()));
    if types("LiveBlogPosting") || page.metadata.get("ld:liveBlogUpdates").is_some() {
        "live"
    } else if types("OpinionNewsArticle") || is_opinion {
        "opinion"
    } else if questions >= 4 {
        "interview"
    } else if numbered.count() >= 4 {
        "list"
    } else if story_words(survey, roles) > 2_000 {
        "feature"
    } else {
        "news"
    }
}
