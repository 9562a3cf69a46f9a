//! What a module claims to need, which wasm-bindgen goes by: it does without what is not claimed.

use anyhow::{Context, Result};

const CUSTOM_SECTION: u8 = 0;
const HEADER_LENGTH: usize = 8;

/// The module with the claims of `features` taken out of its `target_features`.
///
/// # Errors
/// Where the module's sections end too early.
pub fn without(module: &[u8], features: &[&[u8]]) -> Result<Vec<u8>> {
    without_claims(module, features).context("the module's sections cannot be followed")
}

fn without_claims(module: &[u8], unwanted: &[&[u8]]) -> Option<Vec<u8>> {
    let mut out = module.get(..HEADER_LENGTH)?.to_vec();
    let mut rest = module.get(HEADER_LENGTH..)?;
    while let Some((&id, after)) = rest.split_first() {
        let (length, body) = leb128(after)?;
        let (section, next) = body.split_at_checked(length)?;
        let name = b"\x0ftarget_features";
        match section.strip_prefix(name) {
            Some(features) if id == CUSTOM_SECTION => {
                let kept = [name, kept_features(features, unwanted)?.as_slice()].concat();
                out.push(id);
                push_leb128(&mut out, kept.len());
                out.extend(kept);
            }
            _ => out.extend(rest.get(..rest.len() - next.len())?),
        }
        rest = next;
    }
    Some(out)
}

/// A vector of features, each a sign and a name.
fn kept_features(section: &[u8], unwanted: &[&[u8]]) -> Option<Vec<u8>> {
    let (count, mut rest) = leb128(section)?;
    let mut kept: Vec<u8> = Vec::new();
    let mut number = 0;
    for _ in 0..count {
        let (length, name) = leb128(rest.get(1..)?)?;
        let (name, next) = name.split_at_checked(length)?;
        if !unwanted.contains(&name) {
            kept.extend(rest.get(..rest.len() - next.len())?);
            number += 1;
        }
        rest = next;
    }
    let mut out = Vec::new();
    push_leb128(&mut out, number);
    out.extend(kept);
    Some(out)
}

fn leb128(bytes: &[u8]) -> Option<(usize, &[u8])> {
    let mut value = 0;
    for (at, byte) in bytes.iter().enumerate().take(5) {
        value |= usize::from(byte & 0x7f) << (7 * at);
        if byte & 0x80 == 0 {
            return Some((value, bytes.get(at + 1..)?));
        }
    }
    None
}

fn push_leb128(out: &mut Vec<u8>, mut value: usize) {
    while value >= 0x80 {
        out.push(value as u8 | 0x80);
        value >>= 7;
    }
    out.push(value as u8);
}

#[cfg(test)]
mod tests {
    use super::without_claims;

    #[test]
    fn claims_are_taken_out_and_the_rest_stays() {
        let module = |features: &[u8]| {
            let mut bytes = b"\0asm\x01\0\0\0\x01\x01\0".to_vec();
            bytes.extend([0, 16 + features.len() as u8]);
            bytes.extend(b"\x0ftarget_features");
            bytes.extend(features);
            bytes.extend(b"\0\x02\x01x");
            bytes
        };
        let unwanted: [&[u8]; 2] = [b"reference-types", b"multivalue"];
        let claims = module(b"\x03+\x0freference-types+\x08sign-ext+\x0amultivalue");
        assert_eq!(without_claims(&claims, &unwanted), Some(module(b"\x01+\x08sign-ext")));
        let cut_short = claims.get(..claims.len() - 1).unwrap();
        assert_eq!(without_claims(cut_short, &unwanted), None);
    }
}
