//! The files of what is known of languages other than English, in `www/pkg`, which `src/others.rs` takes in: a file for
//! each language, and one for all. Each is a module with one string, which bundlers, policies and integrity treat as any other.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

/// The way to them; where a language has no file of its own, all are given.
const WAY: &str = "\
export async function wordsIn(language) {
  const own = LANGUAGES[language];
  const { default: text } = await (own ? own() : import('./words/all.js'));
  return { text, areAll: !own };
}
";

const TYPES: &str = "\
/** What the core's `learn` takes in, of a language by its primary tag, or of all. */
export function wordsIn(language: string): Promise<{ text: string; areAll: boolean }>;
";

/// Writes them, and `standfirst_words.js`, which brings them.
pub fn write(root: &Path) -> Result<()> {
    let path = root.join("src/language/others.txt");
    let text = fs::read_to_string(&path).with_context(|| path.display().to_string())?;
    let package = root.join("www/pkg");
    let folder = package.join("words");
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    fs::create_dir_all(&folder)?;
    write_module(&folder.join("all.js"), text.trim_end())?;
    let mut way = "const LANGUAGES = {\n  __proto__: null,\n".to_owned();
    for (code, own) in by_language(&text) {
        write_module(&folder.join(format!("{code}.js")), &own)?;
        way += &format!("  {code}: () => import('./words/{code}.js'),\n");
    }
    way += "};\n\n";
    fs::write(package.join("standfirst_words.js"), way + WAY)?;
    Ok(fs::write(package.join("standfirst_words.d.ts"), TYPES)?)
}

fn write_module(path: &Path, text: &str) -> Result<()> {
    Ok(fs::write(path, format!("export default {};\n", serde_json::to_string(text)?))?)
}

/// The lines of each language, in the parts of the whole.
fn by_language(text: &str) -> BTreeMap<&str, String> {
    let parts: Vec<&str> = text.trim_end().split("\n\n").collect();
    let mut languages = BTreeMap::new();
    for line in parts[0].lines() {
        let code = code_of(line);
        let of_it = |part: &&str| {
            let lines: Vec<&str> = part.lines().filter(|line| code_of(line) == code).collect();
            lines.join("\n")
        };
        languages.insert(code, parts.iter().map(of_it).collect::<Vec<_>>().join("\n\n"));
    }
    languages
}

fn code_of(line: &str) -> &str {
    line.split('|').next().unwrap_or_default()
}
