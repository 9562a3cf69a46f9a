//! Time of one summary by the length of the text.

use std::error::Error;
use std::hint::black_box;
use std::time::{Duration, Instant};

use standfirst::{Options, Page, summarize};

use super::{Args, sets_of};

/// Lengths in words.
const LENGTHS: [usize; 7] = [1_000, 2_000, 5_000, 10_000, 20_000, 50_000, 100_000];

/// Time spent on each length at least.
const ENOUGH: Duration = Duration::from_millis(1500);

/// Prints milliseconds a summary, and the exponent of growth between the ends. The text is one
/// article of the data after the other, so that its words grow as those of long texts do.
pub fn run(args: &Args) -> Result<(), Box<dyn Error>> {
    let mut paragraphs: Vec<String> = Vec::new();
    for (_, documents) in sets_of(args)? {
        let english = documents.iter().filter(|document| document.lang == "en");
        paragraphs.extend(english.map(|document| document.text.clone()));
    }
    let mut times = Vec::new();
    for length in LENGTHS {
        let mut text = String::new();
        let mut words = 0;
        for paragraph in paragraphs.iter().cycle().take_while(|_| !paragraphs.is_empty()) {
            if words >= length {
                break;
            }
            words += paragraph.split_whitespace().count();
            text.push_str(paragraph);
            text.push_str("\n\n");
        }
        // The fastest of several: what else runs on the machine only adds.
        let (mut fastest, mut spent) = (Duration::MAX, Duration::ZERO);
        while spent < ENOUGH {
            let start = Instant::now();
            black_box(summarize(&Page::from_text(&text), &Options::default()));
            let took = start.elapsed();
            fastest = fastest.min(took);
            spent += took;
        }
        times.push((words as f64, fastest.as_secs_f64()));
        println!("{words:>8} words {:>9.2} ms", fastest.as_secs_f64() * 1e3);
    }
    if let (Some(first), Some(last)) = (times.first(), times.last()) {
        let exponent = (last.1 / first.1).ln() / (last.0 / first.0).ln();
        println!("exponent {exponent:.2}; longest over 5,000 words {:.1} x", last.1 / times[2].1);
    }
    Ok(())
}
