//! One message: its kind drawn, its parts put together, its slots filled.

use super::phrases::{EMOJI, NAMES, SLIPS, TECHNICAL, VOICES, Voice};
use super::random::Random;

/// What a message is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Text,
    Technical,
    Replies,
    Buttons,
    Link,
    Picture,
    Buy,
    Carousel,
    Slip,
}

/// How many of a hundred messages are of each kind.
const SHARES: [(Kind, u64); 9] = [
    (Kind::Text, 43),
    (Kind::Technical, 4),
    (Kind::Replies, 21),
    (Kind::Buttons, 16),
    (Kind::Link, 4),
    (Kind::Picture, 5),
    (Kind::Buy, 3),
    (Kind::Carousel, 2),
    (Kind::Slip, 2),
];

/// A message of one to three lines; a carousel has more.
pub(super) fn message(random: &mut Random) -> String {
    let voice = drawn(random, VOICES.map(|voice| (voice, voice.share)));
    let kind = drawn(random, SHARES);
    let mut message = match kind {
        Kind::Text => text(random, voice),
        Kind::Technical => lead(random, voice) + random.pick(&TECHNICAL),
        Kind::Replies => lead(random, voice) + random.pick(voice.asks) + &replies(random, voice),
        Kind::Buttons => lead(random, voice) + random.pick(voice.says) + &buttons(random, voice),
        Kind::Link => lead(random, voice) + random.pick(voice.links),
        Kind::Picture => picture(random, voice),
        Kind::Buy => buy(random, voice),
        Kind::Carousel => carousel(random, voice),
        Kind::Slip => format!("{}\n{}", random.pick(voice.asks), random.pick(&SLIPS)),
    };
    // Where a title is a line of its own, no text comes first.
    if matches!(kind, Kind::Text | Kind::Replies | Kind::Buttons) && random.percent(20) {
        message = decorated(random, &message);
    }
    filled(random, &message)
}

/// One of several, each as often as its share of a hundred says.
fn drawn<T: Copy, const N: usize>(random: &mut Random, from: [(T, u64); N]) -> T {
    let mut left = random.below(100);
    for (value, share) in from {
        if left < share {
            return value;
        }
        left -= share;
    }
    panic!("the shares add up to less than a hundred");
}

/// One to three sentences, on as many lines or fewer.
fn text(random: &mut Random, voice: &Voice) -> String {
    let mut text = String::new();
    for sentence in 0..random.between(1, 3) {
        if sentence > 0 {
            text.push_str(if random.percent(40) { "\n" } else { " " });
        }
        let from = if random.percent(80) {
            voice.says
        } else {
            voice.asks
        };
        text.push_str(random.pick(from));
    }
    text
}

/// What may stand before: a sentence, or nothing.
fn lead(random: &mut Random, voice: &Voice) -> String {
    match random.below(10) {
        0..=2 => format!("{} ", random.pick(voice.says)),
        3 => format!("{}\n", random.pick(voice.says)),
        _ => String::new(),
    }
}

/// A set of quick replies, as people write them: on a line of their own, behind the question, or
/// without the sigil.
fn replies(random: &mut Random, voice: &Voice) -> String {
    let before = if random.percent(70) { "\n" } else { " " };
    let sigil = if random.percent(85) { "%" } else { "" };
    let set = random.pick(voice.replies).iter();
    let replies: Vec<_> = set
        .map(|&(label, target)| match target {
            // Without a target there is no reply without the sigil.
            "" => format!("%[{label}]"),
            target => format!("{sigil}[{label}]({target})"),
        })
        .collect();
    before.to_owned() + &replies.join(" ")
}

/// One to three different buttons, on a line of their own or glued to the text.
fn buttons(random: &mut Random, voice: &Voice) -> String {
    let before = if random.percent(85) { "\n" } else { "" };
    let all = voice.buttons;
    let count = random.between(1, 3.min(all.len() as u64));
    let first = random.below(all.len() as u64);
    let buttons: Vec<_> = (first..first + count)
        .map(|index| {
            let (label, target) = all[usize::try_from(index).unwrap() % all.len()];
            format!("%[{label}]({target})")
        })
        .collect();
    before.to_owned() + &buttons.join(" ")
}

/// A picture alone, below a sentence, or with buttons as a card.
fn picture(random: &mut Random, voice: &Voice) -> String {
    let (name, words) = random.pick(voice.things);
    let picture = format!("![{name}](https://cdn.example/{{order}}.jpg)");
    match random.below(5) {
        0 => picture,
        1 => format!("{}\n{picture}", random.pick(voice.says)),
        _ => format!("{picture}\n{name}: {words}{}", buttons(random, voice)),
    }
}

/// Something to buy, in a sentence with its price.
fn buy(random: &mut Random, voice: &Voice) -> String {
    let (name, words) = random.pick(voice.things);
    let price = price(random);
    let others = buttons(random, voice);
    let others = others.trim_start();
    format!("{name}, ${price}: {words}.\n$[{name}]({price}) {others}")
}

/// Two or three things side by side.
fn carousel(random: &mut Random, voice: &Voice) -> String {
    let mut carousel = ":::carousel\n".to_owned();
    for _ in 0..random.between(2, 3) {
        let (name, words) = random.pick(voice.things);
        let (label, target) = random.pick(voice.buttons);
        carousel += &format!(
            "# {name}\n{words}\n![](https://cdn.example/{{order}}.jpg)\n%[{label}]({target})\n"
        );
    }
    carousel + ":::"
}

/// A message with an emoji at the end of its first line, before buttons that stand there.
fn decorated(random: &mut Random, message: &str) -> String {
    let end = message.find(['\n', '%', '[']).unwrap_or(message.len());
    let (line, rest) = message.split_at(end);
    format!(
        "{} {}{}{rest}",
        line.trim_end(),
        random.pick(&EMOJI),
        &line[line.trim_end().len()..]
    )
}

/// A message with something in each slot.
fn filled(random: &mut Random, message: &str) -> String {
    let mut filled = String::with_capacity(message.len() + 16);
    let mut rest = message;
    while let Some((before, behind)) = rest.split_once('{') {
        let (slot, after) = behind.split_once('}').expect("a slot has an end");
        filled.push_str(before);
        filled += &match slot {
            "name" => random.pick(&NAMES).to_owned(),
            "time" => format!("{}:{:02}", random.between(7, 22), 5 * random.below(12)),
            "day" => format!("{}.{}.", random.between(1, 28), random.between(1, 12)),
            "count" => random.between(2, 19).to_string(),
            "order" => random.between(10_000, 99_999).to_string(),
            "price" => price(random),
            "street" => format!("{} Harbour Street", random.between(1, 200)),
            slot => panic!("no slot is called {slot}"),
        };
        rest = after;
    }
    filled + rest
}

fn price(random: &mut Random) -> String {
    format!("{}.{:02}", random.between(2, 40), 25 * random.below(4))
}
