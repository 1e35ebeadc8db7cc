// The authoring page as `npm run page` serves it: from its sources, under the same policy.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import * as fs from "node:fs";
import net from "node:net";
import { test } from "node:test";
import { setTimeout } from "node:timers/promises";
import { fileURLToPath } from "node:url";

import { complaintsOf, launch } from "./browser.mjs";

const web = fileURLToPath(new URL("..", import.meta.url));

async function freePort() {
    const server = net.createServer().listen(0, "127.0.0.1");
    await new Promise((resolve) => server.once("listening", resolve));
    const { port } = server.address();
    await new Promise((resolve) => server.close(resolve));
    return port;
}

/** Starts what `npm run page` runs after the build. Without a shell between, it is the server that is killed. */
async function serveSources(t) {
    const { scripts } = JSON.parse(fs.readFileSync(`${web}/package.json`, "utf8"));
    const [program, ...given] = scripts.page.split(" && ").at(-1).split(" ");
    const port = await freePort();
    const options = ["--host", "127.0.0.1", "--port", `${port}`, "--strictPort"];
    const child = spawn(`${web}/node_modules/.bin/${program}`, [...given, ...options], { cwd: web, stdio: "pipe" });
    const ended = new Promise((resolve) => child.once("exit", resolve));
    const kill = () => child.kill("SIGKILL");
    process.once("exit", kill);
    t.after(async () => {
        kill();
        await ended;
        process.off("exit", kill);
    });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) {
        stream.on("data", (text) => (output += text));
    }
    const address = `http://127.0.0.1:${port}/`;
    // It is asked, not read: what a server prints has colours in some places, CI among them.
    while (!(await fetch(address).then((answer) => answer.ok, () => false))) {
        assert.equal(child.exitCode ?? child.signalCode, null, `it has ended: ${output}`);
        await setTimeout(100);
    }
    return address;
}

test("the page works as it is served from its sources", { timeout: 120_000 }, async (t) => {
    const address = await serveSources(t);
    const browser = await launch();
    t.after(() => browser.close());
    const page = await browser.newPage();
    const complaints = complaintsOf(page);
    await page.goto(address);
    await page.waitForSelector('main[aria-busy="false"]', { timeout: 60_000 });
    assert.ok((await page.locator("#messages .bubble").count()) > 0);
    await page.locator(".cm-content").focus();
    await page.keyboard.press("Control+a");
    await page.keyboard.insertText("Served");
    await page.locator("#messages .bubble p:text-is('Served')").waitFor();
    assert.deepEqual(complaints, []);
});
