//! A scheme without its colon, as in `reply=YES` or `tel +15105550100`.

use super::arena::Arena;
use super::ast::Verbatim;
use super::bytes::SCHEME;
use super::label::is_blank;
use super::spelling::one_of;
use super::vocabulary::SCHEMES;
use super::{phone, url};
use crate::template::Arg::Word;
use crate::template::fill;

/// The longest target that is looked at, in bytes: targets stand in each other, and are looked at anew.
const LONGEST: usize = 256;

/// The target that was meant, with its colon; `None` where nothing says that one was.
pub(super) fn meant(arena: &Arena, place: Verbatim<'_>) -> Option<String> {
    let text = place.value;
    if text.len() > LONGEST {
        return None;
    }
    let (scheme, behind) = if text.starts_with('+') {
        ("tel", text)
    } else {
        let (scheme, behind) = text.split_at(SCHEME.prefix(text.as_bytes()));
        (one_of(&SCHEMES, scheme)?, behind)
    };
    let rest = behind.trim_start();
    let separator = rest.chars().next();
    let separator = separator.filter(|c| matches!(c, ':' | '：' | '='));
    let value = rest[separator.map_or(0, char::len_utf8)..].trim_start();
    let is_spaced = rest.len() < behind.len();
    let is_target = match scheme {
        "reply" | "postback" => {
            let is_prose = value.bytes().any(|byte| byte.is_ascii_lowercase());
            (separator.is_some() || is_spaced && !is_prose) && !is_blank(value)
        }
        "tel" => phone::phone(arena, place.part(value)).is_ok(),
        "webview" => url::plain_secure(value).is_some(),
        // No button writes e-mail.
        _ => false,
    };
    is_target.then(|| fill("{}:{}", &[Word(scheme), Word(value)]))
}
