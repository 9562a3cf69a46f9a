//! Kinds of parts that names of elements tell in so many words: a caption, a comment, a byline.

use crate::page::Descriptor;

/// Names tell of a picture's text.
pub const CAPTION: u8 = 1;
/// Names tell of readers' comments.
pub const COMMENT: u8 = 2;
/// Names tell of links to other stories.
pub const RELATED: u8 = 4;
/// Names tell of an author.
pub const BYLINE: u8 = 8;
/// Names tell of a standfirst.
pub const STANDFIRST: u8 = 16;
/// Names tell of a box of facts or key points.
pub const BOX: u8 = 32;
/// Names tell of a word from the publisher on its own behalf.
pub const NOTICE: u8 = 64;

/// Words and what they tell, in order. Own curation, from the class names that publishing systems use in
/// English, German and the Romance languages.
const WORDS: [(&str, u8); 49] = [
    ("abstract", STANDFIRST),
    ("affiliate", NOTICE),
    ("author", BYLINE),
    ("autor", BYLINE),
    ("bajada", STANDFIRST),
    ("bildunterschrift", CAPTION),
    ("byline", BYLINE),
    ("caption", CAPTION),
    ("chapo", STANDFIRST),
    ("comment", COMMENT),
    ("copyright", CAPTION),
    ("credit", CAPTION),
    ("deck", STANDFIRST),
    ("dek", STANDFIRST),
    ("desc", STANDFIRST),
    ("disclaimer", NOTICE),
    ("disclosure", NOTICE),
    ("disqus", COMMENT),
    ("einleitung", STANDFIRST),
    ("entradilla", STANDFIRST),
    ("excerpt", STANDFIRST),
    ("fact-box", BOX),
    ("factbox", BOX),
    ("infobox", BOX),
    ("ingress", STANDFIRST),
    ("intro", STANDFIRST),
    ("key-point", BOX),
    ("keypoint", BOX),
    ("kommentar", COMMENT),
    ("lead", STANDFIRST),
    ("lede", STANDFIRST),
    ("perex", STANDFIRST),
    ("preface", STANDFIRST),
    ("promo", RELATED),
    ("readmore", RELATED),
    ("recommend", RELATED),
    ("related", RELATED),
    ("reply", COMMENT),
    ("sapo", STANDFIRST),
    ("signature", BYLINE),
    ("sottotitolo", STANDFIRST),
    ("standfirst", STANDFIRST),
    ("subhead", STANDFIRST),
    ("subtitle", STANDFIRST),
    ("summary", STANDFIRST),
    ("takeaway", BOX),
    ("teaser", RELATED | STANDFIRST),
    ("tldr", BOX),
    ("vorspann", STANDFIRST),
];

/// What a descriptor's names tell, as bits.
pub fn called(descriptor: &Descriptor<'_>) -> u8 {
    [descriptor.names, descriptor.item, descriptor.data]
        .iter()
        .fold(0, |bits, name| bits | told(name))
}

/// What the words tell that begin where a word of the name does.
fn told(name: &str) -> u8 {
    let mut bits = 0;
    let mut rest = name.as_bytes();
    let mut before = b' ';
    while let Some(&byte) = rest.first() {
        let starts = !before.is_ascii_alphabetic()
            || before.is_ascii_lowercase() && byte.is_ascii_uppercase();
        if starts && byte.is_ascii_alphabetic() {
            let first = byte.to_ascii_lowercase();
            for (word, kind) in &WORDS {
                let initial = word.as_bytes().first().copied().unwrap_or_default();
                if initial > first {
                    break;
                }
                if initial == first
                    && let Some(piece) = rest.get(..word.len())
                    && piece.eq_ignore_ascii_case(word.as_bytes())
                {
                    bits |= kind;
                }
            }
        }
        before = byte;
        rest = rest.get(1..).unwrap_or_default();
    }
    bits
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_in_order() {
        assert!(WORDS.is_sorted(), "a word out of order is not found");
    }

    #[test]
    fn words_in_names() {
        let cases = [
            ("article__comment-list", COMMENT),
            ("articleComment", COMMENT),
            ("commented", COMMENT),
            ("nocomment", 0),
            ("Comment", COMMENT),
            ("com", 0),
            ("", 0),
            ("keyPoints", BOX),
            ("keypad", 0),
            ("articleSubheadline", STANDFIRST),
            ("teaser", RELATED | STANDFIRST),
            ("img-caption lead", CAPTION | STANDFIRST),
        ];
        for (names, bits) in cases {
            assert_eq!(called(&Descriptor { names, ..Descriptor::default() }), bits, "{names}");
        }
    }
}
