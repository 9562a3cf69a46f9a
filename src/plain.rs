//! Plain data on its way out: one shape for all, so that it is serialised by one piece of code.

use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

/// A value of a plain object.
pub enum Plain<'a> {
    /// A string.
    Text(&'a str),
    /// A number, as JavaScript has them.
    Number(f64),
    /// An array.
    List(Vec<Plain<'a>>),
    /// An object, its properties in order.
    Object(Vec<(&'static str, Plain<'a>)>),
}

impl<'a> Plain<'a> {
    /// A whole number.
    pub fn whole(number: u32) -> Self {
        Plain::Number(number.into())
    }

    /// An array of whole numbers.
    pub fn wholes(numbers: &[u32]) -> Self {
        Plain::List(numbers.iter().map(|number| Plain::whole(*number)).collect())
    }

    /// An array of numbers from 0 to 1.
    pub fn shares(shares: &[f32]) -> Self {
        Plain::List(shares.iter().map(|share| Plain::Number((*share).into())).collect())
    }

    /// An array of codes.
    pub fn codes(codes: &[&'static str]) -> Self {
        Plain::List(codes.iter().map(|code| Plain::Text(code)).collect())
    }
}

impl Serialize for Plain<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Plain::Text(text) => serializer.serialize_str(text),
            Plain::Number(number) => serializer.serialize_f64(*number),
            Plain::List(values) => serializer.collect_seq(values),
            Plain::Object(properties) => {
                let mut object = serializer.serialize_map(Some(properties.len()))?;
                for (name, value) in properties {
                    object.serialize_entry(name, value)?;
                }
                object.end()
            }
        }
    }
}
