// The authoring page and hostile sources; and whether everyone can use it.

import assert from "node:assert/strict";
import * as fs from "node:fs";
import { createRequire } from "node:module";
import { describe, test } from "node:test";

import * as tapmark from "tapmark";

import { example, openPage } from "./page.mjs";

const AXE = fs.readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const MARKUP = `<img src=x onerror="window.hit=1"><script>window.hit=1</script><a href="javascript:window.hit=1">x</a>`;
const HOSTILE = [
    `${MARKUP} %[${MARKUP.replaceAll(/[[\]()]/g, "")}](reply:<b>P</b>) [<i>go</i>](https://a.example/?<script>)`,
    "%[Run](javascript:window.hit=1) [Run](JaVaScRiPt:window.hit=1) %[Data](data:text/html,<script>window.hit=1</script>)",
    "![<svg onload=window.hit=1>](https://pictures.example/a.jpg?x=\"onerror=window.hit=1)",
    "\u0000\u0007\u001b[31mRed \u202Egnp.exe\u202C \u2066isolated %[\u202Eoof](reply:\u202Ebar) \u200F",
    ":::carousel\n# <h1>Title</h1>\n<b>sub</b>\n![](https://pictures.example/b.jpg)\n%[<u>x</u>](postback:<u>y</u>)\n:::",
    "::greeting[<marquee>Hi</marquee>]\n::start{payload=<x>}",
    `${"[".repeat(3000)}${"%[a](".repeat(2000)}`,
    "%[Yes](replay:<img src=x onerror=window.hit=1>)\n$[`<b>`](9,99)",
].join("\n---\n");

/** What a source must never become. */
const LIVE = "a, area, base, button[formaction], embed, form, frame, iframe, link:not(head link), math, object, script:not(head script), style, svg, [href]:not(head *), [srcdoc], [style*=url]";

