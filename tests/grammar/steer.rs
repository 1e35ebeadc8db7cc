//! Words that mean something: chance alone would hardly ever come to `{height=tall}` or `.mp4`.
//! The grammar at hand must give each of them.

use crate::derive::{Random, Sentence};

const ATTRIBUTES: [&str; 29] = [
    "icon=https://i.example/x.png",
    "icon=\"HTTP://j.example\"",
    "height=compact",
    "height='Tall'",
    "height=FULL",
    "height=\"tall\"",
    "default",
    "default",
    "fallback=https://f.example",
    "fallback=\"Https://g.example/(h)\"",
    "share=hide",
    "share=\"HIDE\"",
    "payload=BUY_1",
    "payload=\"two words\"",
    "payload='a\"b'",
    "type=image",
    "type=\"video\"",
    "type=Audio",
    "type='FILE'",
    "off",
    "ratio=square",
    "ratio='horizontal'",
    "style=\"compact\"",
    "style=LARGE",
    "locale=en_US",
    "locale='ES'",
    "locale=Default",
    "input=off",
    "input=\"ON\"",
];
const DOMAINS: [&str; 3] = ["www.example.com", "b-c.d.example", "a.xn--e"];
const RESTS: [&str; 12] = [
    "/a.mp4",
    "/b/c.WebM?d=e.png",
    "/f.mp3#g",
    "/h.pdf",
    "/i.tar.gz",
    "/j.gif",
    "/k",
    "?l.mp4",
    "/m.",
    "/n.jpeg?",
    "/.csv",
    "/o.mp4/",
];
const CODE: [&str; 5] = ["`a`", "``b`c``", "`](tel:+1)`", "`\\`", "```%[d] ```"];
const NUMBERS: [&str; 6] = ["9.99", "0.01", "999999.99", "1,299.00", "25", "12.5"];
const COORDINATES: [&str; 5] = [
    "{lat=45.5261 long=-73.5963}",
    "{long=+180.0 lat='-90'}",
    "{ lat=\"0.5\"\tlong=00 lat=x }",
    "{note=\"the sea\" lat=+1 long=2}",
    "{lat=89.999 long=-179 Lat}",
];

const STARTS: [&str; 4] = [
    "{payload=GET_STARTED}",
    "{ payload='two words'\tx }",
    "{note payload=\"a\" payload=b}",
    "{payload=é}",
];

/// What a production at `part` may give instead of something at random.
pub(crate) fn phrase(
    sentence: &Sentence<'_>,
    part: usize,
    random: &mut Random,
) -> Option<&'static str> {
    let parent = sentence.parts[part].parent;
    let parent_name = parent.map_or("", |parent| sentence.parts[parent].name);
    let (phrases, percent): (&[&str], _) = match (sentence.parts[part].name, parent_name) {
        ("attributes", "location") => (&COORDINATES, 95),
        ("attributes", "start") => (&STARTS, 95),
        ("attribute", _) => (&ATTRIBUTES, 80),
        ("domain-char", _) => (&["a", "é", "ж", "中", "9", "-"], 97),
        ("top-letter", _) => (&["a", "Z", "é", "ж"], 97),
        ("top-domain", _) => (&["com", "Museum", "рф", "中国"], 50),
        ("host", _) => (&["a.example", "LOCALHOST", "é.example"], 70),
        ("port" | "domain-port", _) => (&[":443", ":065535"], 75),
        ("rest", _) => (&RESTS, 40),
        ("code-span", _) => (&CODE, 75),
        ("coordinate", _) => (&["45.5261", "-73.5963", "+9", "-90.0"], 60),
        ("number", _) => (&NUMBERS, 40),
        ("domain", _) => (&DOMAINS, 40),
        _ => return None,
    };
    random.percent(percent).then(|| *random.pick(phrases))
}
