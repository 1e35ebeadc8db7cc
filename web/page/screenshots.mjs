// Draws the screenshots of the READMEs anew: `npm run page:screenshots`, after a build. Look at them
// before they are committed; emoji need a font (Debian: fonts-noto-color-emoji).

import * as fs from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";

import { build } from "vite";

import { launch, serve } from "../test/browser.mjs";

const root = fileURLToPath(new URL(".", import.meta.url));
const WIDE = { width: 1280, height: 860 };
const NARROW = { width: 390, height: 844 };

/** The main states: what is chosen, and where the eye is. */
const SHOTS = [
    ["tour-light", WIDE, "light", "A tour"],
    ["limits-light", WIDE, "light", "More than fits"],
    ["mistakes-dark", WIDE, "dark", "Mistakes to mend"],
    ["tour-narrow-light", NARROW, "light", "A tour"],
    ["preview-narrow-dark", NARROW, "dark", "More than fits", ".preview"],
];

const outDir = fs.mkdtempSync(path.join(tmpdir(), "tapmark-page-"));
await build({ root, logLevel: "error", build: { outDir } });
const server = await serve(outDir);
const browser = await launch();
try {
    for (const [name, viewport, colorScheme, example, eye] of SHOTS) {
        const page = await browser.newPage({ viewport, colorScheme, reducedMotion: "reduce" });
        await page.goto(server.origin);
        await page.selectOption("#example", example);
        await page.waitForTimeout(500);
        await page.waitForSelector('main[aria-busy="false"]');
        if (eye !== undefined) {
            await page.locator(eye).evaluate((element) => element.scrollIntoView({ block: "start" }));
            // What was off the screen is drawn with a later frame.
            await page.waitForTimeout(300);
        }
        await page.screenshot({ path: path.join(root, `screenshots/${name}.png`) });
        await page.close();
    }
} finally {
    await browser.close();
    server.close();
    fs.rmSync(outDir, { recursive: true, force: true });
}
