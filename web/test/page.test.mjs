// The authoring page: what its users see and do, in a real browser.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { describe, test } from "node:test";
import { deflateRawSync } from "node:zlib";

import * as tapmark from "tapmark";

import { example, openPage } from "./page.mjs";

const TODAY = { target: "messenger-2026", overflow: "truncate" };

test("it opens on an example that shows the language, for today's platform", async (t) => {
    const page = await openPage(t);
    assert.equal(await page.page.inputValue("#target"), "messenger-2026");
    assert.match(await page.page.textContent("#platform"), /Messenger is today/);
    assert.equal(await page.page.textContent("#tally"), "None");
    const { requests, diagnostics } = tapmark.compile(example("tour"), TODAY);
    assert.deepEqual(diagnostics, []);
    assert.deepEqual(await page.requests(), requests);
    // One of everything that a thread has.
    for (const part of [".bubble", ".dots", ".card", ".carousel", ".chip", ".tap:text('📞')", "img.picture.wide"]) {
        assert.ok((await page.thread.locator(part).count()) > 0, part);
    }
});

test("typing shows the right preview, and the right JSON", async (t) => {
    const page = await openPage(t);
    await page.write("");
    await page.content.pressSequentially("Rate it: %[Great](reply:5) [our site](https://a.example)");
    const [request] = await page.requests();
    assert.deepEqual([request], tapmark.compile("Rate it: %[Great](reply:5) [our site](https://a.example)", TODAY).requests);
    assert.deepEqual(await page.texts(".card > p"), ["Rate it:"]);
    assert.deepEqual(await page.texts(".card .tap"), ["our site"]);
    assert.deepEqual(await page.texts(".chip"), ["Great"]);
    await page.content.press("Enter");
    await page.content.pressSequentially("---");
    await page.content.press("Enter");
    await page.content.pressSequentially("👋🏽");
    assert.deepEqual((await page.requests()).length, 2);
    assert.deepEqual(await page.texts(".bubble"), ["👋🏽"]);
});

test("an empty document sends nothing, and says so", async (t) => {
    const page = await openPage(t);
    await page.write("");
    assert.deepEqual(await page.requests(), []);
    assert.equal(await page.thread.locator("li").count(), 0);
    assert.match(await page.thread.innerText(), /^Nothing to show yet/);
    assert.equal(await page.page.innerText("#output"), "Nothing to send yet.");
    assert.equal(await page.page.textContent("#tally"), "None");
    assert.equal(await page.page.innerText("#problems + *"), "Nothing to mend.");
    // And no longer when there is something.
    await page.write("Hi %[Yes](replay:Y)");
    assert.equal(await page.page.getByText("Nothing").filter({ visible: true }).count(), 0);
});

test("a tap shows what the bot receives; replies vanish with it", async (t) => {
    const page = await openPage(t);
    await page.write("Well?\n\n%[Yes](reply:Y_1) %[No](reply:N) %[Menu](postback:MENU) [Site](https://a.example/b) [Call](tel:+15105550100)");
    await page.thread.getByRole("button", { name: "Menu" }).click();
    assert.match(await page.thread.locator(".outcome").textContent(), /postback MENU$/);
    await page.thread.getByRole("button", { name: "Site" }).click();
    assert.match(await page.thread.locator(".outcome").textContent(), /^Opens the page https:\/\/a\.example\/b$/);
    await page.thread.getByRole("button", { name: "Call" }).click();
    assert.match(await page.thread.locator(".outcome").textContent(), /^Calls \+15105550100$/);
    await page.thread.getByRole("button", { name: "Yes" }).click();
    assert.equal(await page.thread.locator(".bubble.person").textContent(), "Yes");
    assert.match(await page.thread.locator(".outcome .event").textContent(), /^The bot receives the payload Y_1/);
    assert.equal(await page.thread.locator(".replies").isVisible(), false);
    assert.match(await page.page.textContent("#status"), /Y_1/);
    await page.thread.getByRole("button", { name: "Replies again" }).press("Enter");
    assert.equal(await page.thread.locator(".replies").isVisible(), true);
    assert.equal(await page.thread.locator(".outcome").count(), 0);
    assert.equal(await page.page.evaluate(() => document.activeElement.textContent), "Yes");
});

