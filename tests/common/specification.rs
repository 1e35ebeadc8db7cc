//! The examples of `grammar/SPEC.md`, as its section "How to read the examples" explains them.

/// The fence around an example: long enough that any source may hold fences of its own.
pub(crate) const FENCE: &str = "````````````````````````````````";

/// A numbered example.
#[derive(Debug)]
pub(crate) struct Example {
    /// The line of its opening fence, from 1.
    pub(crate) line: usize,
    /// The number that is written there.
    pub(crate) number: String,
    /// The options that are written there, as they are written.
    pub(crate) options: String,
    /// The source, as it is written: with signs for what does not show.
    pub(crate) written: String,
    /// The requests and the diagnostics, a line each, as they are written.
    pub(crate) outcome: String,
}

impl Example {
    /// The source that is compiled.
    pub(crate) fn source(&self) -> String {
        shown(&self.written)
    }
}

/// Every example, in order.
pub(crate) fn examples(specification: &str) -> Vec<Example> {
    let mut examples = Vec::new();
    let mut lines = specification.lines().enumerate();
    while let Some((index, line)) = lines.next() {
        let Some(info) = line.strip_prefix(FENCE).map(str::trim) else {
            continue;
        };
        let info = info
            .strip_prefix("example")
            .unwrap_or_else(|| panic!("line {}: not the fence of an example", index + 1));
        let (number, options) = info.split_once('{').unwrap_or((info, ""));
        let body: Vec<_> = lines
            .by_ref()
            .map(|(_, line)| line)
            .take_while(|line| *line != FENCE)
            .collect();
        let end = body.iter().position(|line| *line == ".");
        let (source, outcome) = body.split_at(end.unwrap_or(body.len()));
        examples.push(Example {
            line: index + 1,
            number: number.trim().to_owned(),
            options: options.trim_end_matches('}').to_owned(),
            written: source.join("\n"),
            outcome: outcome.get(1..).unwrap_or_default().join("\n"),
        });
    }
    examples
}

/// A text with the characters that its signs stand for: `→` a tab, `␍` a carriage return, `⟨2800⟩`
/// the character of that number, `⟨word×300⟩` that many repetitions of the word.
pub(crate) fn shown(written: &str) -> String {
    let text = written.replace('→', "\t").replace('␍', "\r");
    let mut parts = text.split('⟨');
    let mut result = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (sign, rest) = part.split_once('⟩').expect("a sign is closed");
        if let Some((word, times)) = sign.split_once('×') {
            let times = times.parse().expect("a number behind ×");
            result.push_str(&word.repeat(times));
        } else {
            let number = u32::from_str_radix(sign, 16).expect("a number in a sign");
            result.push(char::from_u32(number).expect("the number of a character"));
        }
        result.push_str(rest);
    }
    result
}