describe("hostile sources", () => {
    for (const how of ["written", "by a link"]) {
        test(`stay text, ${how}`, async (t) => {
            const first = await openPage(t);
            await first.write(HOSTILE);
            const fragment = new URL(first.page.url()).hash;
            const page = how === "written" ? first : await openPage(t, { fragment });
            assert.equal(await page.page.locator(LIVE).count(), 0);
            const elements = await page.thread.evaluate((thread) => [...new Set(Array.from(thread.querySelectorAll("*"), ({ localName }) => localName))]);
            const own = ["ol", "li", "div", "p", "button", "span", "s", "h3", "details", "summary", "ul", "code", "i"];
            assert.deepEqual(elements.filter((name) => !own.includes(name)), []);
            // Every button, pressed.
            for (const button of await page.thread.getByRole("button").elementHandles()) {
                await button.evaluate((button) => button.click());
            }
            assert.equal(await page.page.evaluate(() => window.hit), undefined);
            const text = await page.thread.textContent();
            assert.ok(text.includes("<script>window.hit=1</script>") && text.includes("<h1>Title</h1>"), text);
            // What is read of a payload, and what is copied, shows what turns the line around.
            const output = await page.page.textContent("#output");
            assert.doesNotMatch(output, /[\u202a-\u202e\u2066-\u2069]/);
            assert.match(output, /\\u202e/);
            assert.doesNotMatch(await page.page.textContent("#problems"), /[\u202a-\u202e\u2066-\u2069\0]/);
        });
    }

    test("a title cannot turn its price around", async (t) => {
        const page = await openPage(t);
        await page.page.selectOption("#target", "messenger-2018");
        await page.write("$[Buy\u202e](12.00)");
        // The digits stand in the order in which they are written.
        const left = await page.thread.locator(".tap").evaluate((button) => {
            const text = button.lastChild;
            const place = (at) => {
                const range = document.createRange();
                range.setStart(text, at);
                range.setEnd(text, at + 1);
                return range.getBoundingClientRect().left;
            };
            return ["1", "2"].map((digit) => place(text.data.indexOf(digit)));
        });
        assert.ok(left[0] < left[1], `${left}`);
    });

    test("the editor shows what cannot be seen", async (t) => {
        const page = await openPage(t);
        const hidden = [..."\u0007\u00ad\u061c\u180e\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff\u{e0041}"];
        await page.write(hidden.join("x"));
        assert.equal(await page.page.locator(".cm-specialChar").count(), hidden.length);
    });

    test("JSON shows every character that cannot be seen, and says the same", async (t) => {
        const page = await openPage(t);
        // Joiners are seen by what they do, to emoji and to letters.
        const joined = "👨‍👩‍👧 می‌خواهم";
        const all = Array.from({ length: 0x110000 }, (_, i) => i).filter((i) => i < 0xd800 || i > 0xdfff);
        const hidden = all.map((i) => String.fromCodePoint(i)).filter((c) => /[\p{Cc}\p{Cf}\u2028\u2029]/u.test(c));
        const payload = hidden.filter((c) => !/[\0-\x20\u200c\u200d]/.test(c)).join("");
        await page.write(`${joined} %[Yes](reply:x${payload}x)`);
        const output = await page.page.textContent("#output pre");
        assert.ok(output.includes(joined), output);
        assert.deepEqual(output.match(/(?![\n\u200c\u200d])[\p{Cc}\p{Cf}\u2028\u2029]/gu), null);
        for (const escape of ["\\u00ad", "\\u206a", "\\ufffb", "\\udb40\\udc01", "\\udb40\\udc7f"]) {
            assert.ok(output.includes(escape), escape);
        }
        const { requests } = tapmark.compile(`${joined} %[Yes](reply:x${payload}x)`, { target: "messenger-2026" });
        assert.deepEqual(await page.requests(), requests);
    });

    test("what turns a line around ends with its field", async (t) => {
        const page = await openPage(t);
        await page.write("Hi \u202Eabc %[\u202Exyz](reply:\u202EPAY) %[No](reply:N)");
        const isolated = await page.thread.locator(".chip, .bubble p").evaluateAll((all) => all.map((one) => getComputedStyle(one).unicodeBidi));
        assert.ok(isolated.length >= 3 && isolated.every((value) => /isolate/.test(value)), `${isolated}`);
        await page.thread.locator(".chip").first().click();
        assert.match(await page.thread.locator(".outcome .event").textContent(), /\\u\{202E\}PAY/);
    });

    test("the policy stops what would run, and what would be sent", async (t) => {
        const page = await openPage(t);
        const policy = await page.page.getAttribute("meta[http-equiv]", "content");
        assert.doesNotMatch(policy, /unsafe-(inline|eval)(?<!wasm-unsafe-eval)|\*/);
        const seen = await page.page.evaluate(async () => {
            const violated = [];
            document.addEventListener("securitypolicyviolation", ({ effectiveDirective }) => violated.push(effectiveDirective));
            const script = document.createElement("script");
            const refusals = [];
            for (const attempt of [
                () => void (document.body.innerHTML = "<b>x</b>"),
                () => void (script.text = "window.hit = 1"),
                () => setTimeout("window.hit = 1"),
                () => document.body.setAttribute("onclick", "window.hit = 1"),
            ]) {
                try {
                    attempt();
                } catch ({ name }) {
                    refusals.push(name);
                }
            }
            const external = document.createElement("img");
            external.src = "data:image/gif;base64,R0lGODlhAQABAAAAACw=";
            document.body.append(external);
            await fetch("https://elsewhere.example/").catch(() => refusals.push("fetch"));
            await new Promise((resolve) => setTimeout(resolve, 50));
            return { violated: [...new Set(violated)], refusals, hit: window.hit };
        });
        assert.equal(seen.hit, undefined);
        assert.deepEqual(seen.refusals, ["TypeError", "TypeError", "TypeError", "TypeError", "fetch"]);
        assert.ok(seen.violated.includes("connect-src") && seen.violated.includes("img-src"), `${seen.violated}`);
        page.complained();
    });
});

