//! What the page says of the story: byline, date, site (and `title`), each by a fixed order of trust.

use crate::language::holds;
use crate::page::Page;
use crate::text::{
    bare, decimal, fields, has, holds_part, joined, one_line, runs, split_at_first, trim_start,
};

use super::references::{AUTHOR_KEYS, DESCRIPTION_KEYS};
use super::survey::Survey;
use super::title::{same, title};
use super::{Article, Role};

const DATE_KEYS: &str = "ld:datePublished meta:article:published_time meta:datepublished meta:og:published_time meta:parsely-pub-date meta:date meta:dc.date meta:dc.date.issued meta:dcterms.date meta:pubdate meta:publishdate time";

const SITE_KEYS: &str = "meta:og:site_name ld:publisher ld:siteName meta:application-name";

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
}
