//! The only binding module: flat arrays in, one plain object out.

use serde::Serialize;
use wasm_bindgen::prelude::*;

/// Smaller and faster than the standard library's on this target.
#[cfg(target_family = "wasm")]
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

use crate::options::{Budget, Options};
use crate::page::Page;
use crate::parts::Parts;
use crate::utf16::Walk;
use crate::{attempt, language, sentence, text as words};

/// Summarises a page in its flat form (see `www/types.js`).
///
/// A string where the page needs a language to be known first (`learn`): its tag, empty for all.
/// `words` over 0 sets a budget of words, else `sentences` counts. `language` may be empty.
/// `focus` holds words parted by NUL.
///
/// # Errors
/// A string that says which array does not fit, when the flat form contradicts itself.
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
) -> Result<JsValue, JsValue> {
    let page = Page::from_parts(Parts { text, descriptors, metadata, elements, blocks, plain })
        .map_err(|error| JsValue::from_str(&error.message()))?;
    let options = Options {
        budget: match words {
            0 => Budget::Sentences(sentences as usize),
            _ => Budget::Words(words as usize),
        },
        language: (!language.is_empty()).then_some(language),
        focus: words::runs(focus, |c| c != '\0'),
    };
    match attempt(&page, &options) {
        Ok(summary) => {
            let serializer = serde_wasm_bindgen::Serializer::json_compatible();
            summary.serialize(&serializer).map_err(JsValue::from)
        }
        Err(wanted) => Ok(JsValue::from_str(wanted)),
    }
}

/// Cuts plain text into sentences and returns their UTF-16 offsets: start, end, start, end ...
/// `undefined` where that needs all languages to be known first (`learn`).
#[wasm_bindgen]
pub fn segment(text: &str, language: &str) -> Option<Vec<u32>> {
    if !language.is_empty() && !language::is_at_hand(language) {
        return None;
    }
    let language = language::by_tag(language).or_else(|| language::detect(None, text))?;
    let mut walk = Walk::over(text);
    let mut offsets = Vec::new();
    for sentence in sentence::segment(text, &language) {
        offsets.push(walk.to(sentence.start));
        offsets.push(walk.to(sentence.end));
    }
    Some(offsets)
}

/// Takes in the words of a language other than English, or of all: a text of the files beside the glue.
#[cfg(target_family = "wasm")]
#[wasm_bindgen]
pub fn learn(words: String, are_all: bool) {
    crate::others::learn(words, are_all);
}