test("pictures are loaded from the web when they are asked for, and not before", async (t) => {
    const address = "https://pictures.example/a.jpg";
    const page = await openPage(t, { abroad: [address] });
    await page.write(`![A cat](${address})\nHi\n%[Go](postback:GO)`);
    assert.deepEqual(await page.texts(".frame span:last-child"), ["Picture from pictures.example"]);
    assert.equal(await page.thread.locator("img").count(), 0);
    await page.page.getByText("More options").click();
    await page.page.getByLabel("Load pictures").check();
    // It cannot be had here: then a frame says so.
    await page.page.waitForSelector("#thread .frame:has-text('No picture at pictures.example')");
});

describe("everyone can use it", () => {
    const LOOKS = [
        ["light", { width: 1400, height: 1000 }],
        ["dark", { width: 1400, height: 1000 }],
        ["light", { width: 360, height: 740 }],
        ["dark", { width: 360, height: 740 }],
    ];
    for (const [colorScheme, viewport] of LOOKS) {
        test(`axe finds nothing, ${colorScheme}, ${viewport.width} wide`, async (t) => {
            const page = await openPage(t, { context: { colorScheme, viewport } });
            await page.page.evaluate(AXE);
            const states = {
                tour: async () => {},
                limits: async () => page.write(example("limits")),
                mistakes: async () => page.write(example("mistakes")),
                profile: async () => page.write(example("profile")),
                cards: async () => {
                    await page.page.selectOption("#target", "messenger-2018");
                    await page.write(example("cards"));
                },
                tapped: async () => {
                    await page.write("Well? %[Yes](reply:Y)\n---\n%[Go](postback:GO)");
                    for (const name of ["Yes", "Go"]) {
                        await page.thread.getByRole("button", { name }).click();
                    }
                },
                options: async () => page.page.getByText("More options").click(),
                explanation: async () => {
                    await page.page.getByText("More options").click();
                    await page.write("%[Yes](replay:Y)");
                    await page.page.getByRole("button", { name: "Explain misspelt-target" }).click();
                },
            };
            for (const [name, reach] of Object.entries(states)) {
                await reach();
                await page.settled();
                const violations = await page.page.evaluate(async () => {
                    const { violations } = await axe.run(document, { resultTypes: ["violations"] });
                    return violations.map(({ id, impact, nodes }) => `${impact} ${id}: ${nodes.map(({ html, any }) => `${html.slice(0, 120)} ${any[0]?.message ?? ""}`).join(" | ")}`);
                });
                assert.deepEqual(violations, [], name);
                // Nothing is wider than the window.
                assert.equal(await page.page.evaluate(() => document.documentElement.scrollWidth > innerWidth), false, name);
            }
        });
    }

    test("everything is reached by keyboard alone, in the order in which it is read", async (t) => {
        const page = await openPage(t);
        await page.write("%[Yes](replay:Y)\n---\n%[Go](postback:GO)");
        await page.page.evaluate(() => document.activeElement.blur());
        const reached = [];
        await page.page.locator("#example").focus();
        for (let i = 0; i < 40; i++) {
            reached.push(await page.page.evaluate(() => {
                const { id, name, textContent } = document.activeElement;
                return id || name || textContent.trim();
            }));
            if (reached.at(-1) === "curl") {
                break;
            }
            await page.page.keyboard.press("Tab");
        }
        const order = ["example", "target", "overflow", "More options", "share", "editor", "thread", "Go", "fix-all", "Line 1, column 8", "Fix: write reply", "Explain misspelt-target", "copy", "curl"];
        assert.deepEqual(reached.filter((name) => order.includes(name)), order, `${reached}`);
        for (const visible of [true, false]) {
            await page.page.locator(".options summary").press("Enter");
            assert.equal(await page.page.getByLabel("Load pictures").isVisible(), visible);
        }
    });
});
