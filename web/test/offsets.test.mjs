// Offsets are those of JavaScript's strings, whatever stands before them; lone surrogates are told.

import assert from "node:assert/strict";
import { before, describe, test } from "node:test";

import { check, compile, compileMany, compileProfile, escapeText, fix, init } from "tapmark";

before(() => init());

/** One, two, three and four bytes of UTF-8; one and two units of UTF-16; several of them as one. */
const PREFIXES = ["", "a", "é", "日本", "🍕", "é日🍕a", "👩‍👩‍👧‍👦 ", "e\u0301 ", "\uFEFF", "\0", "🍕\r\n🍕\n", "🍕".repeat(300)];

/** Applies the edits of a fix as an editor would. */
function apply(source, edits) {
    return edits.reduceRight((text, { start, end, text: by }) => text.slice(0, start) + by + text.slice(end), source);
}

describe("offsets", () => {
    for (const prefix of PREFIXES) {
        test(`after ${JSON.stringify(prefix.slice(0, 20))}`, () => {
            const source = `${prefix}%[Yé](replay:Y) 🎉 %[No](replay:Ñ) 🎉`;
            for (const diagnostics of [compile(source).diagnostics, check(source), compileMany([source])[0].diagnostics]) {
                const found = diagnostics.filter((one) => one.code === "misspelt-target");
                assert.equal(found.length, 2);
                for (const { span, fix } of found) {
                    assert.equal(source.slice(span.start, span.end), "replay");
                    assert.ok(fix.edits.every((edit) => source.slice(edit.start, edit.end) === "replay"));
                    // Columns are counted in characters, as documented; a byte order mark is none.
                    const before = source.slice(0, span.start).replace(/^\uFEFF/, "").split(/\r\n|\n|\r/);
                    assert.equal(span.line, before.length);
                    assert.equal(span.column, [...before.at(-1)].length + 1);
                }
                const mended = found.toReversed().reduce((text, { fix }) => apply(text, fix.edits), source);
                assert.equal(mended, source.replaceAll("replay", "reply"));
                assert.equal(fix(source).text, mended);
            }
        });
    }

    test("in a profile", () => {
        const source = "🍕🍕\n\n:::menu\n- [Ördér 🍕](postbock:ORDER)\n:::";
        const { diagnostics } = compileProfile(source);
        const { span, fix } = diagnostics.find((one) => one.code === "misspelt-target");
        assert.equal(source.slice(span.start, span.end), "- [Ördér 🍕](postbock:ORDER)");
        assert.equal(apply(source, fix.edits), source.replace("postbock", "postback"));
    });

    test("to the end of the source", () => {
        const source = "🍕 %[Yes](reply:";
        for (const { span } of compile(source).diagnostics) {
            assert.ok(span.end <= source.length);
            assert.ok(source.slice(span.start, span.end).isWellFormed());
        }
    });
});

describe("lone surrogates", () => {
    const LONE = ["\ud83c", "\udf55"];

    for (const lone of LONE) {
        test(`U+${lone.charCodeAt(0).toString(16)}`, () => {
            // The emoji has neither half.
            const source = `😀 a${lone}b 😀 %[Yes](replay:Y) ${lone}`;
            const { requests, diagnostics } = compile(source);
            assert.match(requests[0].message.text, /^😀 a\ufffdb 😀/);
            const told = diagnostics.filter((one) => one.code === "lone-surrogate");
            assert.deepEqual(told.map((one) => one.span.start), [source.indexOf(lone), source.lastIndexOf(lone)]);
            for (const { severity, span } of told) {
                assert.equal(severity, "warning");
                assert.equal(source.slice(span.start, span.end), lone);
            }
            const other = diagnostics.find((one) => one.code === "misspelt-target").span;
            assert.equal(source.slice(other.start, other.end), "replay");
            const starts = diagnostics.map((one) => one.span.start);
            assert.deepEqual(starts, starts.toSorted((a, b) => a - b), "in the order of places");
            assert.deepEqual(check(source).filter((one) => one.code === "lone-surrogate"), told);
        });
    }

    test("in some of many", () => {
        const sources = ["a", "b\ud800", "c", "\udc00d", ""];
        assert.deepEqual(compileMany(sources), sources.map((source) => compile(source)));
        assert.deepEqual(compileMany(sources).map((one) => one.diagnostics.length), [0, 1, 0, 1, 0]);
    });

    test("in a profile, in what is escaped or fixed", () => {
        const { profile, diagnostics } = compileProfile("::start{payload=A\ud800B}");
        assert.equal(profile.get_started.payload, "A\ufffdB");
        assert.deepEqual(diagnostics.map((one) => one.code), ["lone-surrogate"]);
        assert.equal(escapeText("\ud800"), "\ufffd");
        assert.equal(fix("%[A\ud800](replay:Y)").text, "%[A\ufffd](reply:Y)");
        assert.deepEqual(fix("A\ud800"), { text: "A\ufffd", applied: 0 });
    });

    test("pairs are none", () => {
        assert.deepEqual(compile("🍕 \ufffd").diagnostics, []);
        const reversed = "\udf55\ud83c";
        assert.deepEqual(compile(reversed).diagnostics.map((one) => one.span.start), [0, 1]);
    });

    test("where strings have no isWellFormed", () => {
        const source = "a\ud800b🍕";
        const expected = compile(source);
        const method = String.prototype.isWellFormed;
        delete String.prototype.isWellFormed;
        try {
            assert.deepEqual(compile(source), expected);
            assert.deepEqual(compileMany([source, "a"]), [expected, compile("a")]);
            assert.deepEqual(compile("🍕").diagnostics, []);
        } finally {
            Object.defineProperty(String.prototype, "isWellFormed", { value: method, configurable: true, writable: true });
        }
    });
});
