//! What kind of page it is: an article or not, whole or a teaser, news or live blog.

use crate::language::holds;
use crate::page::{Page, block_flags};
use crate::summary::Status;
use crate::text::{
    bare, ends_with_any, fields, has, holds_part, runs, spaced, split_at_first, trimmed,
};

use super::features::{Survey, Writer, percent, scale};
use super::known::Known;
use super::site_words::SiteWords;
use super::tree::inside;
use super::{Article, Role};
use crate::forest::Forest;

/// Numbers a page.
pub const PAGE_FEATURES: usize = 71;

/// Score from which a page is an article: log odds of 0.3. On the folds of `eval/train/finding.py`
/// that refuses four of five pages of other kinds and no page of a newspaper.
const ARTICLE_SCORE: i32 = 10;

/// Words under which the story is no longer than its summary would be.
const SHORT_WORDS: u32 = 40;

/// Words under which a story that is not free to read is taken for its teaser.
const TEASER_WORDS: u32 = 180;

/// Types of a page that sells something.
const PRODUCT_TYPES: &str = "Product Offer ProductGroup AggregateOffer";

/// Types of a page on which visitors talk.
const FORUM_TYPES: &str = "DiscussionForumPosting QAPage Question";

/// Types of a page that lists others.
const LIST_TYPES: &str = "ItemList CollectionPage SearchResultsPage";

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
    let other = has_type(page, PRODUCT_TYPES) || has_type(page, FORUM_TYPES);
    if other && !article { ARTICLE_SCORE + STATED_OTHERWISE } else { ARTICLE_SCORE }
}

fn story_words(survey: &Survey, roles: &[Role]) -> u32 {
    let story = survey.shapes.iter().zip(roles).filter(|(_, role)| role.is_quotable());
    story.map(|(shape, _)| shape.words).fold(0, u32::saturating_add)
}

