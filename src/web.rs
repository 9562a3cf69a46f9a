//! The only binding module: flat arrays in, one string of JSON out.

use wasm_bindgen::prelude::*;

/// Smaller and faster than the standard library's on this target.
#[cfg(target_family = "wasm")]
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

use crate::json::Json;
use crate::options::{Budget, Options};
use crate::page::Page;
use crate::parts::Parts;
use crate::utf16::Walk;
use crate::{language, sentence, summarize, text as words};

/// Summarises a page in its flat form (see `www/types.js`).
///
/// `words` over 0 sets a budget of words, else `sentences` counts. `language` may be empty.
/// `focus` holds words parted by NUL. Gives JSON: a summary, or, when the flat form contradicts itself, a
/// string that says which array does not fit.
#[allow(clippy::too_many_arguments)] // flat on purpose: one crossing, no glue object
#[wasm_bindgen(js_name = summarize)]
pub fn summarize_parts(
    text: &str,
    descriptors: &str,
    metadata: &str,
    elements: &[u32],
    blocks: &[u32],
    plain: bool,
    sentences: u32,
    words: u32,
    language: &str,
    focus: &str,
) -> String {
    let parts = Parts { text, descriptors, metadata, elements, blocks, plain };
    let page = match Page::from_parts(parts) {
        Ok(page) => page,
        Err(error) => {
            let mut json = Json::default();
            json.string("", &error.message());
            return json.into_text();
        }
    };
    let options = Options {
        budget: match words {
            0 => Budget::Sentences(sentences as usize),
            _ => Budget::Words(words as usize),
        },
        language: (!language.is_empty()).then_some(language),
        focus: words::runs(focus, |c| c != '\0'),
    };
    summarize(&page, &options).json()
}

/// Cuts plain text into sentences and returns their UTF-16 offsets: start, end, start, end ...
#[wasm_bindgen]
pub fn segment(text: &str, language: &str) -> Vec<u32> {
    let language = language::by_tag(language).unwrap_or_else(|| language::detect(None, text));
    let mut walk = Walk::over(text);
    let mut offsets = Vec::new();
    for sentence in sentence::segment(text, &language) {
        offsets.push(walk.to(sentence.start));
        offsets.push(walk.to(sentence.end));
    }
    offsets
}
