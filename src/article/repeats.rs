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

/// Marks blocks that say nothing of their own: all but a tenth of their runs stand in another one.
pub fn mark_repeats(survey: &Survey, roles: &mut [Role]) {
    let words = |at: usize| survey.words.of(survey.shape(at));
    // a run, and below it the block: numbers are sorted by less code than pairs
    let mut runs: Vec<u64> = Vec::new();
    for (at, role) in roles.iter().enumerate() {
        if role.is_quotable() {
            for run in words(at).windows(RUN) {
                runs.push(u64::from(join(run)) << 32 | at as u64);
            }
        }
    }
    runs.sort_unstable();
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
            own += usize::from(!stands_elsewhere(&runs, join(run), at, roles));
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

/// Whether a run stands in another block of the story, of the first that hold it.
fn stands_elsewhere(runs: &[u64], run: u32, at: usize, roles: &[Role]) -> bool {
    let from = runs.partition_point(|other| other >> 32 < u64::from(run));
    for other in runs.iter().skip(from).take(MOST_HOLDERS) {
        if other >> 32 != u64::from(run) {
            return false;
        }
        let holder = *other as u32 as usize;
        if holder != at && roles.get(holder).is_some_and(|role| role.is_quotable()) {
            return true;
        }
    }
    false
}
