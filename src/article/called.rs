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

/// Words and what they tell. Own curation, from the class names that publishing systems use in
/// English, German and the Romance languages.
const WORDS: [(&str, u8); 49] = [
    ("caption", CAPTION),
    ("credit", CAPTION),
    ("copyright", CAPTION),
    ("bildunterschrift", CAPTION),
    ("comment", COMMENT),
    ("disqus", COMMENT),
    ("kommentar", COMMENT),
    ("reply", COMMENT),
    ("related", RELATED),
    ("recommend", RELATED),
    ("teaser", RELATED | STANDFIRST),
    ("readmore", RELATED),
    ("promo", RELATED),
    ("byline", BYLINE),
    ("author", BYLINE),
    ("autor", BYLINE),
    ("signature", BYLINE),
    ("standfirst", STANDFIRST),
    ("subtitle", STANDFIRST),
    ("subhead", STANDFIRST),
    ("dek", STANDFIRST),
    ("deck", STANDFIRST),
    ("lead", STANDFIRST),
    ("lede", STANDFIRST),
    ("summary", STANDFIRST),
    ("intro", STANDFIRST),
    ("excerpt", STANDFIRST),
    ("abstract", STANDFIRST),
    ("chapo", STANDFIRST),
    ("vorspann", STANDFIRST),
    ("entradilla", STANDFIRST),
    ("bajada", STANDFIRST),
    ("desc", STANDFIRST),
    ("einleitung", STANDFIRST),
    ("preface", STANDFIRST),
    ("sottotitolo", STANDFIRST),
    ("sapo", STANDFIRST),
    ("ingress", STANDFIRST),
    ("perex", STANDFIRST),
    ("keypoint", BOX),
    ("key-point", BOX),
    ("takeaway", BOX),
    ("tldr", BOX),
    ("factbox", BOX),
    ("fact-box", BOX),
    ("infobox", BOX),
    ("disclosure", NOTICE),
    ("disclaimer", NOTICE),
    ("affiliate", NOTICE),
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
        if starts {
            let first = byte.to_ascii_lowercase();
            for (word, kind) in &WORDS {
                if word.as_bytes().first() == Some(&first)
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
