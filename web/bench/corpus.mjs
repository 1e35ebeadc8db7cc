// Chat messages as a shop's agents write them: the same ones on every machine.

/** Numbers of mulberry32, from 0 to 1: small, and enough to choose words with. */
function random(seed) {
    let state = seed;
    return () => {
        state = (state + 0x6d2b79f5) | 0;
        let t = Math.imul(state ^ (state >>> 15), 1 | state);
        t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
        return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
    };
}

const ENGLISH = `your table is booked for Friday at seven we open again in the morning and the kitchen takes
orders until ten please tell us when you would like to come thank you for waiting one of us will be with
you soon the delivery left an hour ago it costs 9.99 or 12.50 with a salad 20% off today only`.split(/\s+/);
const OTHERS = `für morgen früh schön größer Straße merci déjà où ça être señora mañana también köszönöm
ありがとう ございます 予約 明日 🍕 🎉 👍 ☀️ przyjść później спасибо завтра`.split(/\s+/);
const LABELS = ["Yes", "No", "Great", "Poor", "Order again", "Call us", "Our menu", "Where we are", "More",
    "Talk to us", "Book a table", "Today's pizzas", "Delivery", "Change it", "Später", "はい", "Pizza 🍕"];
const ESCAPES = ["\\[sic\\]", "\\%[", "\\\\"];
const PICTURES = ["margherita", "diavola", "salad", "terrace", "team"];

/** Messages of one to three lines, half of them with buttons or replies. */
export function corpus(count = 20_000, seed = 1) {
    const next = random(seed);
    const below = (n) => Math.floor(next() * n);
    const one = (list) => list[below(list.length)];
    const many = (n, make) => Array.from({ length: n }, make);

    const sentence = (words) => {
        const foreign = next() < 0.12;
        const word = () => (foreign && next() < 0.4 ? one(OTHERS) : one(ENGLISH));
        const said = many(words, word);
        if (next() < 0.04) {
            said.splice(1 + below(words - 1), 0, one(ESCAPES));
        }
        const line = said.join(" ");
        return `${line[0].toUpperCase()}${line.slice(1)}${one([".", "!", "?", "."])}`;
    };
    const lines = (n, words = 6) => many(n, () => sentence(words + below(9))).join("\n");
    const code = () => one(LABELS).toUpperCase().replace(/[^A-Z]+/g, "_") + below(100);
    const address = () => `https://shop.example/${one(PICTURES)}/${below(1000)}`;
    const reply = () => (next() < 0.2 ? `%[${one(LABELS)}]` : `%[${one(LABELS)}](reply:${code()})`);
    const button = () => {
        const kind = next();
        const target = kind < 0.5 ? `postback:${code()}` : kind < 0.9 ? address() : `tel:+1510555${1000 + below(9000)}`;
        return `${kind < 0.5 ? "%" : ""}[${one(LABELS)}](${target})`;
    };
    const picture = () => `![${one(PICTURES)}](https://cdn.example/${one(PICTURES)}-${below(100)}.jpg)`;

    const message = () => {
        const kind = next();
        if (kind < 0.46) {
            return lines(1 + below(3));
        }
        if (kind < 0.48) {
            return `${lines(1)}\n---\n${lines(1)}`;
        }
        if (kind < 0.5) {
            return picture();
        }
        if (kind < 0.72) {
            return lines(1 + below(2)) + one(["\n", " "]) + many(2 + below(2), reply).join(" ");
        }
        if (kind < 0.88) {
            return `${lines(1 + below(2))}\n${many(1 + below(2), button).join(" ")}`;
        }
        if (kind < 0.94) {
            return `${sentence(5).slice(0, -1)} [${one(LABELS)}](${address()}) ${sentence(5)}`;
        }
        return `${picture()}\n${lines(1, 3)}\n${many(1 + below(2), button).join(" ")}`;
    };
    return many(count, message);
}
