//! URLs: http or https with a host, and nothing in them that hides where they lead.

use std::borrow::Cow;

use percent_encoding::percent_encode_byte;

use super::arena::Arena;
use super::ast::{MediaKind, Verbatim};
use super::bytes::{HOST, URL};
use super::diagnostics;
use super::failure::Failure;
use super::ipv6::is_ipv6;
use super::label::is_default_ignorable;
use super::target::unescape;
use crate::diagnostic::Finding;
use crate::span::Span;
use crate::strings;

/// `url = ( "http" | "https" ) "://" host …`, with an optional Markdown title, which is removed.
pub(super) fn url<'s>(
    arena: &'s Arena,
    place: Verbatim<'s>,
    remarks: &mut Vec<Finding>,
) -> Result<&'s str, Failure> {
    if URL.all(place.value)
        && let Some(url) = plain(place.value)
    {
        return Ok(url);
    }
    let (place, title) = split_title(place);
    let url = untitled_url(arena, place)?;
    remarks.extend(title.map(|title| diagnostics::link_title(title, place.span.end)));
    Ok(url)
}

/// A URL with nothing after it.
pub(super) fn untitled_url<'s>(arena: &'s Arena, place: Verbatim<'s>) -> Result<&'s str, Failure> {
    let url = arena.text(unescape(place.value));
    check(place, url)?;
    Ok(url)
}

/// A URL that must be https.
pub(super) fn secure_url<'s>(
    arena: &'s Arena,
    place: Verbatim<'s>,
    remarks: &mut Vec<Finding>,
) -> Result<&'s str, Failure> {
    if strings::begins(place.value, "https:") {
        return url(arena, place, remarks);
    }
    let http = strings::begins(place.value, "http://").then_some("http".len());
    let bare = domain(place.value).map(|_| 0);
    Err(diagnostics::insecure_url(place, http.or(bare)).into())
}

/// Completes an address that was written without its scheme.
pub(super) fn complete<'s>(arena: &'s Arena, place: Verbatim<'s>) -> Result<&'s str, Failure> {
    let url = "https://".to_owned() + &unescape(place.value);
    let url = arena.text(Cow::Owned(url));
    check(place, url)?;
    Ok(url)
}

/// An address of nothing but [`URL`] bytes that is a URL beyond doubt, as nearly all are: its host has
/// neither user nor port, and behind it there is no title, no escape and nothing hidden.
pub(super) fn plain(text: &str) -> Option<&str> {
    let rest = text.strip_prefix("https://");
    let rest = rest.or_else(|| text.strip_prefix("http://"))?.as_bytes();
    let (host, path) = rest.split_at(HOST.prefix(rest));
    let is_host = host.first().is_some_and(u8::is_ascii_alphanumeric)
        && matches!(path.first(), None | Some(b'/' | b'?' | b'#'));
    is_host.then_some(text)
}

/// [`plain`], and encrypted, as what a webview opens must be.
pub(super) fn plain_secure(text: &str) -> Option<&str> {
    plain(text).filter(|url| url.starts_with("https:"))
}

/// Whether a text is a URL that a link may lead to.
pub(crate) fn is_url(text: &str) -> bool {
    let scheme = strings::find(text, "://").map_or("", |end| &text[..end]);
    let web = ["http", "https"]
        .iter()
        .any(|known| strings::same(scheme, known));
    let place = Verbatim {
        value: text,
        span: Span::default(),
    };
    web && check(place, text).is_ok()
}

/// The host of an address that begins with a domain and has no scheme.
pub(super) fn domain(text: &str) -> Option<&str> {
    let is_part = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '.');
    // At the first character that no host has: the text may be long.
    let end = text.find(|c| !is_part(c)).unwrap_or(text.len());
    let host = &text[..end];
    let after = text[end..].chars().next();
    after
        .is_none_or(|c| c.is_whitespace() || matches!(c, '/' | '?' | '#' | ':'))
        .then_some(())?;
    let (_, last) = host.rsplit_once('.')?;
    let labels = host.split('.').all(|label| !label.is_empty());
    let top = last.chars().count() >= 2 && last.chars().all(char::is_alphabetic);
    let port = text[end..].strip_prefix(':').map(|rest| {
        let ends = |c: char| c.is_whitespace() || matches!(c, '/' | '?' | '#');
        let port = rest.split(ends).next().unwrap_or_default();
        port.parse::<u16>().is_ok()
    });
    let encoded = strings::begins(last, "xn--");
    (labels && (top || encoded) && port != Some(false)).then_some(host)
}

/// The host of a URL that was checked.
pub(super) fn host(url: &str) -> Option<&str> {
    authority(url).map(host_of)
}

fn host_of(authority: &str) -> &str {
    let bytes = authority.as_bytes();
    let end = match bytes.first() {
        Some(b'[') => memchr::memchr(b']', bytes).map(|at| at + 1),
        _ => memchr::memchr(b':', bytes),
    };
    &authority[..end.unwrap_or(bytes.len())]
}

/// What stands between `scheme://` and the path.
fn authority(url: &str) -> Option<&str> {
    let colon = memchr::memchr(b':', url.as_bytes())?;
    let rest = url[colon + 1..].strip_prefix("//")?;
    let end = memchr::memchr3(b'/', b'?', b'#', rest.as_bytes());
    Some(&rest[..end.unwrap_or(rest.len())])
}