fn has_type(page: &Page<'_>, kinds: &str) -> bool {
    page.metadata.all("ld:type").iter().any(|own| holds(kinds, own))
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
fn path(url: &str) -> &str {
    let rest = split_at_first(url, "://").map_or(url, |(_, rest)| rest);
    let end = rest.bytes().position(|byte| matches!(byte, b'?' | b'#'));
    let rest = end.and_then(|end| rest.get(..end)).unwrap_or(rest);
    split_at_first(rest, "/").map_or("", |(_, path)| trimmed(path, b'/'))
}

/// Words that speak to the visitor or of the firm, as pages that sell do.
static ADDRESSING: Known<18> = Known::new(
    "you your we our us wir unser unsere ihre ihnen vous votre vos nous notre nos nuestro \
    nuestra",
);

fn addressing(words: &[u32]) -> u32 {
    words.iter().filter(|word| ADDRESSING.holds(**word)).count() as u32
}

/// 1 if a part of the path is a year, as in addresses of news.
fn has_year(path: &str) -> u32 {
    let is_year = |part: &str| {
        part.len() == 4
            && (part.starts_with("20") || part.starts_with("19"))
            && part.bytes().all(|b| b.is_ascii_digit())
    };
    u32::from(runs(path, |c| !matches!(c, '/' | '-')).into_iter().any(is_year))
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

/// Sums over the blocks of a page, or of its story.
#[derive(Default)]
struct Sums {
    units: u32,
    linked: u32,
    money: u32,
    authors: u32,
    times: u32,
    headings: u32,
    words: u32,
    stops: u32,
    capitals: u32,
    marks: u32,
    ends: u32,
    media: u32,
    addressing: u32,
    /// Blocks of twenty words and more.
    long: u32,
    /// Words of the longest block.
    longest: u32,
    /// Words inside [`PLACES`].
    inside: [u32; PLACES.len()],
    /// Scores times words.
    scored: i64,
}

/// Kinds of elements of which it is asked how much of the story lies in them.
const PLACES: [u16; 5] =
    [inside::LIST, inside::TABLE, inside::ARTICLE, inside::HEADING, inside::CODE];

impl Sums {
    fn add(&mut self, page: &Page<'_>, survey: &Survey, at: usize, score: i32) {
        let (block, shape) = (page.block(at), survey.shape(at));
        let held = survey.node(block.element).inside;
        for (sum, more) in [
            (&mut self.units, shape.units),
            (&mut self.linked, block.link_units),
            (&mut self.money, shape.money),
            (&mut self.authors, u32::from(block.flags & block_flags::AUTHOR != 0)),
            (&mut self.times, u32::from(block.flags & block_flags::TIME != 0)),
            (&mut self.headings, u32::from(held & inside::HEADING != 0)),
            (&mut self.words, shape.words),
            (&mut self.stops, shape.stops),
            (&mut self.capitals, shape.capitals),
            (&mut self.marks, shape.marks),
            (&mut self.ends, u32::from(shape.ends)),
            (&mut self.media, block.media_before.min(9)),
            (&mut self.long, u32::from(shape.words >= 20)),
        ] {
            *sum = sum.saturating_add(more);
        }
        for (sum, bit) in self.inside.iter_mut().zip(PLACES) {
            *sum += if held & bit != 0 { shape.words } else { 0 };
        }
        self.longest = self.longest.max(shape.words);
        self.scored += i64::from(score) * i64::from(shape.words);
    }
}

/// What the page forest sees of a page.
pub fn features(
    page: &Page<'_>,
    survey: &Survey,
    scores: &[i32],
    roles: &[Role],
) -> [i16; PAGE_FEATURES] {
    let (mut all, mut told) = (Sums::default(), Sums::default());
    let mut group_words = vec![0_u32; page.blocks.len()];
    let (mut count, mut gaps, mut first, mut last) = (0_u32, 0, 0, None);
    for (at, role) in roles.iter().enumerate() {
        all.add(page, survey, at, 0);
        if !role.is_story() {
            continue;
        }
        told.add(page, survey, at, scores.get(at).copied().unwrap_or(0));
        told.addressing += addressing(survey.words.of(survey.shape(at)));
        let group = survey.groups.get(at).map_or(0, |&group| group as usize);
        if let Some(words) = group_words.get_mut(group) {
            *words += survey.shape(at).words;
        }
        match last {
            Some(last) => gaps += u32::from(at - last > 2),
            None => first = at as u32,
        }
        last = Some(at);
        count += 1;
    }
    let largest = group_words.iter().copied().fold(0, u32::max);
    let articles = page.elements.iter().filter(|element| {
        page.descriptors.get(element.descriptor).is_some_and(|d| d.tag == "article")
    });
    let url = page.metadata.get("url").or_else(|| page.metadata.get("canonical")).unwrap_or("");
    let path = path(url);
    let slug = fields(path, b'/').last().unwrap_or_default();
    let og = match page.metadata.get("meta:og:type").unwrap_or_default() {
        "" => 0,
        "article" => 3,
        "website" => 1,
        _ => 2,
    };
    let states = |key: &str| u32::from(page.metadata.get(key).is_some());
    let types = |kinds: &str| u32::from(has_type(page, kinds));
    let of_role = |wanted: Role| roles.iter().filter(|role| **role == wanted).count() as u32;
    let blocks = page.blocks.len() as u32;
    let words = told.words;
    let headline = survey.headline.map(|at| survey.shape(at));
    let [in_list, in_table, in_article, in_heading, in_code] = told.inside;
    let site = SiteWords::count(page);
    let mut row = Writer::default();
    row.add(&[
        scale(words),
        percent(told.units, all.units),
        told.long,
        words / count.max(1),
        percent(all.linked, all.units),
        scale(blocks),
        percent(all.headings, blocks),
        (articles.count() as u32).min(50),
        og,
        states("ld:@type"),
        types(PRODUCT_TYPES),
        types(FORUM_TYPES),
        types(LIST_TYPES),
        types("NewsArticle ReportageNewsArticle BlogPosting Article"),
        types("WebPage FAQPage Service Organization LocalBusiness"),
        states("ld:datePublished") + 2 * states("meta:article:published_time"),
        states("ld:author") + 2 * states("meta:author"),
        runs(path, |c| c != '/').len() as u32,
        slug.len() as u32,
        slug.bytes().filter(|byte| matches!(byte, b'-' | b'_')).count() as u32,
        path.bytes().filter(u8::is_ascii_digit).count() as u32,
        u32::from(has(url, b'?')) + 2 * u32::from(url.is_empty()),
        all.money.min(100),
        headline.map_or(0, |shape| survey.references.title_share(survey.words.of(shape)) + 1),
        percent(first, blocks),
        gaps,
        percent(gaps, count),
        percent(largest, words),
        percent(told.linked, told.units),
        percent(told.stops, words),
        told.longest,
        (page.metadata.all("time").len() as u32).min(60),
        percent(in_list, words),
        percent(in_table, words),
        percent(in_article, words),
        percent(in_heading, words),
        percent(told.capitals, words),
        percent(told.ends, count),
        scale(told.marks),
    ]);
    for n in site.address.into_iter().chain(site.body) {
        row.add(&[n.min(3)]);
    }
    for n in site.names {
        row.add(&[percent(n, page.descriptors.len() as u32)]);
    }
    row.add(&[
        of_role(Role::Byline).min(3),
        of_role(Role::Date).min(3),
        of_role(Role::Comment).min(99),
        of_role(Role::Standfirst).min(1),
        u32::from(path.is_empty()),
        has_year(path),
        (survey.references.title_words() as u32).min(40),
        headline.map_or(0, |shape| shape.words.min(60)),
        percent(told.addressing, words),
        percent(in_code, words),
        all.authors.min(60),
        told.media.min(200),
        scale(all.times),
    ]);
    row.push_signed((told.scored / i64::from(words.max(1))) as i32);
    row.row
}
