//! Roles by place and name: blocks of small pages.

use super::*;
use crate::article::survey::survey;
use crate::article::vocabulary::Vocabulary;
use crate::page::{Block, Descriptor, Element};

/// Blocks as (tag, class names, text, whether the model takes it for the story).
type Given<'a> = (&'a str, &'a str, &'a str, bool);

const PARAGRAPH: Given<'_> = (
    "p",
    "",
    "The council of the small town voted late on Monday to keep the old bridge open to carts.",
    true,
);

/// Four trees of one leaf each, all as low as leaves go.
const NO_STANDFIRST: [u8; 11] = [4, 0, 0, 255, 255, 255, 255, 129, 129, 129, 129];

/// The same, as high as leaves go.
const ALL_STANDFIRSTS: [u8; 11] = [4, 0, 0, 255, 255, 255, 255, 127, 127, 127, 127];

fn roles_of(given: &[Given<'_>]) -> Vec<Role> {
    found(given).roles
}

fn found(given: &[Given<'_>]) -> Roles {
    found_by(given, &NO_STANDFIRST)
}

fn found_by(given: &[Given<'_>], mut leads: &[u8]) -> Roles {
    let mut page = Page {
        descriptors: vec![Descriptor { tag: "article", ..Descriptor::default() }],
        elements: vec![Element::default()],
        ..Page::default()
    };
    page.metadata.push("title", "Bridge stays open to carts");
    page.metadata.push("meta:author", "Ada Moor");
    for (tag, names, text, _) in given {
        page.descriptors.push(Descriptor { tag, names, ..Descriptor::default() });
        let descriptor = page.descriptors.len() - 1;
        page.elements.push(Element { parent: Some(0), descriptor, flags: 0 });
        page.blocks.push(Block { text, element: descriptor, ..Block::default() });
    }
    let survey = survey(&page, &Vocabulary::default());
    let scores: Vec<_> = given.iter().map(|g| if g.3 { 50 } else { -50 }).collect();
    roles(&page, &survey, &scores, &Forest::take(&mut leads))
}

#[test]
fn roles_by_place_and_name() {
    let headline = ("h1", "", "Bridge stays open to carts", false);
    let cases: [(&str, &[Given<'_>], Role); 18] = [
        ("paragraph", &[headline, PARAGRAPH], Role::Body),
        ("headline", &[PARAGRAPH, headline], Role::Headline),
        ("byline by word", &[headline, ("p", "", "By Ada Moor", true)], Role::Body),
        (
            "caption in a story",
            &[PARAGRAPH, ("p", "img-caption", "The bridge.", true)],
            Role::Caption,
        ),
        ("caption tag", &[PARAGRAPH, ("figcaption", "", "The bridge.", true)], Role::Caption),
        ("comment", &[PARAGRAPH, ("p", "comment-text", "I was there.", false)], Role::Comment),
        ("teaser", &[PARAGRAPH, ("p", "teaser", "More bridges", false)], Role::Related),
        ("other", &[PARAGRAPH, ("p", "", "Imprint", false)], Role::Other),
        ("subheading", &[PARAGRAPH, ("h2", "", "What comes next", true)], Role::Subheading),
        ("list", &[PARAGRAPH, ("li", "", "carts of up to two tonnes", true)], Role::ListItem),
        ("quotation", &[PARAGRAPH, ("blockquote", "", "It is ours.", true)], Role::Quotation),
        (
            "correction",
            &[PARAGRAPH, ("p", "", "Correction: it was Monday.", true)],
            Role::Correction,
        ),
        ("twice", &[PARAGRAPH, PARAGRAPH], Role::PullQuote),
        ("credit with by", &[PARAGRAPH, ("p", "", "Reporting by Ada Moor", true)], Role::Notice),
        (
            "credit with a colon",
            &[PARAGRAPH, ("p", "", "Source: office of statistics", true)],
            Role::Notice,
        ),
        (
            "no credit",
            &[PARAGRAPH, ("p", "", "Sources close to the mayor say no.", true)],
            Role::Body,
        ),
        ("box by name", &[PARAGRAPH, ("li", "key-points", "The bridge is old.", true)], Role::Box),
        (
            "disclosure by name",
            &[PARAGRAPH, ("p", "affiliate", "We may earn.", true)],
            Role::Notice,
        ),
    ];
    for (name, given, role) in cases {
        assert_eq!(roles_of(given).last(), Some(&role), "{name}");
    }
}

#[test]
fn headings_between_paragraphs() {
    let second = ("p", "", "The mayor, who had asked for the vote, was seen to cross it.", true);
    let cases = [
        ("lost by the model", ("h2", "", "What comes next", false), Role::Subheading),
        ("no heading", ("p", "", "What comes next", false), Role::Other),
    ];
    for (name, given, role) in cases {
        assert_eq!(roles_of(&[PARAGRAPH, given, second])[1], role, "{name}");
        assert_eq!(roles_of(&[PARAGRAPH, given])[1], Role::Other, "{name}, last");
    }
}

#[test]
fn before_the_first_paragraph() {
    let headline = ("h1", "", "Bridge stays open to carts", false);
    let cases: [(&str, Given<'_>, Role); 7] = [
        ("byline by word", ("p", "", "By Ada Moor", true), Role::Byline),
        ("byline by name", ("div", "byline", "Our man in Tolm", true), Role::Byline),
        ("date", ("p", "", "24.11.2026, 10:15", true), Role::Date),
        ("bare line", ("p", "", "Tolm on the Aar", true), Role::Other),
        ("kicker", ("h2", "", "Town news", true), Role::Other),
        ("key point", ("li", "", "The bridge was built in 1780", true), Role::Box),
        ("headline again", ("p", "", "Bridge stays open to carts", true), Role::Headline),
    ];
    for (name, given, role) in cases {
        assert_eq!(roles_of(&[headline, given, PARAGRAPH])[1], role, "{name}");
    }
}

#[test]
fn a_list_before_the_first_paragraph() {
    let headline = ("h1", "", "Bridge stays open to carts", false);
    let items = [
        ("li", "", "The bridge at Tolm was built in 1780 and mended twice.", true),
        ("li", "", "Carts of up to two tonnes may cross it by day.", true),
        ("li", "", "Riders have to lead their horses over the middle arch.", true),
        ("li", "", "After dark a lamp has to be carried in front.", true),
    ];
    for (count, role) in [(1, Role::Box), (3, Role::Box), (4, Role::ListItem)] {
        let given = [&[headline], &items[..count], &[PARAGRAPH]].concat();
        let found = found(&given);
        assert!(found.roles[1..=count].iter().all(|own| *own == role), "{count}");
        assert!(!found.quotable[..=count].contains(&true), "{count}");
        assert!(found.quotable[count + 1], "{count}");
    }
    let after = found(&[headline, PARAGRAPH, items[0]]);
    assert!(after.quotable[2]);
}

#[test]
fn a_dispatch_is_no_standfirst() {
    let headline = ("h1", "", "Bridge stays open to carts", false);
    let cases = [
        ("The council of Tolm voted to keep the old bridge open to carts.", Role::Standfirst),
        ("The council (of Tolm) voted to keep the old bridge open to carts.", Role::Standfirst),
        ("TOLM, May 4 (TPA) - The council voted to keep the bridge open to carts.", Role::Body),
        ("Tolm (tpa) – Der Rat hat dafür gestimmt, die Brücke offen zu lassen.", Role::Body),
    ];
    for (text, role) in cases {
        let found = found_by(&[headline, ("p", "", text, true), PARAGRAPH], &ALL_STANDFIRSTS);
        assert_eq!(found.roles[1], role, "{text}");
        assert_eq!(found.quotable[1], role == Role::Body, "{text}");
    }
}
