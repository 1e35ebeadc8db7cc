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

/** The native JSON with its offsets converted; `told` are the diagnostics in it. */
function converted(json, source, told) {
    const outcome = JSON.parse(json);
    assert.equal(JSON.stringify(outcome), json, "JSON.stringify writes what the library writes");
    const unit = converter(source);
    for (const { span, fix } of told(outcome)) {
        for (const place of [span, ...(fix?.edits ?? [])]) {
            place.start = unit(place.start);
            place.end = unit(place.end);
        }
    }
    return JSON.stringify(outcome);
}

test("the same bytes as the native library", async () => {
    await tapmark.init();
    const stdio = ["ignore", "pipe", "inherit"];
    const lines = execFileSync("cargo", OUTCOMES, { cwd: root, stdio, encoding: "utf8", maxBuffer: 1 << 30 });
    const kinds = new Map();
    let moved = 0; // Those whose offsets are not the same in both.
    let profiles = 0;
    for (const line of lines.trimEnd().split("\n")) {
        const { name, source, options: given, ...native } = JSON.parse(line);
        const options = given ?? undefined;
        const expected = converted(native.compilation, source, (outcome) => outcome.diagnostics);
        assert.equal(tapmark.compileToJson(source, options), expected, name);
        const profile = converted(native.profile, source, (outcome) => outcome.diagnostics);
        assert.equal(JSON.stringify(tapmark.compileProfile(source, options)), profile, name);
        const told = converted(native.check, source, (diagnostics) => diagnostics);
        assert.equal(JSON.stringify(tapmark.check(source, options)), told, name);
        // `compileMany` writes what `compile` writes.
        assert.equal(JSON.stringify(tapmark.compileMany([source, source], options)), `[${expected},${expected}]`, name);
        const kind = name.split("/")[0];
        kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
        moved += native.compilation !== expected;
        profiles += profile.startsWith('{"profile":{');
    }
    console.log(Object.fromEntries(kinds), { moved, profiles });
    assert.deepEqual([...kinds.keys()], ["fixtures", "specification", "generated"]);
    assert.equal(kinds.get("generated"), 10_000);
    assert.ok(moved > 1000, `only ${moved} with offsets to convert`);
    assert.ok(profiles > 100, `only ${profiles} profiles`);
});
