//! The engine without wasm: flat pages in, one JSON object a line; summaries out.
//!
//! The differential test in `tests/js/native.test.js` compares its answers with the wasm build's.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use std::io::{BufRead, Write};

use serde::Deserialize;
use standfirst::parts::Parts;
use standfirst::{Budget, Options, Page, summarize};

#[derive(Deserialize)]
struct FlatPage {
    text: String,
    descriptors: String,
    metadata: String,
    elements: Vec<u32>,
    blocks: Vec<u32>,
    plain: bool,
    sentences: usize,
}

fn main() {
    let mut out = std::io::stdout().lock();
    for line in std::io::stdin().lock().lines() {
        let flat: FlatPage = serde_json::from_str(&line.expect("a line")).expect("a flat page");
        let page = Page::from_parts(Parts {
            text: &flat.text,
            descriptors: &flat.descriptors,
            metadata: &flat.metadata,
            elements: &flat.elements,
            blocks: &flat.blocks,
            plain: flat.plain,
        })
        .expect("arrays that agree");
        let options = Options { budget: Budget::Sentences(flat.sentences), ..Options::default() };
        let summary = serde_json::to_string(&summarize(&page, &options)).expect("plain data");
        writeln!(out, "{summary}").expect("an open pipe");
    }
}
