// The types: a program that uses all of them compiles under `strict`, and runs over all fixtures.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import * as fs from "node:fs";
import path from "node:path";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";

const here = path.dirname(fileURLToPath(import.meta.url));
const web = path.dirname(here);
const tsc = path.join(web, "node_modules/typescript/bin/tsc");
// Inside the package, which the program imports by its name.
const output = fs.mkdtempSync(path.join(web, "dist/types-test-"));
after(() => fs.rmSync(output, { recursive: true, force: true }));

function run(...args) {
    try {
        return execFileSync(process.execPath, args, { cwd: web, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
    } catch (error) {
        throw new Error(`${args[0]}\n${error.stdout}${error.stderr}`);
    }
}

test("the program compiles, and runs over all fixtures", () => {
    const project = ["--project", path.join(here, "types")];
    // A property that may be left out is read the same way with this, but written otherwise.
    run(tsc, ...project, "--noEmit", "--exactOptionalPropertyTypes", "false");
    run(tsc, ...project, "--outDir", output);
    const fixtures = fs.readdirSync(path.join(web, "../fixtures"), { recursive: true });
    const files = fixtures.filter((file) => file.endsWith(".tapmark")).map((file) => path.join(web, "../fixtures", file));
    assert.ok(files.length > 100);
    const printed = run(path.join(output, "program.js"), ...files);
    assert.match(printed, /^messenger-2018 .*\nmessenger-2026 /);
});

test("the authoring page compiles under strict", () => run(tsc, "--project", path.join(web, "page")));
