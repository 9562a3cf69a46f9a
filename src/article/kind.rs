//! What kind of page it is: an article or not, whole or a teaser, news or live blog.

use crate::page::{Page, block_flags};
use crate::summary::Status;

use super::features::{Survey, percent, scale};
use super::site_words::SiteWords;
use super::tree::inside;
use super::words::hash;
use super::{Article, Role};
use crate::forest::Forest;

/// Numbers a page.
pub const PAGE_FEATURES: usize = 71;

/// Score from which a page is an article. Under 0, since a refused article is worse than an
/// answered product page: chosen on the folds of `eval/train/finding.py` for 99 % answered.
const ARTICLE_SCORE: i32 = 0;

/// Words under which the story is no longer than its summary would be.
const SHORT_WORDS: u32 = 40;

/// Words under which a story that is not free to read is taken for its teaser.
const TEASER_WORDS: u32 = 180;

/// Types of a page that sells something.
const PRODUCT_TYPES: [&str; 4] = ["Product", "Offer", "ProductGroup", "AggregateOffer"];

/// Types of a page on which visitors talk.
const FORUM_TYPES: [&str; 3] = ["DiscussionForumPosting", "QAPage", "Question"];

/// What is asked on top of a page that states to be a product or a thread, and no article. Of such
/// pages in the corpora, 27 are none, and the 13 that count as articles are shops' and banks' texts.
const STATED_OTHERWISE: i32 = 64;

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
    } else if forest.score(&features(page, survey, scores, roles)) < least_score(page) {
        (Status::NotAnArticle, reason(page, survey))
    } else if is_teaser(page, words) {
        (Status::Partial, "paywall")
    } else if words < SHORT_WORDS {
        (Status::TooShort, "few-words")
    } else {
        (Status::Ok, "")
    };
}

/// Score that a page needs to be an article.
fn least_score(page: &Page<'_>) -> i32 {
    let article = page.metadata.get("ld:@type").is_some();
    let other = has_type(page, &PRODUCT_TYPES) || has_type(page, &FORUM_TYPES);
    if other && !article { ARTICLE_SCORE + STATED_OTHERWISE } else { ARTICLE_SCORE }
}

fn story_words(survey: &Survey, roles: &[Role]) -> u32 {
    let story = survey.shapes.iter().zip(roles).filter(|(_, role)| role.is_quotable());
    story.map(|(shape, _)| shape.words).fold(0, u32::saturating_add)
}

fn has_type(page: &Page<'_>, kinds: &[&str]) -> bool {
    page.metadata.all("ld:type").any(|own| kinds.contains(&own))
}

