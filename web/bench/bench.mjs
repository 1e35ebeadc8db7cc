// Compares the package with the baseline over the corpus, in one process: `npm run bench`. The first
// ratio is what counts: from a string to a string of JSON, a call a message.

import { compile, compileMany, compileToJson, init } from "tapmark";
import { convert } from "./baseline.mjs";
import { corpus } from "./corpus.mjs";

const ROUNDS = Number(process.argv[2] ?? 41);
const WARM_UP = 5;

await init();
const messages = corpus();

/** Runs a function over the corpus; the sum keeps its results from being thought useless. */
const each = (convert) => () => messages.reduce((sum, message) => sum + convert(message).length, 0);
const size = ({ requests, diagnostics }) => requests.length + diagnostics.length;
const CONTESTANTS = {
    "baseline": each(convert),
    "compileToJson": each((source) => compileToJson(source)),
    "compile": () => messages.reduce((sum, message) => sum + size(compile(message)), 0),
    "compileMany": () => compileMany(messages).reduce((sum, one) => sum + size(one), 0),
};

const times = Object.fromEntries(Object.keys(CONTESTANTS).map((name) => [name, []]));
for (let round = -WARM_UP; round < ROUNDS; round++) {
    // Interleaved, and each first in turn, so that a noisy moment falls on all of them.
    const names = Object.keys(CONTESTANTS);
    const turn = (round + WARM_UP) % names.length;
    for (const name of [...names.slice(turn), ...names.slice(0, turn)]) {
        const begin = performance.now();
        CONTESTANTS[name]();
        if (round >= 0) {
            times[name].push(performance.now() - begin);
        }
    }
}

const sorted = (list) => list.toSorted((a, b) => a - b);
const median = (list) => sorted(list)[list.length >> 1];
const nanoseconds = (ms) => ((ms * 1e6) / messages.length).toFixed(0);
const bytes = messages.reduce((sum, message) => sum + Buffer.byteLength(message), 0) / messages.length;

console.log(`${messages.length} messages of ${bytes.toFixed(0)} bytes, ${ROUNDS} rounds, node ${process.version}\n`);
console.log("                 ns/message    fastest    ratio");
for (const [name, list] of Object.entries(times)) {
    // Round by round, because two neighbours in time have had the same machine.
    const ratio = median(list.map((time, round) => time / times.baseline[round]));
    console.log(
        name.padEnd(16),
        nanoseconds(median(list)).padStart(10),
        nanoseconds(sorted(list)[0]).padStart(10),
        ratio.toFixed(2).padStart(8),
    );
}
