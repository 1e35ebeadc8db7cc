//! What the bots of the corpus say, with slots in braces: sentences, labels and targets.

use super::voices::{FRENCH, GERMAN, JAPANESE, POLISH, PORTUGUESE, SPANISH};

/// What one bot says, in one language.
pub(super) struct Voice {
    /// How often it speaks, in a hundred messages.
    pub(super) share: u64,
    /// Sentences that stand alone or open a message.
    pub(super) says: &'static [&'static str],
    /// Questions, which buttons and replies answer.
    pub(super) asks: &'static [&'static str],
    /// Sentences with a link in them.
    pub(super) links: &'static [&'static str],
    /// Sets of quick replies: label and target, or a label alone.
    pub(super) replies: &'static [&'static [(&'static str, &'static str)]],
    /// Buttons: label and target.
    pub(super) buttons: &'static [(&'static str, &'static str)],
    /// Things with a picture and a price: name, and words about it.
    pub(super) things: &'static [(&'static str, &'static str)],
}

/// The bots; the shares add up to a hundred.
pub(super) const VOICES: [&Voice; 7] = [
    &ENGLISH,
    &GERMAN,
    &FRENCH,
    &SPANISH,
    &PORTUGUESE,
    &JAPANESE,
    &POLISH,
];

pub(super) const NAMES: [&str; 16] = [
    "Anna", "Ben", "Chloé", "Dmitri", "Elif", "Fatima", "Grace", "Hugo", "Ines", "Jürgen", "Kofi",
    "Lea", "Mateo", "Nora", "Oskar", "Priya",
];

pub(super) const EMOJI: [&str; 16] = [
    "👋",
    "🎉",
    "🙂",
    "🍕",
    "✅",
    "🚆",
    "☀️",
    "🌧️",
    "❤️",
    "📦",
    "👍🏽",
    "🙏",
    "😅",
    "🔥",
    "👩‍🍳",
    "🇫🇷",
];

/// Sentences with what must be escaped, or is no shorthand although it looks like it.
pub(super) const TECHNICAL: [&str; 12] = [
    r"Write \%\[Label\](target) to see the shorthand itself.",
    r"The total is \$[see the receipt], which is not a button.",
    "Send `STOP` at any time, or `HELP [topic]` for a list.",
    r"Your file is in C:\invoices\2018 and has {count} pages.",
    "Save {count}% today: code `TAKE{count}` works until {time}.",
    "Version 2.{count} is out \\- see (release notes) for what * means.",
    "If a < b and b < c, then what about a & c? Think about it.",
    "Use the pattern `[a-z]+@[a-z]+` if you must check addresses.",
    "Only $5 [five dollars] each, and 100% of it goes to the shelter.",
    "Reply with [your order number] (in brackets, please) and we look it up.",
    "Mail us at help@shop.example or see https://shop.example/help_(orders).",
    r"Press \<Enter\> twice, then wait {count} seconds; 5 * 3 is 15.",
];

/// What authors get wrong; most of it is mended, some is an error.
pub(super) const SLIPS: [&str; 10] = [
    "%[Yes] (reply:YES) %[No] (reply:NO)",
    "%[Teach me](replay:TEACH) %[Later](reply:LATER)",
    "%[Yes, I would like that very much](reply:YES) %[No](reply:NO)",
    "[Add it to my calendar, please](https://bistro.example/calendar.ics)",
    "%[Monday](postback:MO) %[Tuesday](postback:TU) %[Friday](postback:FR) %[Sunday](postback:SU)",
    "$[Pay a deposit](10,00)",
    "%[Our site](shop.example/offers)",
    "%[Refund] %[Replace](postback:REPLACE)",
    "%[Start over](postback:RESTART",
    "%[Great]()",
];

