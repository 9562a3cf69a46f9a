//! Pages whose arrays fit one another, with any text, names and numbers in them.
#![no_main]

#[path = "../../tests/support/mod.rs"]
#[allow(dead_code)]
mod support;

use arbitrary::Arbitrary;
use libfuzzer_sys::fuzz_target;
use standfirst::page::{Block, Descriptor, Element, Metadata};
use standfirst::{Options, Page, summarize};

/// Tags that the core knows by name, and one that it does not.
const TAGS: [&str; 16] = [
    "p",
    "div",
    "h1",
    "h2",
    "li",
    "ul",
    "article",
    "main",
    "figure",
    "figcaption",
    "blockquote",
    "aside",
    "nav",
    "footer",
    "span",
    "x-none",
];

/// Keys that the core asks for.
const KEYS: [&str; 14] = [
    "title",
    "lang",
    "url",
    "canonical",
    "meta:og:title",
    "meta:description",
    "meta:author",
    "ld:@type",
    "ld:headline",
    "ld:author",
    "ld:datePublished",
    "ld:articleBody",
    "time",
    "alt",
];

#[derive(Debug, Arbitrary)]
struct Name<'a> {
    tag: u8,
    names: &'a str,
    role: &'a str,
    item: &'a str,
    data: &'a str,
}

#[derive(Debug, Arbitrary)]
struct Place {
    parent: u16,
    descriptor: u8,
    flags: u32,
}

#[derive(Debug, Arbitrary)]
struct Run<'a> {
    text: &'a str,
    element: u16,
    numbers: [u32; 6],
}

#[derive(Debug, Arbitrary)]
struct Input<'a> {
    names: Vec<Name<'a>>,
    places: Vec<Place>,
    facts: Vec<(u8, &'a str)>,
    runs: Vec<Run<'a>>,
}

fuzz_target!(|input: Input<'_>| {
    if input.names.is_empty() || input.places.is_empty() {
        return;
    }
    let tag = |at: u8| TAGS[usize::from(at) % TAGS.len()];
    let descriptors: Vec<_> = input
        .names
        .iter()
        .map(|n| Descriptor {
            tag: tag(n.tag),
            names: n.names,
            role: n.role,
            item: n.item,
            data: n.data,
        })
        .collect();
    let elements: Vec<_> = input
        .places
        .iter()
        .enumerate()
        .map(|(at, place)| Element {
            parent: (at > 0).then(|| usize::from(place.parent) % at),
            descriptor: usize::from(place.descriptor) % descriptors.len(),
            flags: place.flags,
        })
        .collect();
    let blocks = input.runs.iter().map(|run| {
        let [link_units, links, bold_units, italic_units, media_before, flags] = run.numbers;
        let element = usize::from(run.element) % elements.len();
        Block {
            text: run.text,
            element,
            link_units,
            links,
            bold_units,
            italic_units,
            media_before,
            flags,
        }
    });
    let facts =
        input.facts.iter().map(|&(key, value)| (KEYS[usize::from(key) % KEYS.len()], value));
    let page = Page {
        blocks: blocks.collect(),
        metadata: Metadata::new(facts.collect()),
        elements,
        descriptors,
        plain: false,
    };
    support::assert_sound(&page, &summarize(&page, &Options::default()));
});
