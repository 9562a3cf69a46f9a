//! Direct speech by named cases; sentences are our own.

use super::mark_sentences;

/// Name, language, sentences with their block, and for each the speaker: "-" outside speech,
/// "?" inside without a speaker.
type Case = (&'static str, &'static str, &'static [(usize, &'static str)], &'static [&'static str]);

const CASES: &[Case] = &[
    (
        "attribution after",
        "en",
        &[(0, "“We will not pay for the bridge,” said Anna Holm."), (0, "The hall was silent.")],
        &["Anna Holm", "-"],
    ),
    (
        "attribution before the verb",
        "en",
        &[(0, "“We will not pay for the bridge,” Anna Holm said.")],
        &["Anna Holm"],
    ),
    (
        "over sentences",
        "en",
        &[
            (0, "“The bridge is older than all of us."),
            (0, "It must be closed,” said Anna Holm in the hall."),
        ],
        &["Anna Holm", "Anna Holm"],
    ),
    (
        "inside, and on",
        "en",
        &[
            (0, "“It is an old bridge,” Anna Holm said, “and it leaks."),
            (0, "Nobody listens to us.”"),
        ],
        &["Anna Holm", "Anna Holm"],
    ),
    (
        "two quotations of one speaker",
        "en",
        &[
            (0, "“It is an old bridge and it leaks,” said Anna Holm."),
            (0, "“Nobody listens to us anyway.”"),
            (0, "“Nobody in this town ever did,” the mayor replied."),
            (1, "“We have listened to everyone.”"),
        ],
        &["Anna Holm", "Anna Holm", "?", "?"],
    ),
    (
        "block before",
        "en",
        &[
            (0, "Later that evening Anna Holm emphasized the cost of the plan, stating:"),
            (1, "“We cannot pay for a second bridge."),
            (1, "Nobody can.”"),
        ],
        &["-", "Anna Holm", "Anna Holm"],
    ),
    ("a pronoun is no name", "en", &[(0, "“We will not pay for the bridge,” she said.")], &["?"]),
    ("title in marks", "en", &[(0, "He read “Emma” and said Jane Austen was right.")], &["-"]),
    (
        "German",
        "de",
        &[(0, "„Wir werden die Brücke nicht bezahlen“, sagte Anna Holm.")],
        &["Anna Holm"],
    ),
    (
        "French",
        "fr",
        &[(0, "« Nous ne paierons pas ce pont », a déclaré Anne Lenoir.")],
        &["Anne Lenoir"],
    ),
    (
        "Chinese",
        "zh",
        &[(0, "她说：“我们不会为这座桥付钱，因为它已经太旧太危险了，没有人要。”")],
        &["?"],
    ),
    (
        "never closed",
        "en",
        &[(0, "“We will not pay for the bridge."), (1, "The council met on Monday.")],
        &["?", "-"],
    ),
];

#[test]
fn cases() {
    let mut wrong = Vec::new();
    for (name, language, sentences, wanted) in CASES {
        let found: Vec<_> = mark_sentences(sentences, language)
            .iter()
            .map(|speech| match (speech.is_quoted, speech.speaker) {
                (false, _) => "-",
                (true, None) => "?",
                (true, Some(speaker)) => speaker,
            })
            .collect();
        if &found != wanted {
            wrong.push(format!("{name}\n  found  {found:?}\n  wanted {wanted:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

proptest::proptest! {
    /// Any text returns, one answer a sentence, and every attribution is a sentence.
    #[test]
    fn any_text(texts in proptest::collection::vec("(\\PC|[“”\"«»„.: ]|said|Anna ){0,30}", 0..8)) {
        let sentences: Vec<_> = texts.iter().enumerate().map(|(i, t)| (i / 3, t.as_str())).collect();
        let marked = mark_sentences(&sentences, "en");
        proptest::prop_assert_eq!(marked.len(), sentences.len());
        for speech in &marked {
            proptest::prop_assert!(speech.attribution.is_none_or(|at| at < sentences.len()));
            proptest::prop_assert_eq!(speech.speaker.is_some(), speech.attribution.is_some());
        }
    }
}
