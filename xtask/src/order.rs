//! Functions next to those that they are like: what packers have just seen they pack best. Half a kilobyte on the wire.

use std::collections::HashMap;

use anyhow::Result;
use wasm_encoder::{NameMap, NameSection, Section};
use wasmparser::{Parser, Payload, TypeRef};

/// The pass of wasm-opt that puts functions into the order of the names given here.
pub const PASS: &str = "--reorder-functions-by-name";

/// Functions whose number a call says in one byte, those that the module brings in among them: wasm-opt has put the most
/// called first, and these stay before all others.
const NEAR: usize = 128;

/// Functions before that one is to be like, by how much each counts.
const BEFORE: [f64; 3] = [1.0, 0.7, 0.49];

/// Bytes that two functions have in common are counted in runs of so many.
const RUN: usize = 4;

/// The module with a name for each function, which sort as they should stand.
pub fn with_names(module: &[u8]) -> Result<Vec<u8>> {
    let (mut brought, mut bodies) = (0, Vec::new());
    for payload in Parser::new(0).parse_all(module) {
        match payload? {
            Payload::ImportSection(imports) => {
                for import in imports.into_imports() {
                    brought += usize::from(matches!(import?.ty, TypeRef::Func(_)));
                }
            }
            Payload::CodeSectionEntry(body) => bodies.push(&module[body.range()]),
            _ => {}
        }
    }
    let likeness = Likeness::of(&bodies);
    let near = NEAR.saturating_sub(brought).min(bodies.len());
    let mut order = Vec::new();
    for group in [0..near, near..bodies.len()] {
        likeness.order(group.collect(), &mut order);
    }
    let mut names = vec![String::new(); bodies.len()];
    for (place, function) in order.iter().enumerate() {
        names[*function] = format!("{place:04}");
    }
    let mut map = NameMap::new();
    for (function, name) in names.iter().enumerate() {
        map.append((brought + function) as u32, name);
    }
    let mut section = NameSection::new();
    section.functions(&map);
    let mut named = module.to_vec();
    named.push(section.id());
    wasm_encoder::Encode::encode(&section, &mut named);
    Ok(named)
}

/// What functions have in common: the runs of bytes in each, sorted.
struct Likeness {
    runs: Vec<Vec<u32>>,
    /// Functions that have a run.
    holders: HashMap<u32, u32>,
}

impl Likeness {
    fn of(bodies: &[&[u8]]) -> Self {
        let mut holders = HashMap::new();
        let mut all = Vec::new();
        for body in bodies {
            let number =
                |run: &[u8]| run.iter().fold(0, |number, byte| number << 8 | u32::from(*byte));
            let mut runs: Vec<u32> = body.windows(RUN).map(number).collect();
            runs.sort_unstable();
            runs.dedup();
            for run in &runs {
                *holders.entry(*run).or_default() += 1;
            }
            all.push(runs);
        }
        Likeness { runs: all, holders }
    }

    /// What two functions have in common, rare runs before frequent ones, for their size.
    fn between(&self, a: usize, b: usize) -> f64 {
        let (a, b) = (&self.runs[a], &self.runs[b]);
        let mut common = 0.0;
        let mut rest = b.iter().peekable();
        for run in a {
            while rest.next_if(|other| *other < run).is_some() {}
            if rest.peek() == Some(&run) {
                common += 1.0 / f64::from(self.holders[run]);
            }
        }
        common / ((a.len() * b.len()) as f64).sqrt().max(1.0)
    }

    /// Puts functions behind those that stand already, each next the one most like the last few.
    fn order(&self, mut left: Vec<usize>, order: &mut Vec<usize>) {
        // How like the last functions in the order all others are.
        let row = |function: &usize| -> Vec<f64> {
            (0..self.runs.len()).map(|other| self.between(*function, other)).collect()
        };
        let mut rows: Vec<Vec<f64>> = order.iter().rev().take(BEFORE.len()).map(row).collect();
        while !left.is_empty() {
            let like = |function: usize| -> f64 {
                rows.iter().zip(BEFORE).map(|(row, weight)| row[function] * weight).sum()
            };
            let best = (0..left.len()).max_by(|a, b| {
                like(left[*a]).total_cmp(&like(left[*b])).then(left[*b].cmp(&left[*a]))
            });
            let function = left.remove(best.unwrap_or_default());
            order.push(function);
            rows.insert(0, row(&function));
            rows.truncate(BEFORE.len());
        }
    }
}
