// The module gives the very bytes that the library gives natively: over all fixtures, all examples of
// the specification and 10,000 generated sources. Only offsets differ, and they are converted here by
// other means.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import path from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

import * as tapmark from "tapmark";

const root = path.dirname(path.dirname(path.dirname(fileURLToPath(import.meta.url))));
const OUTCOMES = ["run", "--locked", "--quiet", "--package", "tapmark-web", "--example", "outcomes"];

/** From offsets of bytes to offsets of UTF-16 units. */
function converter(source) {
    const units = new Map();
    let byte = 0;
    let unit = 0;
    for (const character of source) {
        units.set(byte, unit);
        byte += Buffer.byteLength(character);
        unit += character.length;
    }
    units.set(byte, unit);
    return (offset) => {
        assert.ok(units.has(offset), `${offset} is inside a character`);
        return units.get(offset);
    };
}

/** The native JSON with its offsets converted by `unit`; `places` are those that it has. */
function converted(json, unit, places) {
    const outcome = JSON.parse(json);
    assert.equal(JSON.stringify(outcome), json, "JSON.stringify writes what the library writes");
    for (const place of places(outcome)) {
        place.start = unit(place.start);
        place.end = unit(place.end);
    }
    return JSON.stringify(outcome);
}

/** The places of diagnostics. */
const ofDiagnostics = (told) => told.flatMap(({ span, fix }) => [span, ...(fix?.edits ?? [])]);
const ofOutcome = ({ diagnostics }) => ofDiagnostics(diagnostics);

test("the same bytes as the native library", async () => {
    await tapmark.init();
    const stdio = ["ignore", "pipe", "inherit"];
    const lines = execFileSync("cargo", OUTCOMES, { cwd: root, stdio, encoding: "utf8", maxBuffer: 1 << 30 });
    const kinds = new Map();
    let moved = 0; // Those whose offsets are not the same in both.
    let profiles = 0;
    let coloured = 0;
    let offered = 0;
    let counted = 0;
    for (const line of lines.trimEnd().split("\n")) {
        const { name, source, options: given, ...native } = JSON.parse(line);
        const options = given ?? undefined;
        const unit = converter(source);
        const expected = converted(native.compilation, unit, ofOutcome);
        assert.equal(tapmark.compileToJson(source, options), expected, name);
        const profile = converted(native.profile, unit, ofOutcome);
        assert.equal(JSON.stringify(tapmark.compileProfile(source, options)), profile, name);
        const told = converted(native.check, unit, ofDiagnostics);
        assert.equal(JSON.stringify(tapmark.check(source, options)), told, name);
        const tokens = converted(native.tokens, unit, (tokens) => tokens);
        assert.equal(JSON.stringify(tapmark.tokens(source)), tokens, name);
        coloured += tokens !== "[]";
        for (const [byte, json] of native.completions) {
            const completions = converted(json, unit, (completions) => completions);
            const found = JSON.stringify(tapmark.complete(source, unit(byte)));
            assert.equal(found, completions, `${name} at ${byte}`);
            offered += completions !== "[]";
        }
        const origins = converted(native.origins, unit, (origins) => origins.flatMap(({ span, items }) => [span, ...items]));
        assert.equal(JSON.stringify(tapmark.origins(source, options)), origins, name);
        for (const [byte, json] of native.counters) {
            const counters = converted(json, unit, (counters) => counters.map(({ span }) => span));
            const found = JSON.stringify(tapmark.counters(source, unit(byte), options));
            assert.equal(found, counters, `${name} at ${byte}`);
            counted += counters !== "[]";
        }
        // `compileMany` writes what `compile` writes.
        assert.equal(JSON.stringify(tapmark.compileMany([source, source], options)), `[${expected},${expected}]`, name);
        const kind = name.split("/")[0];
        kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
        moved += native.compilation !== expected;
        profiles += profile.startsWith('{"profile":{');
    }
    console.log(Object.fromEntries(kinds), { moved, profiles, coloured, offered, counted });
    assert.deepEqual([...kinds.keys()], ["fixtures", "specification", "generated"]);
    assert.equal(kinds.get("generated"), 10_000);
    assert.ok(moved > 1000, `only ${moved} with offsets to convert`);
    assert.ok(profiles > 100, `only ${profiles} profiles`);
    assert.ok(coloured > 5000, `only ${coloured} with tokens`);
    assert.ok(offered > 1000, `only ${offered} places where something is offered`);
    assert.ok(counted > 5000, `only ${counted} places where something is counted`);
});
