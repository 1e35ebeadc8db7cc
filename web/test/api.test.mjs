// Every function of the package, in Node: results, and what wrong use is told.

import assert from "node:assert/strict";
import { before, describe, test } from "node:test";

import * as tapmark from "tapmark";

const { check, codes, compile, compileMany, compileProfile, compileToJson } = tapmark;
const { complete, counters, origins, escapeLabel, escapeTarget, escapeText, explain, fix, init, limits, targets, tokens } = tapmark;

/** The requests of a source that has nothing to be said of it. */
function requests(source, options) {
    const { requests, diagnostics } = compile(source, options);
    assert.deepEqual(diagnostics, []);
    return requests;
}

const reply = (title, payload) => ({ content_type: "text", title, payload });
const message = (text, ...quick_replies) => ({
    messaging_type: "RESPONSE",
    message: quick_replies.length === 0 ? { text } : { text, quick_replies },
});

describe("before init", () => {
    for (const [name, value] of Object.entries(tapmark)) {
        if (name !== "init") {
            test(name, () => assert.throws(() => value("", 0), { name: "Error", message: /^Tapmark is not initialised: `await init\(\)`/ }));
        }
    }

    test("an input that is none is refused, and does not spoil the next", async () => {
        const message = "input must be a URL, a Response, bytes or a WebAssembly.Module, not 5";
        await assert.rejects(init(5), { name: "TypeError", message });
        await assert.rejects(init(Promise.resolve({})), { name: "TypeError", message: /not an object$/ });
        await assert.rejects(init(new URL("file:///no/such/file.wasm")), { code: "ENOENT" });
        await assert.rejects(init(new Uint8Array(9)), WebAssembly.CompileError);
        assert.throws(() => compile(""), { name: "Error" });
    });

    test("a module that is another one is refused", async () => {
        const empty = [0, 97, 115, 109, 1, 0, 0, 0];
        const exportsGlobal = (name) => [...empty, 6, 6, 1, 127, 0, 65, 0, 11, 7, name.length + 4, 1, name.length, ...Buffer.from(name), 3, 0];
        const message = 'input must be the tapmark_bg.wasm of this version of the package; the module exports no memory named "memory"';
        for (const bytes of [empty, exportsGlobal("memory")].map((bytes) => new Uint8Array(bytes))) {
            const answer = new Response(bytes, { headers: { "content-type": "application/wasm" } });
            for (const input of [bytes, new WebAssembly.Module(bytes), answer]) {
                await assert.rejects(init(input), { name: "TypeError", message });
            }
        }
        assert.throws(() => compile(""), { name: "Error", message: /^Tapmark is not initialised/ });
    });

    test("an address that cannot be fetched is named, and the way out", async () => {
        for (const input of ["/x/y.wasm", "C:\\y.wasm", new URL("nowhere:y.wasm"), new Request("nowhere:y.wasm")]) {
            await assert.rejects(init(input), ({ name, message, cause }) => {
                const address = JSON.stringify(input.url ?? String(input));
                assert.ok(message.startsWith(`input: ${address} cannot be fetched (`), message);
                assert.ok(message.endsWith('); for a file, hand over new URL("…", import.meta.url), or its bytes as fs reads them'), message);
                assert.ok(cause instanceof Error);
                return name === "TypeError";
            });
        }
        const long = `nowhere:${"y".repeat(1e6)}`;
        await assert.rejects(init(long), ({ message }) => message.length < 1000);
    });

    test("an answer that is none is told by its status", async () => {
        const message = "input: the Response has the status 404 Not Found; it must be the answer to a request that succeeded";
        await assert.rejects(init(new Response("", { status: 404, statusText: "Not Found" })), { name: "Error", message });
        await assert.rejects(init(new Response("", { status: 503 })), { message: /the status 503; it must/ });
        await assert.rejects(init(Response.error()), { message: /the status 0; it must/ });
    });
});