/// What the page looks like instead of an article.
fn reason(page: &Page<'_>, survey: &Survey) -> &'static str {
    let url = page.metadata.get("canonical").or_else(|| page.metadata.get("url"));
    let path = url.map_or("?", path);
    let og = page.metadata.get("meta:og:type").unwrap_or_default();
    let linked: u64 = page.blocks.iter().map(|b| u64::from(b.link_units)).sum();
    let units: u64 = survey.shapes.iter().map(|s| u64::from(s.units)).sum();
    if has_type(page, &PRODUCT_TYPES) || og.contains("product") {
        "product"
    } else if has_type(page, &FORUM_TYPES) {
        "forum"
    } else if path.is_empty() {
        "front-page"
    } else if linked * 2 > units
        || has_type(page, &["ItemList", "CollectionPage", "SearchResultsPage"])
    {
        "listing"
    } else if units < 800 {
        "little-text"
    } else {
        "no-story"
    }
}

/// The path of an address without its slashes at the ends.
fn path(url: &str) -> &str {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    let rest = rest.split(['?', '#']).next().unwrap_or_default();
    rest.split_once('/').map_or("", |(_, path)| path.trim_matches('/'))
}

/// Words that speak to the visitor or of the firm, as pages that sell do.
const ADDRESSING: [&str; 18] = [
    "you", "your", "we", "our", "us", "wir", "unser", "unsere", "ihre", "ihnen", "vous", "votre",
    "vos", "nous", "notre", "nos", "nuestro", "nuestra",
];

fn addressing(words: &[u32]) -> u32 {
    let known = ADDRESSING.map(hash);
    words.iter().filter(|word| known.contains(word)).count() as u32
}

/// 1 if a part of the path is a year, as in addresses of news.
fn has_year(path: &str) -> u32 {
    let is_year = |part: &str| {
        part.len() == 4
            && (part.starts_with("20") || part.starts_with("19"))
            && part.bytes().all(|b| b.is_ascii_digit())
    };
    u32::from(path.split(['/', '-']).any(is_year))
}

fn is_teaser(page: &Page<'_>, words: u32) -> bool {
    let keys = ["ld:isAccessibleForFree", "ld:hasPart.isAccessibleForFree"];
    let paid = keys
        .iter()
        .any(|key| page.metadata.all(key).any(|free| free.eq_ignore_ascii_case("false")));
    let tier = page.metadata.get("meta:article:content_tier").unwrap_or_default();
    let body = page.metadata.get("ld:articleBody").unwrap_or_default();
    let stated = body.split_whitespace().count() as u32;
    (paid || matches!(tier, "locked" | "metered")) && (words < TEASER_WORDS || stated > words * 2)
}

fn genre(page: &Page<'_>, survey: &Survey, roles: &[Role]) -> &'static str {
    let types = |kind: &str| page.metadata.all("ld:@type").any(|own| own == kind);
    let section =
        page.metadata.get("ld:articleSection").or(page.metadata.get("meta:article:section"));
    let section = section.unwrap_or_default();
    let is_opinion = ["opinion", "meinung", "kommentar", "opinión", "tribune", "opinioni"]
        .iter()
        .any(|word| section.eq_ignore_ascii_case(word));
    let story = || page.blocks.iter().zip(&survey.shapes).zip(roles).filter(|(_, r)| r.is_story());
    let questions = story()
        .filter(|((block, shape), _)| {
            shape.words < 60
                && block.text.trim_end().ends_with(['?', '？', '؟'])
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

/// What the page forest sees of a page.
pub fn features(
    page: &Page<'_>,
    survey: &Survey,
    scores: &[i32],
    roles: &[Role],
) -> [i16; PAGE_FEATURES] {
    let story: Vec<usize> =
        (0..roles.len()).filter(|&at| roles.get(at).is_some_and(|role| role.is_story())).collect();
    let shape = |at: usize| survey.shapes.get(at).copied().unwrap_or_default();
    let block = |at: usize| page.blocks.get(at).copied().unwrap_or_default();
    let sum = |of: &dyn Fn(usize) -> u32| -> u32 {
        story.iter().fold(0, |n, &at| n.saturating_add(of(at)))
    };
    let all = |of: &dyn Fn(usize) -> u32| -> u32 {
        (0..page.blocks.len()).fold(0, |n, at| n.saturating_add(of(at)))
    };
    let words = sum(&|at| shape(at).words);
    let units = sum(&|at| shape(at).units);
    let page_units = all(&|at| shape(at).units);
    let inside = |bit: u16| {
        move |at: usize| {
            let element = page.blocks.get(at).map_or(0, |b| b.element);
            let held = survey.nodes.get(element).is_some_and(|n| n.inside & bit != 0);
            if held { survey.shapes.get(at).map_or(0, |s| s.words) } else { 0 }
        }
    };
    let long = story.iter().filter(|&&at| shape(at).words >= 20).count() as u32;
    let runs = story.windows(2).filter(|pair| matches!(pair, [a, b] if b - a > 2)).count() as u32;
    let articles =
        (0..page.elements.len()).filter(|&at| page.descriptor(at).tag == "article").count() as u32;
    let headings = all(&|at| {
        let element = block(at).element;
        u32::from(survey.nodes.get(element).is_some_and(|n| n.inside & inside::HEADING != 0))
    });
    let mut groups: Vec<(u32, u32)> = Vec::new();
    for &at in &story {
        let group = survey.groups.get(at).copied().unwrap_or_default();
        match groups.binary_search_by_key(&group, |g| g.0) {
            Ok(found) => {
                if let Some(entry) = groups.get_mut(found) {
                    entry.1 += shape(at).words;
                }
            }
            Err(place) => groups.insert(place, (group, shape(at).words)),
        }
    }
    let largest = groups.iter().map(|g| g.1).max().unwrap_or_default();
    let score: i64 = story
        .iter()
        .map(|&at| {
            i64::from(scores.get(at).copied().unwrap_or_default()) * i64::from(shape(at).words)
        })
        .sum();
    let url = page.metadata.get("url").or_else(|| page.metadata.get("canonical")).unwrap_or("");
    let path = path(url);
    let last = path.rsplit('/').next().unwrap_or_default();
    let og = match page.metadata.get("meta:og:type").unwrap_or_default() {
        "" => 0,
        "article" => 3,
        "website" => 1,
        _ => 2,
    };
    let has = |key: &str| u32::from(page.metadata.get(key).is_some());
    let types = |kinds: &[&str]| u32::from(has_type(page, kinds));
    let first = story.first().copied().unwrap_or_default() as u32;
    let blocks = page.blocks.len() as u32;
    let title = survey
        .headline
        .map_or(0, |at| survey.references.title_share(survey.words.of(&shape(at))) + 1);
    let values = [
        scale(words),
        percent(units, page_units),
        long,
        words / (story.len().max(1) as u32),
        percent(all(&|at| block(at).link_units), page_units),
        scale(blocks),
        percent(headings, blocks),
        articles.min(50),
        og,
        u32::from(page.metadata.get("ld:@type").is_some()),
        types(&PRODUCT_TYPES),
        types(&FORUM_TYPES),
        types(&["ItemList", "CollectionPage", "SearchResultsPage"]),
        types(&["NewsArticle", "ReportageNewsArticle", "BlogPosting", "Article"]),
        types(&["WebPage", "FAQPage", "Service", "Organization", "LocalBusiness"]),
        has("ld:datePublished") + 2 * has("meta:article:published_time"),
        has("ld:author") + 2 * has("meta:author"),
        path.split('/').filter(|part| !part.is_empty()).count() as u32,
        last.len() as u32,
        last.matches(['-', '_']).count() as u32,
        path.bytes().filter(u8::is_ascii_digit).count() as u32,
        u32::from(url.contains('?')) + 2 * u32::from(url.is_empty()),
        all(&|at| shape(at).money).min(100),
        title,
        percent(first, blocks),
        runs,
        percent(runs, story.len() as u32),
        percent(largest, words),
        percent(sum(&|at| block(at).link_units), units),
        percent(sum(&|at| shape(at).stops), words),
        story.iter().map(|&at| shape(at).words).max().unwrap_or_default(),
        page.metadata.all("time").count().min(60) as u32,
        percent(sum(&inside(inside::LIST)), words),
        percent(sum(&inside(inside::TABLE)), words),
        percent(sum(&inside(inside::ARTICLE)), words),
        percent(sum(&inside(inside::HEADING)), words),
        percent(sum(&|at| shape(at).capitals), words),
        percent(sum(&|at| u32::from(shape(at).ends)), story.len() as u32),
        scale(sum(&|at| shape(at).marks)),
    ];
    let words_of_site = SiteWords::count(page);
    let values = values
        .into_iter()
        .chain(words_of_site.address.map(|n| n.min(3)))
        .chain(words_of_site.body.map(|n| n.min(3)))
        .chain(words_of_site.names.map(|n| percent(n, page.descriptors.len() as u32)))
        .chain([
            roles.iter().filter(|role| **role == Role::Byline).count().min(3) as u32,
            roles.iter().filter(|role| **role == Role::Date).count().min(3) as u32,
            roles.iter().filter(|role| **role == Role::Comment).count().min(99) as u32,
            u32::from(roles.contains(&Role::Standfirst)),
            u32::from(path.is_empty()),
            has_year(path),
            survey.references.title_words().min(40) as u32,
            survey.headline.map_or(0, |at| shape(at).words.min(60)),
            percent(sum(&|at| addressing(survey.words.of(&shape(at)))), words),
            percent(sum(&inside(inside::CODE)), words),
            all(&|at| u32::from(block(at).flags & block_flags::AUTHOR != 0)).min(60),
            sum(&|at| block(at).media_before.min(9)).min(200),
            scale(all(&|at| u32::from(block(at).flags & block_flags::TIME != 0))),
        ]);
    let mut row = [0; PAGE_FEATURES];
    for (cell, value) in row.iter_mut().zip(values) {
        *cell = value.min(30_000) as i16;
    }
    if let Some(cell) = row.last_mut() {
        *cell = (score / i64::from(words.max(1))).clamp(-30_000, 30_000) as i16;
    }
    row
}
