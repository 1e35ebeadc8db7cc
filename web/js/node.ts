/** The package in Node: the same, but `init` reads the file. */

import { readFile } from "node:fs/promises";
import { type InitInput, load } from "./load.js";

export * from "./api.js";

/** As in index.ts, whose declaration stands for both. */
export function init(input?: InitInput | Promise<InitInput>): Promise<void> {
    return load(async () => {
        const found = (await input) ?? new URL("./tapmark_bg.wasm", import.meta.url);
        // `fetch` takes no file URLs here.
        const file = (typeof found === "string" || found instanceof URL) && String(found);
        return file && file.startsWith("file:") ? readFile(new URL(file)) : found;
    });
}
