//! The summary on its way out, as JSON: one string crosses to JavaScript, whose own parser makes the
//! object of it. Object by object it was 1 KB gzip more, with serde in it, and no faster.

/// Fractions are written to the last of so many binary digits: all that a 32-bit float over 2^-37
/// has, and no share of salience other than 0 is smaller than 2^-32. Four more are room for a digit.
const FRACTION_BITS: u32 = 60;
const ONE: u64 = 1 << FRACTION_BITS;

/// Values written one after the other. Each has a name, which is empty in an array.
#[derive(Default)]
pub struct Json {
    text: String,
}

impl Json {
    /// What was written.
    pub fn into_text(self) -> String {
        self.text
    }

    /// Begins an object or array by its bracket.
    pub fn open(&mut self, name: &str, bracket: char) {
        self.name(name);
        self.text.push(bracket);
    }

    /// Ends an object or array by its bracket.
    pub fn close(&mut self, bracket: char) {
        self.text.push(bracket);
    }

    /// A string.
    pub fn string(&mut self, name: &str, value: &str) {
        self.name(name);
        self.quoted(value);
    }

    /// A whole number.
    pub fn whole(&mut self, name: &str, value: u32) {
        self.name(name);
        self.digits(value);
    }

    /// A number from 0 to 1, exactly.
    pub fn share(&mut self, name: &str, value: f32) {
        self.name(name);
        let mut rest = (f64::from(value) * ONE as f64) as u64;
        self.digits((rest / ONE) as u32);
        rest %= ONE;
        if rest > 0 {
            self.text.push('.');
        }
        while rest > 0 {
            rest *= 10;
            self.digits((rest / ONE) as u32);
            rest %= ONE;
        }
    }

    /// An array of whole numbers.
    pub fn wholes(&mut self, name: &str, values: &[u32]) {
        self.open(name, '[');
        for value in values {
            self.whole("", *value);
        }
        self.close(']');
    }

    /// An array of strings.
    pub fn strings(&mut self, name: &str, values: &[impl AsRef<str>]) {
        self.open(name, '[');
        for value in values {
            self.string("", value.as_ref());
        }
        self.close(']');
    }

    /// What stands before a value: a comma if it is not the first, and its name if it has one.
    fn name(&mut self, name: &str) {
        if !matches!(self.text.as_bytes().last(), None | Some(b'{' | b'[')) {
            self.text.push(',');
        }
        if !name.is_empty() {
            self.quoted(name);
            self.text.push(':');
        }
    }

    fn quoted(&mut self, value: &str) {
        self.text.push('"');
        for c in value.chars() {
            if c < ' ' {
                self.text.push_str("\\u00");
                for digit in [c as u32 / 16, c as u32 % 16] {
                    self.text.push(char::from_digit(digit, 16).unwrap_or_default());
                }
                continue;
            }
            if matches!(c, '"' | '\\') {
                self.text.push('\\');
            }
            self.text.push(c);
        }
        self.text.push('"');
    }

    fn digits(&mut self, number: u32) {
        if number > 9 {
            self.digits(number / 10);
        }
        self.text.push(char::from(b'0' + (number % 10) as u8));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values() {
        let mut json = Json::default();
        json.open("", '{');
        json.string("a", "\"\\\n\u{1f}é\u{2028}😀");
        json.open("b", '[');
        json.open("", '{');
        json.close('}');
        json.string("", "[");
        json.whole("", u32::MAX);
        json.close(']');
        json.wholes("c", &[0, 10, 7]);
        json.strings("d", &["", "{"]);
        json.close('}');
        let expected = "{\"a\":\"\\\"\\\\\\u000a\\u001fé\u{2028}😀\",\"b\":[{},\"[\",4294967295],\"c\":[0,10,7],\"d\":[\"\",\"{\"]}";
        assert_eq!(json.into_text(), expected);
    }

    #[test]
    fn shares_come_back_as_they_were() {
        let quotients = [1, 3, 7, 999, 65_537, i32::MAX]
            .map(|range| [1, 2, range / 2, range - 1].map(|part| part as f32 / range as f32));
        for share in quotients.into_iter().flatten().chain([0.0, 1.0, 0.5]) {
            let mut json = Json::default();
            json.share("", share);
            let text = json.into_text();
            assert_eq!(text.parse::<f64>(), Ok(f64::from(share)), "{text}");
        }
        let mut json = Json::default();
        json.share("", 0.625);
        assert_eq!(json.into_text(), "0.625");
    }
}