/// What the URLs of media end in, each as one number; all else is a picture.
const VIDEO: [u64; 4] = each_letters(["mp4", "mov", "m4v", "webm"]);
const AUDIO: [u64; 5] = each_letters(["mp3", "m4a", "ogg", "wav", "aac"]);
const FILE: [u64; 23] = each_letters([
    "pdf", "zip", "docx", "xlsx", "pptx", "csv", "txt", "doc", "xls", "ppt", "odt", "ods", "odp",
    "rtf", "json", "xml", "ics", "vcf", "epub", "gz", "tar", "7z", "rar",
]);

const fn each_letters<const N: usize>(words: [&str; N]) -> [u64; N] {
    let mut numbers = [0; N];
    let mut index = 0;
    while index < N {
        numbers[index] = letters(words[index].as_bytes());
        index += 1;
    }
    numbers
}

/// Up to eight letters, in lower case, as one number.
const fn letters(word: &[u8]) -> u64 {
    let mut number = 0;
    let mut index = 0;
    while index < word.len() {
        number = number << 8 | word[index].to_ascii_lowercase() as u64;
        index += 1;
    }
    number
}

/// What the path of a URL ends in says what it is.
pub(super) fn media_kind(url: &str) -> MediaKind {
    let end = memchr::memchr2(b'?', b'#', url.as_bytes()).unwrap_or(url.len());
    let address = &url[..end];
    // Its last eight bytes have the extension, if it is one of these.
    let name = address.as_bytes();
    let name = name.last_chunk::<8>().map_or(name, |last| last);
    let dot = name.iter().rposition(|&byte| matches!(byte, b'.' | b'/'));
    let extension = dot
        .filter(|&at| name[at] == b'.')
        .map_or(&[][..], |at| &name[at + 1..]);
    let extension = letters(extension);
    let kind = if VIDEO.contains(&extension) {
        MediaKind::Video
    } else if AUDIO.contains(&extension) {
        MediaKind::Audio
    } else if FILE.contains(&extension) {
        MediaKind::File
    } else {
        return MediaKind::Image;
    };
    // What a host ends in is no extension.
    let host = strings::find(address, "://").map_or("", |at| &address[at + 3..]);
    let has_path = memchr::memchr(b'/', host.as_bytes()).is_some();
    if has_path { kind } else { MediaKind::Image }
}

/// A control character, one that turns the direction of what follows, or a byte order mark, which
/// JSON Schema counts among white space.
fn is_hidden(c: char) -> bool {
    c.is_control()
        || matches!(
            c,
            '\u{61C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}'
            | '\u{FEFF}'
        )
}

/// `place` is what the author wrote, `url` what it says.
fn check(place: Verbatim<'_>, url: &str) -> Result<(), Failure> {
    let encoded = || {
        let mends = has_host(authority(&encode(url)).unwrap_or_default());
        mends.then(|| encode(&unescape(place.value)))
    };
    // A tab is a control character, but the mistake is the white space.
    if url.chars().any(char::is_whitespace) {
        return Err(diagnostics::space_in_url(place, encoded()).into());
    }
    if let Some(c) = url
        .chars()
        .find(|&c| is_hidden(c) || matches!(c, '\\' | '"' | '<' | '>'))
    {
        let encoded = encoded().filter(|_| matches!(c, '"' | '<' | '>'));
        return Err(diagnostics::character_in_url(place, c, encoded).into());
    }
    check_host(place, url)
}

fn check_host(place: Verbatim<'_>, url: &str) -> Result<(), Failure> {
    let authority = authority(url).unwrap_or_default();
    if memchr::memchr(b'@', authority.as_bytes()).is_some() {
        return Err(diagnostics::user_in_url(place, url).into());
    }
    if !has_host(authority) {
        return Err(diagnostics::no_host(place).into());
    }
    Ok(())
}

fn has_host(authority: &str) -> bool {
    let host = host_of(authority);
    let port = authority[host.len()..].strip_prefix(':');
    let named = match host
        .strip_prefix('[')
        .and_then(|rest| rest.strip_suffix(']'))
    {
        Some(address) => is_ipv6(address),
        None => {
            host.contains(char::is_alphanumeric)
                && host.chars().all(|c| {
                    c.is_ascii_alphanumeric()
                        || !c.is_ascii_punctuation() && !is_default_ignorable(c)
                        || matches!(c, '-' | '.' | '_')
                })
        }
    };
    named && port.is_none_or(|port| port.is_empty() || port.parse::<u16>().is_ok())
}

/// Percent-encodes what may not stand in a URL.
fn encode(text: &str) -> String {
    let mut result = String::with_capacity(text.len() + 8);
    for c in text.chars() {
        if c.is_whitespace() || matches!(c, '"' | '<' | '>') {
            for byte in c.encode_utf8(&mut [0; 4]).bytes() {
                result.push_str(percent_encode_byte(byte));
            }
        } else {
            result.push(c);
        }
    }
    result
}

/// An address, and the Markdown link title after it: all that follows the first white space, or else
/// what is quoted at the end.
pub(super) fn split_title(place: Verbatim<'_>) -> (Verbatim<'_>, Option<Verbatim<'_>>) {
    let text = place.value;
    let opening = match text.as_bytes().last() {
        Some(b')') => '(',
        Some(&quote @ (b'"' | b'\'')) => char::from(quote),
        _ => return (place, None),
    };
    let Some(first) = text.find(char::is_whitespace) else {
        return (place, None);
    };
    let follows = text[first..].trim_start();
    let title = if follows.len() > 1 && follows.starts_with(opening) {
        Some(text.len() - follows.len())
    } else {
        let last = text[..text.len() - 1].rfind(opening);
        last.filter(|&at| text[..at].ends_with(char::is_whitespace))
    };
    match title {
        Some(at) => (place.part(&text[..at]), Some(place.part(&text[at..]))),
        None => (place, None),
    }
}