const ENGLISH: Voice = Voice {
    share: 76,
    says: &[
        "Hi {name}! Welcome back.",
        "Thanks, {name}. We have sent your order {order} on its way.",
        "Your table for {count} is booked for {day} at {time}.",
        "Good news: your parcel is with the courier and arrives before {time}.",
        "We are sorry, but the {time} train is running about {count} minutes late.",
        "It is {count} degrees and cloudy now, with some rain from {time} on.",
        "Please have your booking number {order} ready when you arrive.",
        "Our kitchen closes at {time}, so order a little earlier if you can.",
        "You have {count} points left. That is enough for a free coffee!",
        "The doctor will see you on {day} at {time}. Please bring your insurance card.",
        "That was the right answer: you are now at {count} of 20.",
        "Not quite. The lighthouse was built first, the harbour came later.",
        "I did not understand that, but I am learning every day.",
        "Someone from our team will write to you soon; usually it takes {count} minutes.",
        "Your invoice for ${price} is paid. Thank you very much!",
        "Heads up: the shop on {street} is closed this {day} for stocktaking.",
        "We kept your basket for you, with {count} things in it.",
        "Delivery is free above $25, and costs ${price} otherwise.",
        "Check-in opens 24 hours before you leave, and closes at {time}.",
        "All our bread is baked at night, without additives, from local flour.",
        "Bring sturdy shoes: the path to the tower is steep and can be wet.",
        "Your package {order} could not be delivered because nobody was at home.",
        "Just so you know: I am a bot, and a person reads what I cannot answer.",
        "We have received your photo and added it to claim {order}.",
        "Rent is due on the first; this month it is ${price} for the parking space.",
    ],
    asks: &[
        "How can I help you today, {name}?",
        "Would you like to order the same as last time?",
        "How was your visit on {day}?",
        "When should we bring it?",
        "Which size do you need?",
        "Is {day} at {time} good for you?",
        "What are you in the mood for?",
        "Ready for question {count}? Which of these cities lies furthest north?",
        "Do you want to hear about new things in the shop?",
        "Where should the driver ring, {name}?",
        "Would you recommend us to a friend?",
        "Shall I connect you with a person?",
        "Which account is this about?",
        "How many people are coming?",
    ],
    links: &[
        "Read [how we pack](https://shop.example/packing) if you want to send something back.",
        "You find us at {street}, see [the map](https://maps.example/?q=bistro&z=15), two minutes from the station.",
        "Everything about fares is in [our guide](https://rail.example/fares/{order}), or [call us](tel:+15105550100).",
        "By going on you accept [the terms](https://bank.example/terms#v{count}) and [the privacy notice](https://bank.example/privacy).",
    ],
    replies: &[
        &[("Yes", "reply:YES"), ("No", "reply:NO")],
        &[
            ("Yes, please", "reply:order_again"),
            ("Something else", "reply:menu"),
            ("Not now", "reply:later"),
        ],
        &[
            ("Great", "reply:5"),
            ("Fine", "reply:3"),
            ("Poor", "reply:1"),
        ],
        &[
            ("Morning", "reply:SLOT_AM"),
            ("Afternoon", "reply:SLOT_PM"),
            ("Evening", "reply:SLOT_EVE"),
        ],
        &[
            ("S", "reply:size_s"),
            ("M", "reply:size_m"),
            ("L", "reply:size_l"),
            ("XL", "reply:size_xl"),
        ],
        &[
            ("Oslo", "reply:quiz A"),
            ("Quito", "reply:quiz B"),
            ("Nairobi", "reply:quiz C"),
        ],
        &[
            ("1", ""),
            ("2", ""),
            ("3", ""),
            ("4", ""),
            ("5 or more", "reply:5+"),
        ],
        &[
            ("Send my location", "location"),
            ("Type it in", "reply:ADDRESS"),
        ],
        &[
            ("Checking", "reply:acct=checking"),
            ("Savings", "reply:acct=savings"),
            ("Credit card", "reply:acct=card"),
        ],
        &[
            ("My number", "phone"),
            ("My e-mail", "email"),
            ("Skip", "reply:SKIP"),
        ],
    ],
    buttons: &[
        ("Show the menu", "postback:MENU"),
        ("Order again", "postback:ORDER_AGAIN"),
        ("Talk to a person", "postback:HUMAN"),
        ("Track my parcel", "https://track.example/p/{order}?lang=en"),
        ("Opening hours", "postback:HOURS"),
        ("Book a table", "https://bistro.example/book?party={count}"),
        ("Change it", "postback:CHANGE {order}"),
        ("Cancel", "postback:CANCEL {order}"),
        ("Call us", "tel:+15105550100"),
        ("See all offers", "https://shop.example/offers"),
        ("Next question", "postback:QUIZ_{count}"),
        ("Start over", "postback:RESTART"),
        ("Choose seats", "webview:https://rail.example/seats/{order}"),
    ],
    things: &[
        ("Margherita", "Tomato, mozzarella, basil"),
        ("Green tea", "From the second harvest, mild"),
        ("Rain jacket", "Packs into its own pocket"),
        ("City bike", "Seven gears and a basket"),
        ("Two-room flat", "Bright, quiet, near the park"),
        ("Evening cruise", "Two hours, with live music"),
        ("Rye bread", "Baked at night, keeps a week"),
        ("Desk lamp", "Warm light, no flicker"),
    ],
};
