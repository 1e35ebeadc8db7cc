// The authoring page in a browser: built once for a file of tests, served from a folder that is not
// the server's root, each test with a browser profile of its own.

import assert from "node:assert/strict";
import * as fs from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before } from "node:test";
import { fileURLToPath } from "node:url";

import * as tapmark from "tapmark";
import { build } from "vite";

import { complaintsOf, launch, serve } from "./browser.mjs";

const root = fileURLToPath(new URL("../page", import.meta.url));
const BELOW = "/any/folder/";

let browser;
let server;
const outDir = fs.mkdtempSync(path.join(tmpdir(), "tapmark-page-"));

before(async () => {
    await tapmark.init();
    await build({ root, logLevel: "error", build: { outDir } });
    server = await serve(outDir, BELOW);
    browser = await launch();
});

after(async () => {
    await browser?.close();
    server?.close();
    fs.rmSync(outDir, { recursive: true, force: true });
});

/** An example of the page. */
export function example(name) {
    return fs.readFileSync(path.join(root, `examples/${name}.tapmark`), "utf8");
}

/**
 * Opens the page in a fresh profile. When the test is over, the page must not have complained, and
 * nothing must have left it.
 */
export async function openPage(t, { fragment = "", context: settings = {}, abroad = [] } = {}) {
    const context = await browser.newContext({ viewport: { width: 1400, height: 1000 }, ...settings });
    const page = await context.newPage();
    page.setDefaultTimeout(20_000);
    const complaints = complaintsOf(page);
    const requested = [];
    await context.route(/.*/, (route) => {
        const { href, origin } = new URL(route.request().url());
        if (origin === server.origin) {
            return route.continue();
        }
        requested.push(href);
        return route.abort();
    });
    t.after(async () => {
        await context.close();
        // What was stopped on its way out is counted below.
        assert.deepEqual(complaints.filter((text) => !/ERR_FAILED/.test(text)), []);
        assert.deepEqual([...new Set(requested)], abroad);
    });
    await page.goto(`${server.origin}${BELOW}${fragment}`);
    const opened = new Page(page, complaints);
    await opened.settled();
    return opened;
}

/** What a person does with the page, and sees there. */
class Page {
    constructor(page, complaints) {
        this.page = page;
        /** Forgets what the page has complained of: it was to. */
        this.complained = () => void assert.ok(complaints.splice(0).length > 0);
        this.thread = page.locator("#thread");
        this.content = page.locator(".cm-content");
    }

    /** Pastes a source in the place of what is there. */
    async write(source) {
        await this.content.focus();
        await this.page.keyboard.press("Control+a");
        await this.page.keyboard.press("Delete");
        await this.paste(source);
    }

    /** Pastes a text where the cursor is. */
    async paste(text) {
        await this.content.evaluate((content, text) => {
            const clipboardData = new DataTransfer();
            clipboardData.setData("text/plain", text);
            content.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
        }, text);
        await this.settled();
    }

    /** The source, read from the link to it rather than from the lines on the screen. */
    async source() {
        await this.settled();
        return (await this.state()).source;
    }

    async state() {
        return this.page.evaluate(async () => {
            const packed = location.hash.slice(2).replaceAll("-", "+").replaceAll("_", "/");
            const bytes = Uint8Array.from(atob(packed), (c) => c.charCodeAt(0));
            const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
            return new Response(stream).json();
        });
    }

    /** Waits until what is shown after typing has been shown. */
    async settled() {
        await this.page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))));
        await this.page.waitForSelector('main[aria-busy="false"]');
    }

    /** The requests, as the page shows them. */
    async requests() {
        await this.settled();
        return (await this.page.locator("#output pre").allTextContents()).map((text) => JSON.parse(text));
    }

    texts(selector) {
        return this.thread.locator(selector).allTextContents();
    }

    /** Puts the cursor behind the first place of a text, by the arrow keys from its line's beginning. */
    async cursorBehind(text) {
        const lines = ((await this.source()).split(text)[0] + text).split("\n");
        await this.content.focus();
        await this.page.keyboard.press("Control+Home");
        for (let i = 1; i < lines.length; i++) {
            await this.page.keyboard.press("End");
            await this.page.keyboard.press("ArrowRight");
        }
        for (let i = 0; i < lines.at(-1).length; i++) {
            await this.page.keyboard.press("ArrowRight");
        }
        await this.settled();
    }
}
