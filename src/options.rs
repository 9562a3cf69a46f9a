//! What a caller may ask for, with defaults and clamps.

/// Most sentences that a summary may hold; also the depth of the nested order.
pub const MAX_SENTENCES: usize = 12;

/// How long a summary may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Budget {
    /// So many sentences, 1 to [`MAX_SENTENCES`].
    Sentences(usize),
    /// So many words, whole sentences only; at least one sentence is given.
    Words(usize),
}

impl Default for Budget {
    fn default() -> Self {
        Budget::Sentences(3)
    }
}

/// Options of one summary.
#[derive(Debug, Clone, Default)]
pub struct Options<'a> {
    /// How long the summary may be.
    pub budget: Budget,
    /// The language to assume (BCP 47), over what the page says.
    pub language: Option<&'a str>,
    /// Words that the reader cares about: sentences that hold them are preferred.
    pub focus: Vec<&'a str>,
}

impl Options<'_> {
    /// The budget within its limits.
    pub fn clamped_budget(&self) -> Budget {
        match self.budget {
            Budget::Sentences(n) => Budget::Sentences(n.clamp(1, MAX_SENTENCES)),
            Budget::Words(n) => Budget::Words(n.max(1)),
        }
    }
}
