//! The story's title, of what the page states and shows.

use crate::letters::is_word;
use crate::page::Page;
use crate::text::{
    bare, fields, one_line, spaced, split_at_first, split_at_last, starts_with_any, trim_end,
    trim_start,
};

use super::references::TITLE_KEYS;
use super::words::hash;

/// Marks between a title and a site's name, as written with spaces around them.
const JOINTS: [&str; 9] = [" | ", " - ", " – ", " — ", " :: ", " » ", " · ", " • ", " / "];

/// Such marks where no space need stand around them: behind the headline as shown, or before a name
/// that the page states.
const MARKS: &str = "|-–—_»·•｜－丨";

/// The headline as shown where one of the page's stated titles holds it, else the first of them without
/// the site's name, else the headline as shown.
pub fn title(page: &Page<'_>, shown: &str, site: &str) -> String {
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

/// Whether two names have the same letters.
pub fn same(a: &str, b: &str) -> bool {
    let plain = |text: &str| text.chars().filter(|c| is_word(*c)).collect::<String>();
    hash(&plain(a)) == hash(&plain(b))
}

#[cfg(test)]
mod tests {
    use super::*;

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
