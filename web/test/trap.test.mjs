// What becomes of the package when a call ends amid the module, for want of memory or of stack: it says
// so, and the next call knows nothing of it.

import assert from "node:assert/strict";
import * as fs from "node:fs";
import { before, describe, test } from "node:test";

import * as tapmark from "tapmark";

import { withBound } from "./bound.mjs";

const { check, compile, compileMany, compileToJson, complete, counters, escapeText, explain, init, limits } = tapmark;

/** Five megabytes, in the place of four gigabytes. */
const MOST_PAGES = 80;

/** Finds no room there. */
const HUGE = "%[]() ".repeat(1e6);

/** Finds room, but what is to be said of it does not. */
const LARGE = HUGE.slice(0, 200_000);

before(async () => {
    const file = new URL(import.meta.resolve("tapmark/tapmark_bg.wasm"));
    await init(new WebAssembly.Module(withBound(fs.readFileSync(file), MOST_PAGES)));
});

/** Calls the package where there is less and less stack, until there is none; what was thrown. */
function atTheEndOfTheStack(call) {
    const thrown = [];
    const deeper = () => {
        try {
            call();
        } catch (error) {
            thrown.push(error);
        }
        deeper();
    };
    assert.throws(deeper, RangeError);
    return thrown;
}

const exhausted = (place) => (error) => {
    assert.equal(error.constructor, Error);
    assert.equal(
        error.message,
        `${place}: too large or too deeply nested; the memory of WebAssembly, its stack or the length of a string` +
            " does not suffice. Divide it; the compiler is ready for the next call",
    );
    assert.ok(error.cause instanceof Error, `${error.cause}`);
    return true;
};

describe("memory that is exhausted", () => {
    for (const [place, call] of [
        ["compile(source)", () => compile(LARGE)],
        ["compileMany(sources[0])", () => compileMany([LARGE])],
        ["compile(source)", () => compile(HUGE)],
        ["compileToJson(source)", () => compileToJson(HUGE)],
        ["compileProfile(source)", () => tapmark.compileProfile(HUGE)],
        ["compileMany(sources[1])", () => compileMany(["Hi", HUGE, "you"])],
        ["check(source)", () => check(HUGE)],
        ["compile(options)", () => compile("Hi", { recipient: HUGE })],
        ["origins(options)", () => tapmark.origins("Hi", { recipient: HUGE })],
        ["counters(options)", () => counters("Hi", 0, { recipient: HUGE })],
        ["compileMany(options)", () => compileMany([], { recipient: HUGE })],
        ["fix(source)", () => tapmark.fix(HUGE)],
        ["escapeText(text)", () => escapeText(HUGE)],
        ["escapeLabel(label)", () => tapmark.escapeLabel(HUGE)],
        ["escapeTarget(target)", () => tapmark.escapeTarget(HUGE)],
        ["limits(target)", () => limits(HUGE)],
        ["explain(code)", () => explain(HUGE)],
        ["tokens(source)", () => tapmark.tokens(HUGE)],
        ["complete(source)", () => complete(HUGE, 4)],
        ["origins(source)", () => tapmark.origins(HUGE)],
        ["counters(source)", () => counters(HUGE, 4)],
    ]) {
        test(place, () => {
            assert.throws(call, (error) => exhausted(place)(error) && error.cause instanceof WebAssembly.RuntimeError);
            const { requests, diagnostics } = compile("Hi %[Yes](replay:Y)");
            assert.equal(requests[0].message.text, "Hi %[Yes](replay:Y)");
            assert.deepEqual(diagnostics.map((one) => one.code), ["misspelt-target"]);
        });
    }

    test("again and again", () => {
        for (let i = 0; i < 20; i++) {
            assert.throws(() => compile(HUGE), exhausted("compile(source)"));
            assert.equal(escapeText("a".repeat(i * 10_000)), "a".repeat(i * 10_000));
        }
    });

    test("init does nothing then, as ever", async () => {
        assert.throws(() => compile(HUGE), exhausted("compile(source)"));
        await init();
        assert.equal(compile("Hi").requests.length, 1);
    });

    test("wrong arguments are still told as such", () => {
        assert.throws(() => compile(HUGE), exhausted("compile(source)"));
        assert.throws(() => compile(5), { name: "TypeError", message: "source must be a string, not 5" });
        assert.throws(() => compile(HUGE), exhausted("compile(source)"));
        assert.throws(() => explain("typo"), { name: "TypeError", message: /^code is "typo"/ });
    });
});

describe("the next source", () => {
    const trap = (text = HUGE) => assert.throws(() => compile(`\ud800${text}\ud800`), exhausted("compile(source)"));

    test("has none of the last one's lone surrogates", () => {
        for (const text of [LARGE, HUGE]) {
            trap(text);
            assert.deepEqual(compile("Hello").diagnostics, []);
            trap(text);
            assert.deepEqual(compile("a\ud800").diagnostics.map(({ span }) => span.start), [1]);
        }
    });

    test("has the options that it is given, and no others", () => {
        const options = { recipient: "1" };
        const recipient = (...given) => compile("Hi", ...given).requests[0].recipient?.id;
        assert.equal(recipient(options), "1");
        assert.throws(() => compile(HUGE, options), exhausted("compile(source)"));
        assert.equal(recipient(options), "1");
        trap();
        assert.equal(recipient(), undefined);
        assert.throws(() => compile("Hi", { recipient: HUGE }), exhausted("compile(options)"));
        assert.equal(recipient({}), undefined);
        assert.equal(recipient(options), "1");
    });
});

describe("the end of the stack", () => {
    const SOURCE = "a\ud800 %[Yes](replay:Y)";
    const OPTIONS = { recipient: "1" };

    test("leaves nothing behind", () => {
        const expected = compileToJson("Hi %[Yes](replay:Y)");
        const thrown = atTheEndOfTheStack(() => compileToJson(SOURCE, OPTIONS));
        assert.ok(thrown.length > 0);
        assert.equal(compileToJson("Hi %[Yes](replay:Y)"), expected);
        assert.equal(compile("Hi", OPTIONS).requests[0].recipient.id, "1");
    });

    test("is told where it was amid the module", () => {
        const told = atTheEndOfTheStack(() => compileToJson(SOURCE)).filter((error) => !(error instanceof RangeError));
        assert.ok(told.length > 0);
        for (const error of told) {
            exhausted("compileToJson(source)")(error);
        }
        const named = atTheEndOfTheStack(() => tapmark.codes()).filter((error) => !(error instanceof RangeError));
        assert.ok(named.every(exhausted("codes()")));
        assert.ok(tapmark.codes().length > 50);
    });
});

test("no regular expression is on the way to the module", () => {
    // It is compiled where it is first used, and without stack for that it is a SyntaxError.
    const { exec } = RegExp.prototype;
    RegExp.prototype.exec = () => {
        throw new SyntaxError("Stack overflow");
    };
    try {
        assert.equal(compile("a\ud800").diagnostics[0].code, "lone-surrogate");
    } finally {
        RegExp.prototype.exec = exec;
    }
});

test("an answer that is too long for a string", () => {
    const { decode } = TextDecoder.prototype;
    const cause = new RangeError("Invalid string length");
    TextDecoder.prototype.decode = () => {
        throw cause;
    };
    try {
        assert.throws(() => compile("Hi"), (error) => exhausted("compile(source)")(error) && error.cause === cause);
    } finally {
        TextDecoder.prototype.decode = decode;
    }
    assert.equal(compile("Hi").requests.length, 1);
});
