//! What the page says of the story: title, byline, date, site, each by a fixed order of trust.

use crate::language::holds;
use crate::letters::is_word;
use crate::page::Page;
use crate::text::{
    bare, decimal, fields, has, holds_part, joined, runs, spaced, split_at_first, split_at_last,
    starts_with_any, trim_end, trim_start,
};

use super::features::Survey;
use super::references::{AUTHOR_KEYS, DESCRIPTION_KEYS, TITLE_KEYS};
use super::words::hash;
use super::{Article, Role};

const DATE_KEYS: &str = "ld:datePublished meta:article:published_time meta:datepublished meta:og:published_time meta:parsely-pub-date meta:date meta:dc.date meta:dc.date.issued meta:dcterms.date meta:pubdate meta:publishdate time";

const SITE_KEYS: &str = "meta:og:site_name ld:publisher ld:siteName meta:application-name";

/// Marks between a title and a site's name, as written with spaces around them.
const JOINTS: [&str; 9] = [" | ", " - ", " – ", " — ", " :: ", " » ", " · ", " • ", " / "];

/// Such marks where no space need stand around them: behind the headline as shown, or before a name
/// that the page states.
const MARKS: &str = "|-–—_»·•｜－丨";

/// Fills in the facts of an article whose roles are known.
pub fn state(page: &Page<'_>, survey: &Survey, roles: &[Role], article: &mut Article) {
    let text = |role: Role| {
        let at = roles.iter().position(|r| *r == role)?;
        page.blocks.get(at).map(|block| one_line(block.text))
    };
    article.site_name = first(page, SITE_KEYS).unwrap_or_default().to_owned();
    let shown = survey.headline.and_then(|at| page.blocks.get(at)).map(|b| one_line(b.text));
    article.title = title(page, &shown.unwrap_or_default(), &article.site_name);
    article.byline = byline(page, text(Role::Byline), &article.site_name);
    let dates = page.metadata.under(DATE_KEYS);
    article.published = dates.into_iter().find_map(iso_date).unwrap_or_default();
    let standfirst = text(Role::Standfirst);
    article.standfirst_shown = standfirst.is_some();
    article.standfirst =
        standfirst.or_else(|| first(page, DESCRIPTION_KEYS).map(str::to_owned)).unwrap_or_default();
}

fn first<'a>(page: &Page<'a>, keys: &str) -> Option<&'a str> {
    fields(keys, b' ').find_map(|key| page.metadata.get(key))
}

/// The headline as shown where one of the page's stated titles holds it, else the first of them without
/// the site's name, else the headline as shown.
fn title(page: &Page<'_>, shown: &str, site: &str) -> String {
    let mut title = "";
    for stated in fields(TITLE_KEYS, b' ').filter_map(|key| page.metadata.get(key)) {
        let stated = without_site(stated, site);
        // a kicker inside the heading, often without white space, or parts of it that only a style
        // sheet keeps apart
        if shown.len() > stated.len() && shown.ends_with(stated) || is_parted(shown, stated) {
            title = stated;
            break;
        }
        if agrees(shown, stated) || begins(stated, shown) {
            title = shown;
            break;
        }
        if title.is_empty() {
            title = stated;
        }
    }
    one_line(if title.is_empty() { shown } else { title })
}

/// Whether the stated title has marks between the words of the shown one, and none around them.
fn is_parted(shown: &str, stated: &str) -> bool {
    let ends = |text: &str| (text.chars().next(), text.chars().next_back());
    shown.len() < stated.len() && ends(shown) == ends(stated) && same(shown, stated)
}

/// Whether most words of the shorter text stand in the longer.
fn agrees(shown: &str, stated: &str) -> bool {
    let words = |text: &str| -> Vec<u32> { spaced(text).into_iter().map(hash).collect() };
    let (shown, stated) = (words(shown), words(stated));
    let held = shown.iter().filter(|word| stated.contains(word)).count();
    held * 5 >= shown.len() * 4 && shown.len() * 2 >= stated.len()
}

/// Whether the longer half of a title, or all of it, is the headline as shown, and then a mark.
fn begins(stated: &str, shown: &str) -> bool {
    let rest = stated.strip_prefix(shown).unwrap_or(stated);
    rest.len() < shown.len() && starts_with_any(bare(rest), MARKS)
}