describe("after init", () => {
    before(() => Promise.all([init(), init()]));

    test("init again does nothing", () => init());

    test("texts of any length, in any order", () => {
        const text = (length) => "ab 🍕é\n".repeat(length / 8 + 1).slice(0, length).trim();
        for (const length of [0, 1, 20_000, 5, 21_845, 21_846, 1_000_000, 3, 8_000_000, 100]) {
            assert.equal(escapeText(text(length)), text(length), `${length}`);
            assert.equal(escapeText("あ".repeat(length)), "あ".repeat(length), `${length} of three bytes`);
        }
        const recipient = "4".repeat(100_000);
        assert.equal(compile("Hi", { recipient }).requests[0].recipient.id, recipient);
        assert.equal(compileToJson("Hi", {}), compileToJson("Hi"));
        assert.equal(compile("Hi", { recipient }).requests[0].recipient.id, recipient);
    });

    test("a long refusal", () => {
        const long = "x".repeat(100_000);
        const message = `code is "${long}", and no diagnostic has that name; codes() lists them`;
        assert.throws(() => explain(long), { name: "TypeError", message });
        assert.equal(compile("Hi").requests.length, 1);
    });

    test("compile", () => {
        const source = "Rate your visit: %[Great](reply:5) %[Poor](reply:1)";
        const expected = [message("Rate your visit:", reply("Great", "5"), reply("Poor", "1"))];
        assert.deepEqual(requests(source), expected);
        assert.deepEqual(compile("").requests, []);
    });

    test("compileToJson is what compile reads", () => {
        const source = "Hi\n---\n%[Yes](replay:Y)";
        const json = compileToJson(source);
        assert.equal(typeof json, "string");
        assert.deepEqual(JSON.parse(json), compile(source));
    });

    test("compileMany", () => {
        const sources = ["One", "Two %[Yes](replay:Y)", "", "Three 🍕"];
        assert.deepEqual(compileMany(sources), sources.map((source) => compile(source)));
        assert.deepEqual(compileMany([]), []);
        const options = { messagingType: "UPDATE" };
        assert.deepEqual(compileMany(sources, options), sources.map((source) => compile(source, options)));
    });

    test("compileProfile", () => {
        assert.equal(compileProfile("Only a message").profile, null);
        const { profile, diagnostics } = compileProfile("::start{payload=GO}\n\nHi");
        assert.deepEqual(profile, { get_started: { payload: "GO" } });
        assert.deepEqual(diagnostics, []);
    });

    test("check", () => {
        const found = check("%[Yes](replay:Y)\n\n:::menu\n- [Order](postback:ORDER)\n:::");
        assert.deepEqual(found.map((one) => one.code), ["misspelt-target", "menu-without-start"]);
        assert.deepEqual(check("Hi"), []);
    });

    test("escaped strings come out as they were", () => {
        const hostile = "%[Yes](reply:Y) \\[x](y) `a` <!-- b -->\n---\n::typing\n$[Buy](9.99) 🍕";
        const whole = requests(escapeText(hostile));
        assert.deepEqual(whole, [message(hostile)]);
        assert.equal(escapeText("\uFEFF\0"), "\uFEFF\0");
        const label = "[a](b)\\ 🍕";
        const payload = "A)B (C\\ D";
        const source = `Hi %[${escapeLabel(label)}](reply:${escapeTarget(payload)})`;
        assert.deepEqual(requests(source), [message("Hi", reply(label, payload))]);
    });

    test("what is escaped does not reach what stands beside it", () => {
        const shown = (between) => requests(`${escapeText("Look!")}${between}[Menu](https://shop.example/a.jpg)`);
        const payload = { template_type: "button", text: "Look!", buttons: [{ type: "web_url", title: "Menu", url: "https://shop.example/a.jpg" }] };
        assert.deepEqual(shown(" "), [{ messaging_type: "RESPONSE", message: { attachment: { type: "template", payload } } }]);
        assert.match(JSON.stringify(shown("")), /"type":"image"/);
    });

    test("fix", () => {
        assert.deepEqual(fix("%[Yes](replay:Y)"), { text: "%[Yes](reply:Y)", applied: 1 });
        assert.deepEqual(fix("Hi"), { text: "Hi", applied: 0 });
    });

    test("limits and targets", () => {
        assert.deepEqual(targets().slice(0, 2), ["messenger-2018", "messenger-2026"]);
        assert.deepEqual(limits(), limits("messenger-2018"));
        assert.notDeepEqual(limits("messenger-2026"), limits());
        assert.match(JSON.stringify(limits()), /"button-title"/);
    });

    test("explain knows every code", () => {
        assert.ok(codes().length > 50);
        for (const code of codes()) {
            assert.ok(explain(code).startsWith(`# ${code}\n`), code);
        }
    });

    test("tokens of a source with emoji are where JavaScript finds them", () => {
        const source = "👋🏽 %[Yes 👍](reply:Y{1}) <!-- 🙈 -->";
        const parts = tokens(source).map(({ kind, start, end }) => [kind, source.slice(start, end)]);
        assert.deepEqual(parts, [
            ["punctuation", "%["],
            ["label", "Yes 👍"],
            ["punctuation", "]("],
            ["keyword", "reply"],
            ["punctuation", ":"],
            ["payload", "Y{1}"],
            ["punctuation", ")"],
            ["comment", "<!-- 🙈 -->"],
        ]);
        assert.deepEqual(tokens("Hi"), []);
    });

    test("completions replace the word at the cursor", () => {
        const accept = (source, label) => {
            const offset = source.indexOf("|");
            const text = source.replace("|", "");
            const found = complete(text, offset).find((completion) => completion.label === label);
            return found && text.slice(0, found.start) + found.insert + text.slice(found.end);
        };
        assert.equal(accept("👋 %[Yes](rep|", "reply"), "👋 %[Yes](reply:");
        assert.equal(accept("👋\n:::carousel{ratio=|", "square"), "👋\n:::carousel{ratio=square");
        assert.equal(accept("👋\n::ty|", "::typing"), "👋\n::typing");
        assert.deepEqual(complete("👋 Hi", 4), []);
        assert.equal(complete("👋 %[Yes](", 10).every(({ detail }) => /^[^\n]+$/.test(detail)), true);
        // Between the two halves of an emoji.
        assert.deepEqual(complete("👋", 1), []);
    });

    test("counters and origins are where JavaScript finds them", () => {
        const source = "👋🏽 one\n---\nTwo %[Yes 👍](reply:Y)";
        const slice = ({ start, end }) => source.slice(start, end);
        assert.deepEqual(origins(source).map(({ span }) => slice(span)), ["👋🏽 one", "Two %[Yes 👍](reply:Y)"]);
        const found = counters(source, source.indexOf("👍"), { target: "messenger-2026" });
        assert.deepEqual(found.map(({ limit, used, max, span }) => [limit, used, max, slice(span)]), [
            ["reply-title", 6, 20, "Yes 👍"],
            ["text", 3, 2000, "Two %[Yes 👍](reply:Y)"],
        ]);
        const list = ":::list\n# A\na\n# B\nb\n:::\n[C](https://c.example)";
        const items = (options) => origins(list, options).map(({ items }) => items.length);
        assert.deepEqual([items(), items({ target: "messenger-2026" })], [[2], [2, 0]]);
    });

    test("options", () => {
        const card = (options) => JSON.stringify(compile("Hi\n\n$[Buy](9.99)", options).requests);
        assert.match(card({ merchantName: "Bistro" }), /"merchant_name":"Bistro"/);
        assert.doesNotMatch(card({ target: "messenger-2026" }), /FIXED_AMOUNT/);
        assert.match(card({ recipient: "42" }), /^\[{"recipient":{"id":"42"}/);
        assert.equal(card({}), card());
        assert.equal(card({ recipient: undefined }), card());
        assert.match(card({ requestedUserInfo: ["contact_email"] }), /"contact_email"/);
        assert.deepEqual(
            compile("Hi", { messagingType: "MESSAGE_TAG", tag: "HUMAN_AGENT", target: "messenger-2026" }).requests[0],
            { messaging_type: "MESSAGE_TAG", tag: "HUMAN_AGENT", message: { text: "Hi" } },
        );
        const long = `Hi %[${"a".repeat(30)}](reply:A)`;
        assert.equal(compile(long, { overflow: "reject" }).diagnostics[0].severity, "error");
        assert.equal(compile(long).diagnostics[0].severity, "warning");
    });

    test("options that change from call to call", () => {
        const options = { recipient: "1" };
        const recipient = () => compile("Hi", options).requests[0].recipient?.id;
        assert.equal(recipient(), "1");
        options.recipient = "2";
        assert.equal(recipient(), "2");
        assert.throws(() => compile("Hi", { recipient: 3 }), TypeError);
        assert.equal(recipient(), "2");
        assert.equal(compile("Hi").requests[0].recipient, undefined);
    });

    test("options that are inherited, or given by getters", () => {
        const recipient = (options) => compile("Hi", options).requests[0].recipient?.id;
        const given = new (class {
            get recipient() {
                return "1";
            }
        })();
        assert.equal(recipient(given), "1");
        assert.equal(recipient(Object.create(given)), "1");
        assert.equal(recipient(Object.create({ recipient: "2", tone: "warm" })), "2");
        assert.equal(recipient(Object.create(null, { recipient: { get: () => "3" } })), "3");
        const bogus = new (class {
            get target() {
                return "bogus";
            }
        })();
        assert.throws(() => compile("Hi", bogus), { name: "TypeError", message: /^options\.target is "bogus"/ });
        const error = new Error("mine");
        const throwing = {
            get tag() {
                throw error;
            },
        };
        assert.throws(() => compile("Hi", throwing), (thrown) => thrown === error);
    });

    test("options are read once, and may call back", () => {
        let reads = 0;
        const list = new Proxy(["contact_email"], { get: (list, key) => (key === "0" ? [list[0], 5][reads++] : list[key]) });
        const options = {
            get recipient() {
                reads += 1;
                compile("Hi", { recipient: "EVIL" });
                return reads === 1 ? "GOOD" : 5;
            },
        };
        assert.equal(compile("Hi", options).requests[0].recipient.id, "GOOD");
        assert.equal(reads, 1);
        reads = 0;
        assert.match(compileToJson("$[Buy](9.99)", { requestedUserInfo: list }), /"contact_email"/);
        assert.equal(reads, 1);
    });

    test("compileMany reads each source once, before the options", () => {
        const good = { recipient: "GOOD" };
        const recipients = (sources) => compileMany(sources, good).map(({ requests }) => requests[0].recipient.id);
        const sources = ["One", "Two", "Three"];
        Object.defineProperty(sources, 1, {
            get: () => {
                compile("x", { recipient: "EVIL" });
                return "Two";
            },
        });
        assert.deepEqual(recipients(sources), ["GOOD", "GOOD", "GOOD"]);
        const reads = [];
        const once = new Proxy(["One", "Two"], {
            get: (target, key) => {
                const again = reads.includes(key);
                reads.push(key);
                compile("x", { recipient: "EVIL" });
                return again ? undefined : target[key];
            },
        });
        assert.deepEqual(recipients(once), ["GOOD", "GOOD"]);
        assert.deepEqual(reads, ["length", "0", "1"]);
        // What an option's getter does to the list comes too late.
        const changed = ["One", "Two"];
        const options = {
            get recipient() {
                changed[1] = undefined;
                changed.length = 1;
                return "GOOD";
            },
        };
        assert.deepEqual(compileMany(changed, options).map(({ requests }) => requests[0].message.text), ["One", "Two"]);
    });
});

describe("wrong arguments", () => {
    before(() => init());
    const refused = (call, message) => assert.throws(call, { name: "TypeError", message });

    for (const name of ["compile", "compileToJson", "compileProfile", "check", "fix"]) {
        test(name, () => {
            const call = tapmark[name];
            refused(() => call(), "source must be a string, not undefined");
            refused(() => call(null), "source must be a string, not null");
            refused(() => call(12n), "source must be a string, not 12n");
            refused(() => call(["Hi"]), "source must be a string, not an array");
            refused(() => call({}), "source must be a string, not an object");
            refused(() => call(() => ""), "source must be a string, not a function");
            refused(() => call(Symbol("Hi")), "source must be a string, not a symbol");
            refused(() => call(Buffer.from("Hi")), "source must be a string, not a Uint8Array");
        });
    }

    test("escape…", () => {
        refused(() => escapeText(5), "text must be a string, not 5");
        refused(() => escapeLabel(true), "label must be a string, not true");
        refused(() => escapeTarget(), "target must be a string, not undefined");
    });

    test("complete", () => {
        refused(() => tokens(), "source must be a string, not undefined");
        refused(() => complete("Hi", 3), "offset must be an integer between 0 and 2, not 3");
        refused(() => complete("Hi", 0.5), "offset must be an integer between 0 and 2, not 0.5");
        refused(() => complete("Hi"), "offset must be an integer between 0 and 2, not undefined");
    });

    test("compileMany", () => {
        refused(() => compileMany("Hi"), 'sources must be an array of strings, not "Hi"');
        refused(() => compileMany(["Hi", 2]), "sources[1] must be a string, not 2");
        refused(() => compileMany(["Hi", , "you"]), "sources[1] must be a string, not undefined");
        refused(() => compileMany(["Hi"], { tone: "warm" }), /^options\b.*\btone\b/);
    });

    test("names", () => {
        refused(() => explain("typo"), /^code is "typo"/);
        refused(() => explain(), "code must be a string, not undefined");
        refused(() => limits("messenger-1999"), /^target is "messenger-1999"; there are messenger-2018, messenger-2026/);
        refused(() => limits(null), "target must be a string, not null");
    });

    test("options of another type", () => {
        refused(() => compile("", null), "options must be an object, not null");
        refused(() => compile("", "reject"), 'options must be an object, not "reject"');
        refused(() => compile("", ["reject"]), "options must be an object, not an array");
        refused(() => compile("", new Map([["target", "x"]])), "options must be an object, not a Map");
    });

    test("options that hold what JSON cannot", () => {
        const cycle = { requestedUserInfo: [] };
        cycle.requestedUserInfo.push(cycle);
        const message = "options.requestedUserInfo must be a list of strings, not a list that holds other things than strings";
        refused(() => compile("", cycle), message);
        refused(() => compile("", { requestedUserInfo: [5n] }), message);
        refused(() => compile("", { requestedUserInfo: ["contact_name", , "contact_email"] }), message);
        refused(() => compile("", { requestedUserInfo: new Array(2 ** 32 - 1) }), message);
        refused(() => compile("", { tag: { cycle } }), "options.tag must be a string, not an object");
    });

    test("options that JSON would leave out or change", () => {
        refused(() => compile("", { target: null }), "options.target is null: leave it out for its default");
        refused(() => compile("", { target: () => "" }), "options.target is a function, which is no value for it");
        refused(() => compile("", { recipient: 5n }), "options.recipient is 5n, which is no value for it");
        refused(() => compile("", { recipient: Number.NaN }), "options.recipient is NaN, which is no value for it");
        refused(() => compile("", { recipient: "\ud800" }), /^options\.recipient holds a lone surrogate/);
    });

    test("options of a name or a type that is none", () => {
        const names = "target, overflow, recipient, placeholder, merchantName, checkoutUrl, messagingType, tag, requestedUserInfo, testPayment";
        for (const name of ["merchant_name", "toString", "", "\ud800"]) {
            refused(() => compile("", { [name]: "A" }), `options.${name} is no option; there are ${names}`);
        }
        for (const [value, words] of [
            [7, "a number"], [true, "true or false"], [[], "a list"], [["a"], "a list"], [{}, "an object"],
            [[1], "a list that holds other things than strings"], [["a", { b: [] }], "a list that holds other things than strings"],
        ]) {
            refused(() => compile("", { recipient: "1", tag: value, placeholder: "a" }), `options.tag must be a string, not ${words}`);
        }
        refused(() => compile("", { testPayment: "yes" }), "options.testPayment must be true or false, not a string");
        refused(() => compile("", { requestedUserInfo: "contact_name" }), "options.requestedUserInfo must be a list of strings, not a string");
        refused(() => compile("", { requestedUserInfo: ["a", 1] }), "options.requestedUserInfo must be a list of strings, not a list that holds other things than strings");
    });

    test("options that are refused by all", () => {
        for (const name of ["compile", "compileToJson", "compileProfile", "check", "compileMany"]) {
            refused(() => tapmark[name](name === "compileMany" ? [] : "", { recipient: " " }), "options.recipient: the recipient is blank");
        }
        refused(() => compile("", { requestedUserInfo: [] }), "options.requestedUserInfo: the requested user info is blank");
        refused(() => compile("", { requestedUserInfo: [""] }), /^options\.requestedUserInfo is ""; there are /);
        refused(() => compile("", { requestedUserInfo: ["\ud800"] }), /^options\.requestedUserInfo is "\ufffd"; there are /);
        refused(() => compile("", { placeholder: "a\0b" }), "options.placeholder: the placeholder holds control characters");
    });

    test("options that are objects around values", () => {
        refused(() => compile("", { recipient: new String("42") }), "options.recipient must be a string, not an object");
        refused(() => compile("", { recipient: { toJSON: () => "42" } }), "options.recipient must be a string, not an object");
        refused(() => compile("", { testPayment: new Boolean(true) }), "options.testPayment must be true or false, not an object");
        refused(() => compile("", { requestedUserInfo: [new String("contact_name")] }), /^options\.requestedUserInfo must be a list of strings/);
    });

    test("options of an unknown name, whatever their value", () => {
        refused(() => compile("", { tarket: undefined }), /^options\.tarket is no option; there are target, /);
        refused(() => compile("", { tarket: null }), /^options\.tarket is no option; there are target, /);
        refused(() => compile("", { [Symbol("tone")]: "warm" }), /^options\[Symbol\(tone\)\] is no option; there are target, /);
        refused(() => compile("", { target: 5, tarket: undefined }), /^options\.tarket is no option/);
        // What nobody sees is no mistake.
        const hidden = Object.defineProperty({ recipient: "1" }, "tarket", { value: "x" });
        assert.equal(compile("Hi", hidden).requests[0].recipient.id, "1");
    });

    test("options that the compiler refuses", () => {
        refused(() => compile("", { tone: "warm" }), /^options\b.*\btone\b/);
        refused(() => compile("", { target: "messenger-1999" }), /^options\.target\b.*messenger-1999.*messenger-2018, messenger-2026/);
        refused(() => compile("", { target: 2018 }), /^options\.target must be a string/);
        refused(() => compile("", { overflow: "cut" }), /^options\.overflow\b.*cut/);
        refused(() => compile("", { requestedUserInfo: ["shoe_size"] }), /^options\.requestedUserInfo\b.*shoe_size/);
        refused(() => compile("", { requestedUserInfo: "contact_name" }), /^options\.requestedUserInfo\b/);
        refused(() => compile("", { testPayment: "yes" }), /^options\.testPayment\b/);
        refused(() => compile("", { messagingType: "MESSAGE_TAG" }), /^options\b.*tag/);
        refused(() => compile("", { recipient: "" }), /^options\.recipient\b/);
        for (const options of [{ target: 2018 }, { tone: "warm" }]) {
            assert.throws(() => compile("", options), (error) => !/line \d|column \d/.test(error.message));
        }
    });
});