test("payments, lists, media and actions of 2018", async (t) => {
    const page = await openPage(t);
    await page.page.selectOption("#target", "messenger-2018");
    await page.write(
        "$[Buy](9.99)\n---\n![](https://a.example/v.mp4) ![](https://a.example/s.mp3) ![](https://a.example/f.pdf)\n" +
            "---\n::typing\n::typing{off}\n::seen\n---\n:::list{style=large}\n# A\n![](https://cdn.example/salad.jpg)\n# B\nb\n:::\n%[More](postback:MORE)",
    );
    await page.thread.getByRole("button", { name: "Buy · $9.99" }).click();
    assert.match(await page.thread.locator(".outcome").textContent(), /^Pays \$9\.99 to Merchant; the bot receives Buy$/);
    assert.deepEqual(await page.texts(".frame > span:last-child"), ["Video: v.mp4", "Audio: s.mp3", "File: f.pdf"]);
    assert.equal(await page.thread.getByRole("img", { name: "Typing" }).count(), 1);
    assert.deepEqual(await page.texts(".list h3"), ["A", "B"]);
    assert.equal(await page.thread.locator(".list .wide").count(), 2);
    assert.deepEqual(await page.texts(".list > .tap"), ["More"]);
});

test("what was cut or dropped is marked where it would have been, and leads to its place", async (t) => {
    const page = await openPage(t);
    await page.write(example("limits"));
    const marks = (within) => page.texts(`${within} .mark s`);
    const first = "li:has(> .card:first-child)";
    assert.deepEqual(await marks(first), ["my calendar", "%[Ask a question](postback:ASK)"]);
    // The cut label's mark stands right below its button.
    assert.equal(await page.thread.locator(".tap:has-text('Add this') + .mark").count(), 1);
    assert.deepEqual(await marks(".strip > .card:first-child"), ["la from Naples", "![](https://cdn.example/diavola.jpg)", "%[Hotter](reply:HOT)"]);
    assert.deepEqual(await marks(".strip > .card:last-child"), []);
    assert.deepEqual(await marks(".replies"), ["%[23:30]"]);
    await page.thread.getByRole("button", { name: /Dropped: %\[Hotter/ }).click();
    assert.equal(await page.page.evaluate(() => getSelection().toString()), "%[Hotter](reply:HOT)");
    // What stands above moves the place, and the mark goes on leading there.
    await page.content.press("Control+Home");
    await page.paste("One more line\n\n");
    await page.thread.getByRole("button", { name: /Dropped: %\[Hotter/ }).click();
    assert.equal(await page.page.evaluate(() => getSelection().toString()), "%[Hotter](reply:HOT)");

    await page.page.selectOption("#overflow", "split");
    await page.settled();
    assert.match(await page.page.textContent("#tally"), /6 warnings/);
    assert.ok((await page.thread.locator(".mark.moved").count()) >= 4);
    await page.page.selectOption("#overflow", "reject");
    await page.settled();
    assert.equal(await page.page.textContent("#tally"), "6 errors");
});

test("what a carousel has no room for is marked there, not at an item in error behind it", async (t) => {
    const page = await openPage(t);
    const items = Array.from({ length: 12 }, (_, i) => `# Card ${i}\n%[Go](postback:G${i})`);
    items[4] = "# In error";
    await page.write(`:::carousel\n${items.join("\n\n")}\n:::`);
    assert.deepEqual(await page.texts("#messages > li > .bubble"), ["# In error"]);
    assert.deepEqual(await page.texts(".mark s"), [items[11]]);
    assert.deepEqual(await page.texts(".strip > .mark s"), [items[11]]);
});

test("limits change with the target, and counters show them", async (t) => {
    const page = await openPage(t);
    const replies = Array.from({ length: 13 }, (_, i) => `%[${i}]`).join(" ");
    await page.write(`Which? ${replies}`);
    assert.equal(await page.thread.locator(".chip").count(), 13);
    assert.equal(await page.page.textContent("#tally"), "None");
    await page.page.selectOption("#target", "messenger-2018");
    await page.settled();
    assert.equal(await page.thread.locator(".chip").count(), 11);
    assert.deepEqual(await page.texts(".replies .mark s"), ["%[11]", "%[12]"]);
    assert.match(await page.page.textContent("#platform"), /2018/);
    assert.equal((await page.requests())[0].message.quick_replies.length, 11);

    await page.write("Hello [a very long label indeed](https://a.example) there");
    await page.cursorBehind("a very");
    assert.deepEqual(await page.page.locator("#counters .counter").allTextContents(), ["button title 24 / 20", "template text 36 / 640"]);
    assert.equal(await page.page.locator("#counters .over").count(), 1);
});

describe("problems", () => {
    test("a fix is applied by a click, by a key, and all at once", async (t) => {
        const page = await openPage(t);
        await page.write(example("mistakes"));
        assert.equal(await page.page.textContent("#tally"), "3 errors, 3 warnings");
        assert.equal(await page.page.locator(".cm-lintRange-error").count(), 3);
        await page.page.locator("#problems").getByRole("button", { name: "Fix: write reply" }).click();
        assert.match(await page.source(), /%\[Change it\]\(reply:CHANGE\)/);
        assert.deepEqual(await page.texts("#messages > li:first-child .chip"), ["Change it"]);

        await page.cursorBehind("10,00");
        await page.page.keyboard.press("Control+.");
        assert.match(await page.source(), /\(10\.00\)/);
        assert.match(await page.page.textContent("#status"), /Problems/);

        await page.page.getByRole("button", { name: "Fix all that is certain" }).click();
        const fixed = await page.source();
        assert.equal(tapmark.fix(fixed).applied, 0);
        assert.match(fixed, /%\[Thanks\]\(reply:THANKS\)/);
        // And it can be undone.
        await page.content.press("Control+z");
        assert.match(await page.source(), /%\[Thanks\]\(reply:THANKS\s*$/);
    });

    test("a double click applies a fix once", async (t) => {
        const page = await openPage(t);
        await page.write("%[Yes](replay:Y)");
        await page.page.locator("#problems .fix").evaluate(async (button) => {
            button.click();
            await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 50)));
            button.click();
        });
        assert.equal(await page.source(), "%[Yes](reply:Y)");
    });

    test("a fix stays one when something else changes behind it", async (t) => {
        const page = await openPage(t);
        await page.write("%[Yes](replay:Y)\n\nHi");
        await page.content.pressSequentially("!");
        await page.settled();
        await page.page.locator("#problems .fix").click();
        assert.equal(await page.source(), "%[Yes](reply:Y)\n\nHi!");
    });

    test("a squiggle explains itself, and has the fix", async (t) => {
        const page = await openPage(t);
        await page.write("%[Yes](replay:Y)");
        await page.page.locator(".cm-lintRange-error").hover();
        const tip = page.page.locator(".cm-tooltip-lint");
        assert.match(await tip.textContent(), /replay is no kind of target/);
        await tip.getByRole("button", { name: "write reply" }).click();
        assert.equal(await page.source(), "%[Yes](reply:Y)");
    });

    test("each leads to its place, and is explained", async (t) => {
        const page = await openPage(t);
        await page.write("Hi\n\n%[Yes](replay:Y)");
        await page.page.getByRole("button", { name: "Line 3, column 8" }).click();
        assert.equal(await page.page.evaluate(() => getSelection().toString()), "replay");
        await page.page.getByRole("button", { name: "Explain misspelt-target" }).click();
        const dialog = page.page.getByRole("dialog", { name: "misspelt-target" });
        assert.deepEqual(await dialog.locator("h3").allTextContents(), ["Why", "Example", "Cure"]);
        assert.ok((await dialog.locator("pre").count()) >= 2);
        await page.page.keyboard.press("Escape");
        assert.equal(await dialog.isVisible(), false);
    });

    test("the pages of explain have nothing that the page would show in a wrong way", () => {
        for (const code of tapmark.codes()) {
            const lines = tapmark.explain(code).replaceAll(/^````?[^]*?^````?$/gm, "").split("\n");
            const unknown = lines.filter((line) => /^(\s*[-*+>|]|\d+\.|!\[)|\]\(|\*\*/.test(line.replaceAll(/`[^`]*`/g, "")));
            assert.deepEqual(unknown, [], code);
        }
    });
});

test("completion knows what may stand at the cursor", async (t) => {
    const page = await openPage(t);
    await page.write("");
    await page.content.pressSequentially("%[Yes](re");
    await page.page.waitForSelector(".cm-tooltip-autocomplete");
    await page.page.waitForTimeout(200);
    await page.page.keyboard.press("Enter");
    await page.content.pressSequentially("Y)");
    assert.equal(await page.source(), "%[Yes](reply:Y)");
    await page.write("");
    await page.content.pressSequentially(":::carousel{ra");
    await page.page.waitForSelector(".cm-tooltip-autocomplete");
    await page.page.waitForTimeout(200);
    await page.page.keyboard.press("Enter");
    assert.equal(await page.source(), ":::carousel{ratio=");
    // The list is no stop on the way out.
    await page.write("");
    await page.content.pressSequentially("%[Yes](");
    await page.page.waitForSelector(".cm-tooltip-autocomplete");
    await page.page.keyboard.press("Tab");
    assert.notEqual(await page.page.evaluate(() => document.activeElement.id), "editor");
});

test("a carousel is walked by keyboard", async (t) => {
    const page = await openPage(t);
    await page.page.getByRole("button", { name: "Book a table" }).focus();
    // Tab from the card before it, by its second button, arrives at the cards.
    await page.page.keyboard.press("Tab");
    await page.page.keyboard.press("Tab");
    const strip = page.thread.locator(".strip");
    assert.equal(await strip.evaluate((strip) => strip === document.activeElement), true);
    const shown = () =>
        strip.evaluate((strip) => {
            const box = strip.getBoundingClientRect();
            const within = ({ left, right }) => left >= box.left - 1 && right <= box.right + 1;
            return [...strip.children].filter((card) => within(card.getBoundingClientRect())).map((card) => card.querySelector("h3").textContent);
        });
    assert.deepEqual(await shown(), ["Margherita"]);
    assert.equal(await page.thread.getByRole("button", { name: "Previous card" }).isVisible(), false);
    await page.page.keyboard.press("ArrowRight");
    await page.page.waitForTimeout(700);
    assert.deepEqual(await shown(), ["Diavola"]);
    assert.match(await page.page.textContent("#status"), /^Card 2 of 3: Diavola$/);
    await page.page.keyboard.press("ArrowRight");
    await page.page.waitForTimeout(700);
    assert.deepEqual(await shown(), ["House salad"]);
    assert.equal(await page.thread.getByRole("button", { name: "Next card" }).isVisible(), false);
    // At the end there is nothing more.
    await page.page.keyboard.press("ArrowRight");
    await page.thread.getByRole("button", { name: "Previous card" }).click();
    await page.page.waitForTimeout(700);
    assert.deepEqual(await shown(), ["Diavola"]);
});

test("a carousel is walked by a swipe", async (t) => {
    const page = await openPage(t);
    const arrow = (name) => page.thread.getByRole("button", { name });
    await page.thread.locator(".strip").scrollIntoViewIfNeeded();
    await page.thread.locator(".strip").hover();
    await page.page.mouse.wheel(200, 0);
    await arrow("Previous card").waitFor();
    assert.match(await page.page.textContent("#status"), /^Card 2 of 3: Diavola$/);
    assert.equal(await arrow("Next card").isVisible(), true);
    await page.page.mouse.wheel(1000, 0);
    await arrow("Next card").waitFor({ state: "hidden" });
    assert.match(await page.page.textContent("#status"), /^Card 3 of 3: House salad$/);
    // An arrow goes on from where the swipe has ended.
    await arrow("Previous card").click();
    assert.match(await page.page.textContent("#status"), /^Card 2 of 3: Diavola$/);
});

test("a carousel of many cards stays within the thread, and its arrows off its buttons", async (t) => {
    for (const width of [1400, 360]) {
        const page = await openPage(t, { context: { viewport: { width, height: 900 } } });
        const cards = Array.from({ length: 10 }, (_, index) => `# Card ${index}\nText\n[Go](postback:GO)\n`);
        await page.write(`:::carousel\n${cards.join("")}:::`);
        await page.thread.getByRole("button", { name: "Next card" }).click();
        const boxes = (selector) =>
            page.thread.locator(selector).evaluateAll((all) => all.map((one) => one.getBoundingClientRect().toJSON()));
        const [entry] = await boxes("li:has(.carousel)");
        const buttons = await boxes(".strip .tap");
        for (const arrow of await boxes(".arrow")) {
            assert.ok(entry.left <= arrow.left && arrow.right <= entry.right, `${width} wide`);
            assert.ok(entry.top <= arrow.top && arrow.bottom <= entry.bottom);
            assert.ok(buttons.every((button) => arrow.bottom <= button.top));
        }
        assert.ok(entry.right <= width);
    }
});

test("the cursor's message is marked in the preview", async (t) => {
    const page = await openPage(t);
    await page.write("One\n---\nTwo\n---\nThree");
    assert.deepEqual(await page.texts(".current"), ["Three"]);
    await page.cursorBehind("Tw");
    assert.deepEqual(await page.texts(".current"), ["Two"]);
});

describe("the document stays", () => {
    test("a link restores it, with its options, in another browser", async (t) => {
        const page = await openPage(t, { context: { permissions: ["clipboard-read", "clipboard-write"] } });
        const source = "Grüße 👋🏽 %[Ja](reply:J) <script>alert(1)</script>\n---\nZwei";
        await page.write(source);
        await page.page.selectOption("#target", "messenger-2018");
        await page.page.selectOption("#overflow", "split");
        await page.page.getByRole("button", { name: "Copy link" }).click();
        await page.page.waitForSelector("#share:has-text('Copied')", { state: "visible" });
        const link = await page.page.evaluate(() => navigator.clipboard.readText());
        const other = await openPage(t, { fragment: new URL(link).hash });
        assert.equal(await other.source(), source);
        assert.equal(await other.page.inputValue("#target"), "messenger-2018");
        assert.equal(await other.page.inputValue("#overflow"), "split");
        // Another link in the same window.
        await page.write("Other");
        await page.page.evaluate((hash) => void (location.hash = hash), new URL(link).hash);
        await page.settled();
        assert.equal(await page.source(), source);
    });

    test("it is there again when the page is opened without a link", async (t) => {
        const page = await openPage(t);
        await page.write("Kept for later");
        await page.page.goto(page.page.url().split("#")[0].replace("/any/folder/", "/any/folder/?again"));
        await page.settled();
        assert.deepEqual(await page.texts(".bubble"), ["Kept for later"]);
    });

    test("what was typed last is there again, though nobody paused", async (t) => {
        const page = await openPage(t);
        await page.write("Kept");
        await page.page.evaluate(() => {
            const set = history.replaceState;
            window.addresses = 0;
            history.replaceState = (...given) => (window.addresses++, set.apply(history, given));
        });
        await page.page.keyboard.type(" and more", { delay: 40 });
        // Some browsers take no more than a hundred in half a minute.
        assert.ok((await page.page.evaluate(() => window.addresses)) <= 5);
        await page.page.reload();
        await page.settled();
        assert.equal(await page.source(), "Kept and more");
    });

    test("looking at somebody's link, or at an example, does not take the place of one's own", async (t) => {
        const page = await openPage(t);
        await page.write("Somebody's");
        const link = new URL(page.page.url()).hash;
        await page.write("My own");
        await page.page.goto(`${page.page.url().split("#")[0]}?linked${link}`);
        await page.settled();
        assert.equal(await page.source(), "Somebody's");
        await page.page.selectOption("#example", "A tour");
        await page.settled();
        await page.page.goto(page.page.url().split("?")[0]);
        await page.settled();
        assert.equal(await page.source(), "My own");
    });

    const fragmentOf = (json) => `#1${deflateRawSync(json).toString("base64url")}`;
    const refusal = (page) => page.page.getByRole("alert").filter({ hasText: /^This link is damaged or too long/ });

    test("a broken link is no link, and that is said", async (t) => {
        const broken = ["#1", "#1AAAA", "#1!!", `#1${"A".repeat(5000)}`, "#2x", "#%E0%A4%A"];
        for (const fragment of [...broken, ...["3", "null", "{}", '{"source":1}'].map(fragmentOf)]) {
            const page = await openPage(t, { fragment });
            assert.equal(await page.source(), example("tour"), fragment);
            assert.equal(await refusal(page).isVisible(), true, fragment);
            await page.write("Mine");
            assert.equal(await refusal(page).isVisible(), false);
        }
    });

    test("a link that unpacks to more than a document is refused", async (t) => {
        const fragment = fragmentOf(JSON.stringify({ source: "x".repeat(5 << 20) }));
        assert.ok(fragment.length < 10_000);
        const page = await openPage(t);
        await page.write("Mine");
        await page.page.evaluate((hash) => void (location.hash = hash), fragment);
        await refusal(page).waitFor();
        assert.deepEqual(await page.texts(".bubble"), ["Mine"]);
    });

    test("a link has no options but those that there are", async (t) => {
        const given = { source: "Hi", target: "messenger-1999", overflow: {}, merchantName: 5, toString: 1 };
        const page = await openPage(t, { fragment: fragmentOf(JSON.stringify(given)) });
        assert.deepEqual(await page.state(), { source: "Hi", ...TODAY, merchantName: "", checkoutUrl: "" });
    });
});

test("requests are copied, as JSON and as commands that a shell can run", async (t) => {
    const page = await openPage(t, { context: { permissions: ["clipboard-read", "clipboard-write"] } });
    const source = "::start{payload=GO}\n\nIt's $5 \"now\" `ls` \\ \u202e %[Yes](reply:it's)";
    await page.write(source);
    const copied = async (name) => {
        await page.page.getByRole("button", { name }).click();
        await page.page.waitForSelector(".output button:has-text('Copied')");
        return page.page.evaluate(() => navigator.clipboard.readText());
    };
    const { requests } = tapmark.compile(source, TODAY);
    const { profile } = tapmark.compileProfile(source, TODAY);
    const json = await copied("Copy JSON");
    assert.doesNotMatch(json, /\u202e/);
    assert.deepEqual(JSON.parse(json), { profile, requests });

    await page.page.waitForSelector("#copy:text-is('Copy JSON')");
    const script = await copied("Copy as curl");
    // A shell runs it; what would be sent is printed.
    const fake = `curl() { printf '%s\\n' "$1" "$5"; }\nPSID=42 PAGE_ACCESS_TOKEN=secret\n${script}`;
    const printed = execFileSync("bash", ["-euc", fake], { encoding: "utf8" }).trim().split("\n");
    assert.equal(printed[0], "https://graph.facebook.com/me/messenger_profile?access_token=secret");
    assert.deepEqual(JSON.parse(printed[1]), profile);
    assert.equal(printed[2], "https://graph.facebook.com/me/messages?access_token=secret");
    assert.deepEqual(JSON.parse(printed[3]), { recipient: { id: "42" }, ...requests[0] });
    assert.equal(printed.length, 4);
});

test("every example compiles; only the one of mistakes has errors", async (t) => {
    const page = await openPage(t);
    const names = await page.page.locator("#example option").allTextContents();
    for (const name of names.slice(1)) {
        await page.page.selectOption("#example", name);
        await page.settled();
        const tally = await page.page.textContent("#tally");
        const errors = /error/.test(tally);
        assert.ok(tally === "None" || !/tour|Before/.test(name), `${name}: ${tally}`);
        assert.equal(errors, name === "Mistakes to mend", name);
        assert.equal(await page.page.inputValue("#example"), name);
        assert.equal(await page.page.locator("#thread .frame").count(), 0, `${name} has a picture that the page lacks`);
    }
    assert.equal(names.length, 7);
});

test("what is shown before the first message", async (t) => {
    const page = await openPage(t);
    await page.page.selectOption("#example", "Before the first message");
    await page.settled();
    assert.deepEqual(await page.texts(".greeting"), ["Hi {{user_first_name}}! Hungry?", "fr_FRSalut {{user_first_name}} ! Tu as faim ?"]);
    await page.thread.getByRole("button", { name: "Where are you?" }).click();
    assert.match(await page.thread.locator(".outcome").textContent(), /WHERE$/);
    await page.thread.locator("summary").click();
    await page.thread.getByRole("button", { name: "Order" }).click();
    assert.match(await page.thread.locator(".menu .outcome").textContent(), /ORDER$/);
    await page.page.selectOption("#target", "messenger-2018");
    await page.write("::start{payload=GO}\n:::menu\n- [A](postback:A)\n- [B](postback:B)\n- [C](postback:C)\n- [D](postback:D)\n:::");
    assert.deepEqual(await page.texts(".profile .menu .tap"), ["A", "B", "C"]);
    assert.deepEqual(await page.texts("li:has(.profile) .mark s"), ["- [D](postback:D)"]);
});

test("what was cut in the profile is marked where it was", async (t) => {
    const page = await openPage(t);
    const [long, label] = ["long ".repeat(40), "A label that is longer than any menu takes"];
    await page.write(`::start{payload=GO}\n::greeting[${long}]\n:::menu\n- [A](postback:A)\n- [${label}](postback:B)\n:::`);
    assert.equal(await page.thread.locator(".greeting + .mark").count(), 1);
    assert.equal(await page.thread.locator(".menu li:nth-child(2) .mark").count(), 1);
    assert.equal(await page.thread.locator(".mark").count(), 2);
});

test("options that are refused are named, and left out", async (t) => {
    const page = await openPage(t);
    await page.write("$[Buy](9.99)");
    assert.equal(await page.page.textContent("#tally"), "1 error");
    await page.page.getByText("More options").click();
    await page.page.getByLabel("Checkout page").fill("not a page");
    await page.settled();
    assert.match(await page.page.textContent("#refused"), /^options\.checkoutUrl/);
    await page.page.getByLabel("Checkout page").fill("https://shop.example/pay?amount={amount}");
    await page.settled();
    assert.equal(await page.page.textContent("#refused"), "");
    assert.equal((await page.requests())[0].message.attachment.payload.buttons[0].url, "https://shop.example/pay?amount=9.99");
});

test("2,000 lines keep typing fluid", async (t) => {
    const page = await openPage(t);
    const message = "Our number [N] is [here](https://a.example/N) %[Yes](reply:N) %[No](postback:N)\n---\n";
    const source = Array.from({ length: 1000 }, (_, i) => message.replaceAll("N", `${i}`)).join("");
    await page.write(source);
    assert.equal((await page.requests()).length, 1000);
    await page.cursorBehind("Our number");
    // What is not about the line that changes stays: no entry but one is made anew.
    await page.page.evaluate(() => {
        for (const entry of document.querySelectorAll("#thread > ol > li")) {
            entry.marked = true;
        }
    });
    const times = [];
    for (const letter of "abcdefghijklmnopqrst") {
        times.push(
            await page.page.evaluate(async (letter) => {
                const begin = performance.now();
                document.querySelector("#editor").shadowRoot.querySelector(".cm-content").focus();
                document.execCommand("insertText", false, letter);
                await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
                return performance.now() - begin;
            }, letter),
        );
    }
    assert.match((await page.texts("li:not([hidden]) .card > p"))[0], /^Our numberabcdefghijklmnopqrst/);
    const fresh = await page.page.locator("#thread > ol > li").evaluateAll((all) => all.filter((entry) => !entry.marked).length);
    assert.equal(fresh, 1);
    const median = times.toSorted((a, b) => a - b)[times.length >> 1];
    console.log(`a letter takes ${median.toFixed(0)} ms to the next frame, in 2,000 lines`);
    // Far from what it takes, so that a busy machine does not fail; it is for what grows with the square.
    assert.ok(median < 500, `${median} ms`);
});

test("the editor is left with Tab", async (t) => {
    const page = await openPage(t);
    await page.content.focus();
    await page.page.keyboard.press("Tab");
    assert.equal(await page.page.evaluate(() => document.activeElement.id), "thread");
    assert.equal(await page.source(), example("tour"));
});
