//! What Unicode says of a character, as far as the language or the platform asks for it.
//!
//! One table of a row for each run of alike characters, in a number of 32 bits each: tables of all
//! categories take twenty times the room, and the library is also downloaded, as WebAssembly. No
//! character of ASCII is in it, or looks at it. The test below holds it against a crate that has
//! all of Unicode, and writes it: `UPDATE_CHARACTERS=1 cargo test --lib character`.

mod table;

use self::table::ROWS;

/// What there is to say of a character beyond the standard library.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// General category `Pd`.
    Dash,
    /// General category `Sc`.
    Currency,
    /// General category `Nd`.
    Digit,
    /// `Emoji`, whatever its category; no letter, digit or sign of ASCII.
    Emoji,
    /// Other punctuation, and the general categories `Sm` and `Sk`.
    Mark,
    /// General categories `Cc` and `Cf`.
    Control,
    /// Anything else.
    Other,
}

impl Kind {
    /// The kinds that a row can be of, by their number in it.
    const OF_ROW: [Self; 8] = [
        Self::Dash,
        Self::Currency,
        Self::Digit,
        Self::Emoji,
        Self::Mark,
        Self::Control,
        Self::Other,
        Self::Other,
    ];

    pub(crate) fn of(c: char) -> Self {
        match c {
            '0'..='9' => Self::Digit,
            '-' => Self::Dash,
            '$' => Self::Currency,
            _ if c.is_ascii_punctuation() => Self::Mark,
            _ if c.is_ascii_control() => Self::Control,
            _ if c.is_ascii() => Self::Other,
            _ => {
                let c = u32::from(c);
                let next = ROWS.partition_point(|row| row >> START <= c);
                let row = next.checked_sub(1).map_or(0, |index| ROWS[index]);
                if c - (row >> START) <= (row >> LENGTH) & 0xFF {
                    Self::OF_ROW[(row & 7) as usize]
                } else {
                    Self::Other
                }
            }
        }
    }
}

/// Whether the general category of a character is `Pd`. One such character is an emoji as well.
pub(crate) fn is_dash(c: char) -> bool {
    c == '\u{3030}' || Kind::of(c) == Kind::Dash
}

/// A row: from this bit on the first character, from the next one on how many follow it, and below
/// the kind.
const START: u32 = 11;
const LENGTH: u32 = 3;

#[cfg(test)]
mod tests {
    use std::fmt::Write as _;

    use unicode_properties::{
        GeneralCategory, GeneralCategoryGroup, UnicodeEmoji, UnicodeGeneralCategory,
    };

    use super::{Kind, LENGTH, ROWS, START, is_dash};

    fn expected(c: char) -> Kind {
        match c.general_category() {
            _ if c.is_emoji_char() && !c.is_ascii() => Kind::Emoji,
            GeneralCategory::DashPunctuation => Kind::Dash,
            GeneralCategory::CurrencySymbol => Kind::Currency,
            GeneralCategory::DecimalNumber => Kind::Digit,
            GeneralCategory::MathSymbol | GeneralCategory::ModifierSymbol => Kind::Mark,
            GeneralCategory::Control | GeneralCategory::Format => Kind::Control,
            _ if c.general_category_group() == GeneralCategoryGroup::Punctuation => Kind::Mark,
            _ => Kind::Other,
        }
    }

    fn rows() -> Vec<u32> {
        let mut rows: Vec<u32> = Vec::new();
        let mut end = 0;
        for c in '\u{80}'..=char::MAX {
            let kind = expected(c);
            if kind == Kind::Other {
                continue;
            }
            let number = Kind::OF_ROW.iter().position(|&of| of == kind).unwrap() as u32;
            match rows.last_mut() {
                Some(row)
                    if u32::from(c) == end
                        && *row & 7 == number
                        && *row >> LENGTH & 0xFF < 0xFF =>
                {
                    *row += 1 << LENGTH;
                }
                _ => rows.push(u32::from(c) << START | number),
            }
            end = u32::from(c) + 1;
        }
        rows
    }

    #[test]
    fn the_table_is_that_of_unicode() {
        let rows = rows();
        if std::env::var_os("UPDATE_CHARACTERS").is_some() {
            let mut text = format!(
                "//! Written by the test of the module above it.\n\n\
                 #[rustfmt::skip]\n\
                 pub(super) static ROWS: [u32; {}] = [\n",
                rows.len()
            );
            for line in rows.chunks(8) {
                text.push_str("   ");
                for row in line {
                    write!(text, " {row:#010x},").unwrap();
                }
                text.push('\n');
            }
            text.push_str("];\n");
            let path = concat!(env!("CARGO_MANIFEST_DIR"), "/src/character/table.rs");
            std::fs::write(path, text).unwrap();
        }
        assert!(
            rows == ROWS,
            "UPDATE_CHARACTERS=1 cargo test --lib character"
        );
    }

    #[test]
    fn every_character_is_what_unicode_says() {
        for c in '\0'..=char::MAX {
            assert_eq!(Kind::of(c), expected(c), "{c:?}");
            let dash = c.general_category() == GeneralCategory::DashPunctuation;
            assert_eq!(is_dash(c), dash, "{c:?}");
        }
    }
}
