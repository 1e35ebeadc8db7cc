// The README's programs run, and print what stands below them. `UPDATE_README=1 npm test` writes what
// they print; read the difference. Its page is tested in package.test.mjs.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import * as fs from "node:fs";
import path from "node:path";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";

import * as tapmark from "tapmark";

const web = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const file = path.join(web, "README.md");
const readme = fs.readFileSync(file, "utf8");
const tsc = path.join(web, "node_modules/typescript/bin/tsc");
// Inside the package, which the programs import by its name.
const folder = fs.mkdtempSync(path.join(web, "dist/readme-test-"));
after(() => fs.rmSync(folder, { recursive: true, force: true }));

function run(...args) {
    try {
        return execFileSync(process.execPath, args, { cwd: folder, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
    } catch (error) {
        throw new Error(`${error.stdout}${error.stderr}`);
    }
}

test("JavaScript prints what the README says", () => {
    let programs = 0;
    const real = readme.replace(/```js\n(.*?)```\n\n```text\n(.*?)```/gs, (_, program) => {
        programs += 1;
        fs.writeFileSync(path.join(folder, "program.mjs"), program);
        return `\`\`\`js\n${program}\`\`\`\n\n\`\`\`text\n${run("program.mjs")}\`\`\``;
    });
    assert.equal(programs, readme.match(/```js\n/g).length);
    if (process.env.UPDATE_README) {
        fs.writeFileSync(file, real);
    } else {
        assert.equal(readme, real);
    }
});

test("TypeScript compiles under strict", () => {
    const programs = [...readme.matchAll(/```ts\n(.*?)```/gs)].map(([, program]) => program);
    assert.equal(programs.length, 1);
    fs.writeFileSync(path.join(folder, "program.mts"), programs[0]);
    const compilerOptions = { module: "nodenext", target: "es2022", lib: ["es2022"], types: [], strict: true, noUncheckedIndexedAccess: true };
    fs.writeFileSync(path.join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions, files: ["program.mts"] }));
    run(tsc, "--project", folder);
    run("program.mjs");
});

test("every function stands in its table, and every option that there is", async () => {
    for (const name of Object.keys(tapmark)) {
        assert.match(readme, new RegExp(`^\\|.*\`${name}\\(`, "m"), name);
    }
    await tapmark.init();
    const rows = readme.split("| option | |")[1].split("\n\n")[0].split("\n").slice(2);
    const described = rows.flatMap((row) => row.split("|")[1].match(/\w+/g)).sort();
    const types = fs.readFileSync(path.join(web, "js/types.ts"), "utf8");
    const declared = /export type Options = \{(.*?)\n\};/s.exec(types)[1].replace(/\/\*.*?\*\//gs, "");
    assert.deepEqual(described, [...declared.matchAll(/(\w+)\?:/g)].map(([, name]) => name).sort());
});