fn without_site<'a>(title: &'a str, site: &str) -> &'a str {
    if !site.is_empty() {
        let before = bare(title.strip_suffix(site).unwrap_or_default());
        let behind = bare(title.strip_prefix(site).unwrap_or_default());
        for (rest, plain) in
            [(before, trim_end(before, MARKS)), (behind, trim_start(behind, MARKS))]
        {
            if plain.len() < rest.len() && !plain.is_empty() {
                return bare(plain);
            }
        }
    }
    for joint in JOINTS {
        if let Some((head, tail)) = split_at_last(title, joint) {
            let names = !site.is_empty() && same(tail, site);
            let short = spaced(tail).len() <= 3 && spaced(head).len() >= 4;
            if names || short && joint != " / " {
                return bare(head);
            }
        }
        if let Some((head, tail)) = split_at_first(title, joint)
            && !site.is_empty()
            && same(head, site)
        {
            return bare(tail);
        }
    }
    title
}

fn same(a: &str, b: &str) -> bool {
    let plain = |text: &str| text.chars().filter(|c| is_word(*c)).collect::<String>();
    hash(&plain(a)) == hash(&plain(b))
}

fn byline(page: &Page<'_>, shown: Option<String>, site: &str) -> String {
    for key in fields(AUTHOR_KEYS, b' ') {
        let mut names: Vec<&str> = Vec::new();
        for name in page.metadata.all(key) {
            let is_host = has(name, b'.') && !has(name, b' ');
            let is_site = is_host || holds_part(name, "://") || same(name, site);
            if !is_site && !name.starts_with('@') && !names.contains(&name) && name.len() < 200 {
                names.push(name);
            }
        }
        if !names.is_empty() {
            return one_line(&joined(names, ", "));
        }
    }
    let shown = shown.unwrap_or_default();
    match split_at_first(&shown, " ") {
        Some((by, name)) if holds("By by BY Von von Par par Por por Di Door", by) => {
            bare(name).to_owned()
        }
        _ => shown,
    }
}

/// ISO 8601 from what pages write: ISO itself, with spaces or slashes, or the form of e-mail.
fn iso_date(value: &str) -> Option<String> {
    let value = bare(value);
    let date = value.get(..10).unwrap_or(value);
    let parts = runs(date, |c| !matches!(c, '-' | '/' | '.'));
    if let [year, month, day] = *parts.as_slice()
        && year.len() == 4
        && month.len() == 2
        && day.len() == 2
        && all_digits(&parts)
    {
        let rest = bare(value.get(10..).unwrap_or_default());
        let time = time_of(trim_start(rest, "T"));
        return Some(joined([year, "-", month, "-", day, &time], ""));
    }
    let words = runs(value, |c| !matches!(c, ' ' | ','));
    let mut words = words.into_iter().skip_while(|w| !all_digits(&[w]));
    let (day, month, year) = (words.next()?, words.next()?, words.next()?);
    let month = fields("Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec", b' ')
        .position(|name| month.starts_with(name))?;
    let fits = year.len() == 4 && all_digits(&[year]) && day.len() <= 2;
    fits.then(|| {
        let zero = |short: bool| if short { "0" } else { "" };
        let time = time_of(words.next().unwrap_or_default());
        let number = decimal(month + 1);
        let date = [year, "-", zero(month < 9), &number, "-", zero(day.len() < 2), day, &time];
        joined(date, "")
    })
}

/// `T` and a time with its zone, if the text is one.
fn time_of(text: &str) -> String {
    let is_time = text.get(2..3) == Some(":") && text.get(..2).is_some_and(|h| all_digits(&[h]));
    let known = |c: char| c.is_ascii_digit() || matches!(c, ':' | '.' | '+' | '-' | 'Z');
    if !is_time || !text.chars().all(|c| known(c) || c == ' ') {
        return String::new();
    }
    let mut time = joined(runs(text, |c| c != ' '), "");
    time.insert(0, 'T');
    // the extended form parts hours and minutes of the zone too
    let zone = time.len().saturating_sub(5);
    if time.get(zone..=zone).is_some_and(|sign| sign == "+" || sign == "-") {
        time.insert(zone + 3, ':');
    }
    time
}

