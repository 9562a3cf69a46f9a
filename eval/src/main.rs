//! Quality and speed of Standfirst over a data folder: every table that the documents quote.

mod dangling;
mod finding;
mod finding_labels;
mod page_data;
mod rouge;
mod salience;
mod sentences;
mod shingles;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

#[derive(Parser)]
#[command(about = "Prints the tables of quality and speed")]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Finding the article: corpora by F1, lead, purity, refusals, time.
    Finding(finding::Args),
    /// Features and labels of every block, for training the block model.
    FindingFeatures(finding_labels::Args),
    /// Choosing the sentences: ROUGE against the lead, dangling, repeats; rows for training.
    Salience(salience::Args),
    /// Sentences: golden rules, treebanks, throughput.
    Sentences(sentences::Args),
}

fn main() -> ExitCode {
    let result = match Cli::parse().command {
        Command::Finding(args) => finding::run(&args),
        Command::FindingFeatures(args) => finding_labels::run(&args),
        Command::Salience(args) => salience::run(&args),
        Command::Sentences(args) => sentences::run(&args),
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}
