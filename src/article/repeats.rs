//! Sentences of the story that are shown again, large: pull quotes.

use super::Role;
use super::survey::Survey;
use super::words::join;

/// Words of a run by which repeated text is known.
const RUN: usize = 4;

/// Words under which a block is too short to be told by its runs.
const FEWEST_WORDS: usize = 6;

/// Blocks with the same run that are looked at: the first ones.
const MOST_HOLDERS: usize = 8;

/// Runs that are looked at for one: more stand in its place only in texts of a million words, or made for it.
const MOST_LOOKS: usize = 64;

/// Places that the hashes of runs are told apart by, some times the words of a long story.
const PLACES: usize = 1 << 14;

/// Marks blocks that say nothing of their own: all but a tenth of their runs stand in another one.
pub fn mark_repeats(survey: &Survey, roles: &mut [Role]) {
    let words = |at: usize| survey.words.of(survey.shape(at));
    let mut runs = Runs { heads: vec![0; PLACES], all: Vec::new() };
    // from the end, so that a run's first holders are found first
    for (at, role) in roles.iter().enumerate().rev() {
        if role.is_quotable() {
            for run in words(at).windows(RUN) {
                runs.add(join(run), at);
            }
        }
    }
    // from the end, so that of two equal blocks the first stays
    for at in (0..roles.len()).rev() {
        let words = words(at);
        let quotable = roles.get(at).is_some_and(|role| role.is_quotable());
        if !quotable || words.len() < FEWEST_WORDS {
            continue;
        }
        let all = words.len() + 1 - RUN;
        let mut own = 0;
        for run in words.windows(RUN) {
            own += usize::from(!runs.stand_elsewhere(join(run), at, roles));
            // most blocks are told by their first few
            if own * 10 > all {
                break;
            }
        }
        if own * 10 <= all
            && let Some(role) = roles.get_mut(at)
        {
            *role = Role::PullQuote;
        }
    }
}

/// The runs of a story, found by their hashes.
struct Runs {
    /// Of each place the number + 1 of the run that was added to it last, 0 where there is none.
    heads: Vec<u32>,
    all: Vec<Run>,
}

#[derive(Clone, Copy)]
struct Run {
    hash: u32,
    holder: u32,
    /// The number + 1 of the run that was added to the same place before.
    next: u32,
}

impl Runs {
    fn add(&mut self, hash: u32, holder: usize) {
        if let Some(head) = self.heads.get_mut(hash as usize % PLACES) {
            let next = std::mem::replace(head, self.all.len() as u32 + 1);
            self.all.push(Run { hash, holder: holder as u32, next });
        }
    }

    /// Whether a run stands in another block of the story, of the first that hold it.
    fn stand_elsewhere(&self, hash: u32, at: usize, roles: &[Role]) -> bool {
        let mut number = self.heads.get(hash as usize % PLACES).copied().unwrap_or_default();
        let mut holders = 0;
        for _ in 0..MOST_LOOKS {
            let run = number.checked_sub(1).and_then(|at| self.all.get(at as usize));
            let Some(run) = run.filter(|_| holders < MOST_HOLDERS) else { break };
            if run.hash == hash {
                holders += 1;
                let holder = run.holder as usize;
                if holder != at && roles.get(holder).is_some_and(|role| role.is_quotable()) {
                    return true;
                }
            }
            number = run.next;
        }
        false
    }
}
