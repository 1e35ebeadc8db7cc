// The benchmark is fair: its baseline gives the very requests, over all of its corpus.

import assert from "node:assert/strict";
import { test } from "node:test";

import { compile, init } from "tapmark";
import { convert } from "../bench/baseline.mjs";
import { corpus } from "../bench/corpus.mjs";

test("the baseline does the same work", async () => {
    await init();
    for (const source of corpus()) {
        const { requests, diagnostics } = compile(source);
        assert.deepEqual(diagnostics, [], source);
        assert.equal(convert(source), JSON.stringify(requests), source);
    }
});

test("the corpus is what it is said to be", () => {
    const messages = corpus();
    assert.equal(messages.length, 20_000);
    assert.deepEqual(corpus(100), messages.slice(0, 100));
    const share = (pattern) => messages.filter((one) => pattern.test(one)).length / messages.length;
    const between = (value, least, most) => assert.ok(least <= value && value <= most, `${value}`);
    between(messages.reduce((sum, one) => sum + Buffer.byteLength(one), 0) / messages.length, 110, 130);
    between(share(/(?<!!)\[[^\]]*\]\(|%\[/), 0.48, 0.56);
    between(share(/!\[/), 0.05, 0.1);
    between(share(/\\/), 0.03, 0.1);
    between(share(/[^\0-\x7f]/), 0.2, 0.4);
    between(share(/^[^\n]*(\n[^\n]*){0,3}$/), 1, 1);
});