fn all_digits(parts: &[&str]) -> bool {
    parts.iter().all(|part| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit()))
}

/// White space to single spaces.
pub fn one_line(text: &str) -> String {
    joined(spaced(text), " ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates() {
        let cases = [
            ("2026-11-24", "2026-11-24"),
            ("2026-11-24T09:30:00+01:00", "2026-11-24T09:30:00+01:00"),
            ("2026-11-24T09:30:00+0100", "2026-11-24T09:30:00+01:00"),
            ("2026-11-24T09:30-0330", "2026-11-24T09:30-03:30"),
            ("2026-11-24 09:30:00", "2026-11-24T09:30:00"),
            ("2026/11/24 9h", "2026-11-24"),
            ("Tue, 4 Nov 2026 09:30:00 GMT", "2026-11-04T09:30:00"),
            ("04 November 2026", "2026-11-04"),
        ];
        for (written, iso) in cases {
            assert_eq!(iso_date(written).as_deref(), Some(iso), "{written}");
        }
        for nonsense in ["", "yesterday", "24.11.26", "2026", "12 12 12"] {
            assert_eq!(iso_date(nonsense), None, "{nonsense}");
        }
    }

    #[test]
    fn title_by_what_is_shown() {
        let stated = [
            ("ld:headline", "barrier across a valley"),
            ("meta:og:title", "Dam breaks at noon - The Valley Post"),
        ];
        let mut page = Page::default();
        for (key, value) in stated {
            page.metadata.push(key, value);
        }
        let cases = [
            ("Dam breaks at noon", "Dam breaks at noon"),
            ("LiveDam breaks at noon", "Dam breaks at noon"),
            ("Nobody was hurt", "barrier across a valley"),
            ("", "barrier across a valley"),
        ];
        for (shown, expected) in cases {
            assert_eq!(title(&page, shown, "The Valley Post"), expected, "{shown}");
        }
    }

    #[test]
    fn headlines_that_begin_a_title() {
        let cases = [
            ("大坝中午决堤_国内_青川", "大坝中午决堤", true),
            ("Dam breaks at noon|Post", "Dam breaks at noon", true),
            ("Dam breaks at noon", "Dam breaks at noon", false),
            ("Dam breaks at noon, nobody hurt", "Dam breaks at noon", false),
            ("Live - Dam breaks at noon", "Live", false),
            ("Dam breaks", "", false),
        ];
        for (stated, shown, expected) in cases {
            assert_eq!(begins(stated, shown), expected, "{stated}");
        }
    }

    #[test]
    fn headlines_of_parts() {
        let cases = [
            ("Valley dam: It broke at noon", "Valley damIt broke at noon", true),
            ("Valley dam: It broke at noon", "Valley dam It broke at noon", true),
            ("Dam breaks at noon |", "Dam breaks at noon", false),
            ("*Dam* breaks at noon", "Dam breaks at noon", false),
            ("Dam breaks at noon", "Dam breaks, at noon", false),
        ];
        for (stated, shown, expected) in cases {
            assert_eq!(is_parted(shown, stated), expected, "{stated}");
        }
    }

    #[test]
    fn titles() {
        let cases = [
            (
                "Dam breaks at noon, nobody hurt | The Valley Post",
                "The Valley Post",
                "Dam breaks at noon, nobody hurt",
            ),
            ("The Valley Post: news", "The Valley Post", "The Valley Post: news"),
            ("Valley Post - Dam breaks", "Valley Post", "Dam breaks"),
            (
                "Rail strike - what you need to know now",
                "",
                "Rail strike - what you need to know now",
            ),
            ("A long title of five words – Valley Post", "", "A long title of five words"),
            ("大坝中午决堤_青川晚报网", "青川晚报网", "大坝中午决堤"),
            ("Dam breaks|Valley-Post", "Valley-Post", "Dam breaks"),
            ("Valley Post", "Valley Post", "Valley Post"),
            ("Dam breaks near Valley Post", "Valley Post", "Dam breaks near Valley Post"),
        ];
        for (title, site, plain) in cases {
            assert_eq!(without_site(title, site), plain, "{title}");
        }
    }
}
