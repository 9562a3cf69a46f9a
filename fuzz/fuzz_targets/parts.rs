//! Any five arrays, whatever their lengths and values: refused, or answered soundly.
#![no_main]

#[path = "../../tests/support/mod.rs"]
#[allow(dead_code)]
mod support;

use arbitrary::Arbitrary;
use libfuzzer_sys::fuzz_target;
use standfirst::parts::Parts;
use standfirst::{Options, Page, summarize};

#[derive(Debug, Arbitrary)]
struct Input<'a> {
    text: &'a str,
    descriptors: &'a str,
    metadata: &'a str,
    elements: Vec<u32>,
    blocks: Vec<u32>,
    plain: bool,
}

fuzz_target!(|input: Input<'_>| {
    let parts = Parts {
        text: input.text,
        descriptors: input.descriptors,
        metadata: input.metadata,
        elements: &input.elements,
        blocks: &input.blocks,
        plain: input.plain,
    };
    match Page::from_parts(parts) {
        Ok(page) => support::assert_sound(&page, &summarize(&page, &Options::default())),
        Err(error) => assert!(error.to_string().contains("limit")),
    }
});
