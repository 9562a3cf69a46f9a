//! What a character is to the segmenter.

/// A full stop that also marks abbreviations, numbers and initials (UAX #29: ATerm).
pub fn is_dot(c: char) -> bool {
    matches!(c, '.' | '\u{2024}' | '\u{FE52}' | '\u{FF0E}')
}

/// A mark that ends a sentence wherever it stands in its script (UAX #29: STerm of the basic plane, but for the
/// marks of [`is_mark`] and for Burmese ၊, which is a comma to readers).
pub fn is_final(c: char) -> bool {
    matches!(
        c,
        '\u{589}' | '\u{61D}'..='\u{61F}' | '\u{6D4}' | '\u{700}'..='\u{702}' | '\u{7F9}' | '\u{837}'
            | '\u{964}' | '\u{965}' | '\u{104B}' | '\u{1362}' | '\u{1367}' | '\u{1368}'
            | '\u{166E}' | '\u{17D4}' | '\u{17D5}' | '\u{1803}' | '\u{1809}' | '\u{1C7E}' | '\u{1C7F}' | '。'
            | '\u{A4FF}' | '\u{A60E}' | '\u{A60F}' | '\u{A8CE}' | '\u{A8CF}' | '\u{ABEB}'
            | '\u{FE56}' | '\u{FE57}' | '！' | '？' | '｡'
    )
}

/// A question or exclamation mark that may also stand inside a sentence.
pub fn is_mark(c: char) -> bool {
    matches!(c, '!' | '?' | '‼' | '‽' | '⁇' | '⁈' | '⁉')
}

/// An ellipsis of one character.
pub fn is_ellipsis(c: char) -> bool {
    matches!(c, '…' | '⋯')
}

/// What may close after a terminator and still belongs to the sentence.
pub fn is_closer(c: char) -> bool {
    matches!(
        c,
        '"' | '\''
            | '`'
            | ')'
            | ']'
            | '}'
            | '»'
            | '«'
            | '”'
            | '“'
            | '’'
            | '‘'
            | '›'
            | '‹'
            | '」'
            | '』'
            | '）'
            | '】'
            | '〕'
            | '〉'
            | '》'
            | '＂'
            | '］'
            | '*'
    )
}

/// What opens a quotation or bracket.
pub fn is_opener(c: char) -> bool {
    matches!(
        c,
        '"' | '\''
            | '('
            | '['
            | '{'
            | '«'
            | '»'
            | '“'
            | '„'
            | '‘'
            | '‚'
            | '‹'
            | '›'
            | '「'
            | '『'
            | '（'
            | '【'
            | '〈'
            | '《'
            | '¿'
            | '¡'
            | '”'
    )
}

/// Quotation marks and brackets of Chinese and Japanese that nest.
pub fn depth_change(c: char) -> i32 {
    match c {
        '「' | '『' | '（' | '【' | '《' | '〈' | '［' => 1,
        '」' | '』' | '）' | '】' | '》' | '〉' | '］' => -1,
        _ => 0,
    }
}

/// A dash, as it stands before direct speech.
pub fn is_dash(c: char) -> bool {
    matches!(c, '-' | '–' | '—' | '―' | '‒')
}

/// Marks of direction and joiners, which take no room.
pub fn is_invisible(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}')
}

/// Pictures and symbols that stand for a tone of voice: they belong to the sentence before them.
pub fn is_emoji(c: char) -> bool {
    matches!(c, '\u{1F300}'..='\u{1FAFF}' | '\u{2600}'..='\u{27BF}' | '\u{2B50}' | '\u{1F1E6}'..='\u{1F1FF}')
}

/// What may stand inside a run of emoji: variation selectors, joiners, skin tones.
pub fn is_emoji_part(c: char) -> bool {
    is_emoji(c) || matches!(c, '\u{FE0F}' | '\u{200D}' | '\u{20E3}')
}

/// A quotation mark that some languages open with and others close with.
pub fn is_two_way_quote(c: char) -> bool {
    matches!(c, '"' | '“' | '”')
}

/// What ends a line: the reader puts it where the page breaks one.
pub fn is_line(c: char) -> bool {
    matches!(c, '\n' | '\u{85}' | '\u{2028}' | '\u{2029}')
}
