// The package as it is published: packed, installed in an empty folder, used from there.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import * as fs from "node:fs";
import { homedir, tmpdir } from "node:os";
import path from "node:path";
import { after, before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";

import { withBound } from "./bound.mjs";
import { complaintsOf, launch, serve } from "./browser.mjs";

const web = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const tsc = path.join(web, "node_modules/typescript/bin/tsc");
const folder = fs.mkdtempSync(path.join(tmpdir(), "tapmark-"));
const installed = path.join(folder, "node_modules/tapmark");

const SOURCE = "🍕 Rate it: %[Great](reply:5) %[Poor](replay:1)";

/** Runs a program in the folder; what it printed. */
function run(program, ...args) {
    try {
        return execFileSync(program, args, { cwd: folder, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
    } catch (error) {
        throw new Error(`${program} ${args.join(" ")}\n${error.stdout}${error.stderr}`);
    }
}

function write(name, text) {
    fs.writeFileSync(path.join(folder, name), text);
}

let listed;

before(() => {
    const npm = (...args) => execFileSync("npm", args, { cwd: web, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
    const [packed] = JSON.parse(npm("pack", "--json", "--ignore-scripts", "--pack-destination", folder));
    listed = packed.files.map((file) => file.path);
    write("package.json", '{ "private": true }');
    run("npm", "install", "--offline", "--no-audit", "--no-fund", `./${packed.filename}`);
});

after(() => fs.rmSync(folder, { recursive: true, force: true }));

test("it holds what is needed, and nothing else", () => {
    const expected = /^(package\.json|README\.md|LICENSE-(MIT|APACHE)|dist\/[a-z]+\.(js|d\.ts)|dist\/tapmark_bg\.wasm)$/;
    assert.deepEqual(listed.filter((file) => !expected.test(file)), []);
    for (const file of ["README.md", "LICENSE-MIT", "LICENSE-APACHE", "dist/index.js", "dist/node.js", "dist/index.d.ts"]) {
        assert.ok(listed.includes(file), file);
    }
    // Nothing comes with it, and nothing runs when it is installed.
    assert.deepEqual(fs.readdirSync(path.join(folder, "node_modules")).filter((name) => name[0] !== "."), ["tapmark"]);
    const { dependencies, scripts } = JSON.parse(fs.readFileSync(path.join(installed, "package.json"), "utf8"));
    assert.equal(dependencies, undefined);
    assert.deepEqual(Object.keys(scripts).filter((name) => /install/.test(name)), []);
});

test("it names no folder of the machine that built it", () => {
    for (const file of listed) {
        const text = fs.readFileSync(path.join(installed, file), "latin1");
        for (const place of [web, homedir() + path.sep, tmpdir() + path.sep, ".rustup"]) {
            assert.ok(!text.includes(place), `${file}: ${place}`);
        }
    }
});

test("from ESM", () => {
    write(
        "use.mjs",
        `import * as tapmark from "tapmark";
        const before = Object.getOwnPropertyNames(globalThis).length;
        await tapmark.init();
        const { requests, diagnostics } = tapmark.compile(${JSON.stringify(SOURCE)});
        console.log(JSON.stringify([requests, diagnostics.map((one) => one.code), Object.getOwnPropertyNames(globalThis).length - before]));`,
    );
    const [requests, codes, left] = JSON.parse(run(process.execPath, "use.mjs"));
    assert.equal(requests[0].message.quick_replies[0].title, "Great");
    assert.deepEqual(codes, ["misspelt-target"]);
    assert.equal(left, 0);
});

test("importing it does nothing", () => {
    write(
        "import.mjs",
        `const refuse = () => { throw new Error("at work"); };
        for (const name of ["instantiate", "instantiateStreaming", "compile", "compileStreaming"]) WebAssembly[name] = refuse;
        WebAssembly.Module = WebAssembly.Instance = globalThis.fetch = refuse;
        await import("tapmark");`,
    );
    run(process.execPath, "import.mjs");
});

test("init takes what a module may come as", () => {
    write(
        "init.mjs",
        `import { readFile } from "node:fs/promises";
        const file = new URL(import.meta.resolve("tapmark/tapmark_bg.wasm"));
        const bytes = await readFile(file);
        const answer = () => new Response(bytes, { headers: { "content-type": "application/wasm" } });
        const inputs = [undefined, file, file.href, bytes, bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length),
            new WebAssembly.Module(bytes), answer(), Promise.resolve(answer()), Promise.resolve(file),
            new URL("data:application/wasm;base64," + bytes.toString("base64")),
            new DataView(new Uint8Array([1, 2, 3, ...bytes, 4]).buffer, 3, bytes.length)];
        // Both entries; each time anew.
        for (const [i, input] of inputs.entries()) {
            if (i === Number(process.argv[2])) {
                const { init, compileToJson } = await import(process.argv[3] === "node" ? "tapmark" : new URL("index.js", file));
                await init(input);
                console.log(compileToJson("Hi"));
            }
        }
        console.log(inputs.length);`,
    );
    const expected = '{"requests":[{"messaging_type":"RESPONSE","message":{"text":"Hi"}}],"diagnostics":[]}\n11\n';
    for (let i = 0; i < 11; i++) {
        assert.equal(run(process.execPath, "init.mjs", `${i}`, "node"), expected, `node, input ${i}`);
        // Where nothing reads files, there are no file URLs: the others hold there, too.
        if (![0, 1, 2, 8].includes(i)) {
            assert.equal(run(process.execPath, "init.mjs", `${i}`, "browser"), expected, `browser, input ${i}`);
        }
    }
});

describe("from TypeScript", () => {
    const program = (init) => `
        import { compile, init, type Compilation, type Diagnostic, type InitInput, type Options } from "tapmark";
        const input: InitInput = ${init};
        await init(input);
        const options: Options = { target: "messenger-2026", overflow: "split" };
        const compilation: Compilation = compile(${JSON.stringify(SOURCE)}, options);
        const told: Diagnostic[] = compilation.diagnostics;
        export const codes: string[] = told.map((one) => one.code);
        // @ts-expect-error: there is no such option
        compile("", { tone: "warm" });
        // @ts-expect-error: not a source
        compile(5);
    `;
    const SETTINGS = [
        ["nodenext", "nodenext", ["es2022"], 'new ArrayBuffer(8)'],
        ["nodenext", "nodenext", ["es2022", "dom"], 'new URL("https://cdn.example/tapmark_bg.wasm")'],
        ["esnext", "bundler", ["es2022", "dom"], 'await fetch("tapmark_bg.wasm")'],
        ["esnext", "bundler", ["es2022"], 'new Uint8Array(8)'],
    ];
    for (const [module, moduleResolution, lib, init] of SETTINGS) {
        test(`${moduleResolution} with ${lib.join(" and ")}`, () => {
            write("use.mts", program(init));
            const compilerOptions = {
                module, moduleResolution, lib, target: "es2022", types: [],
                strict: true, exactOptionalPropertyTypes: true, skipLibCheck: false, noEmit: true,
            };
            write("tsconfig.json", JSON.stringify({ compilerOptions, files: ["use.mts"] }));
            run(process.execPath, tsc);
        });
    }
});

describe("in a browser", { timeout: 120_000 }, () => {
    const PAGE = `<!doctype html><title>Tapmark</title>
        <script type="importmap">{ "imports": { "tapmark": "/node_modules/tapmark/dist/index.js" } }</script>
        <script type="module">
            import * as tapmark from "tapmark";
            window.tapmark = tapmark;
            window.ready = INIT;
        </script>`;
    let browser;
    let server;
    let origin;

    before(async () => {
        const readme = fs.readFileSync(path.join(installed, "README.md"), "utf8");
        write("readme.html", /```html\n(.*?)```/s.exec(readme)[1]);
        write("index.html", PAGE.replace("INIT", "tapmark.init()"));
        write("later.html", PAGE.replace("INIT", "true"));
        server = await serve(folder);
        origin = server.origin;
        browser = await launch();
    });

    after(async () => {
        await browser?.close();
        server?.close();
    });

    /** Opens the page, and fails on anything that it complains of. */
    async function open(t, name) {
        const page = await browser.newPage();
        page.setDefaultTimeout(20_000);
        const complaints = complaintsOf(page);
        t.after(() => page.close());
        await page.goto(`${origin}/${name}`);
        return { page, complaints };
    }

    test("a plain page", async (t) => {
        const { page, complaints } = await open(t, "index.html");
        const [json, codes, slice, refusal] = await page.evaluate(async (source) => {
            await window.ready;
            const { compile, compileToJson } = window.tapmark;
            const { diagnostics } = compile(source);
            let refusal;
            try {
                compile(undefined);
            } catch (error) {
                refusal = `${error instanceof TypeError} ${error.message}`;
            }
            const { start, end } = diagnostics[0].span;
            return [compileToJson(source), diagnostics.map((one) => one.code), source.slice(start, end), refusal];
        }, SOURCE);
        const tapmark = await import("tapmark");
        await tapmark.init();
        assert.equal(json, tapmark.compileToJson(SOURCE));
        assert.deepEqual(codes, ["misspelt-target"]);
        assert.equal(slice, "replay");
        assert.equal(refusal, "true source must be a string, not undefined");
        // The favicon is none of its business.
        assert.deepEqual(complaints.filter((text) => !/favicon|404/.test(text)), []);
    });

    test("a source that is too large, and the next one", async (t) => {
        const { page } = await open(t, "later.html");
        fs.writeFileSync(path.join(folder, "bounded.wasm"), withBound(fs.readFileSync(path.join(installed, "dist/tapmark_bg.wasm")), 80));
        const [refusal, text] = await page.evaluate(async () => {
            const { compile, init } = window.tapmark;
            await init("/bounded.wasm");
            let refusal;
            try {
                compile("%[]() ".repeat(1e6));
            } catch (error) {
                refusal = `${error.name}: ${error.message} (${error.cause.name})`;
            }
            return [refusal, compile("Hi").requests[0].message.text];
        });
        assert.match(refusal, /^Error: compile\(source\): too large .* ready for the next call \(RuntimeError\)$/);
        assert.equal(text, "Hi");
    });

    test("the README's page", async (t) => {
        const { page, complaints } = await open(t, "readme.html");
        await page.waitForSelector("pre:not(:empty)");
        const [request] = JSON.parse(await page.textContent("pre"));
        assert.equal(request.message.text, "Well? 🍕");
        assert.deepEqual(request.message.quick_replies, [{ content_type: "text", title: "Yes", payload: "Y" }]);
        assert.deepEqual(complaints.filter((text) => !/favicon|404/.test(text)), []);
    });

    test("a worker, given the module", async (t) => {
        const { page } = await open(t, "later.html");
        const text = await page.evaluate(async () => {
            const module = await WebAssembly.compileStreaming(fetch("/node_modules/tapmark/dist/tapmark_bg.wasm"));
            const address = new URL("/node_modules/tapmark/dist/index.js", location.href);
            const script = `onmessage = async ({ data }) => {
                try {
                    const { init, compile } = await import("${address}");
                    await init(data);
                    postMessage(compile("Hi").requests[0].message.text);
                } catch (error) {
                    postMessage(String(error));
                }
            };`;
            const worker = new Worker(URL.createObjectURL(new Blob([script], { type: "text/javascript" })), { type: "module" });
            return new Promise((resolve, reject) => {
                worker.onmessage = ({ data }) => resolve(data);
                worker.onerror = (event) => reject(new Error(event.message));
                worker.postMessage(module);
            });
        });
        assert.equal(text, "Hi");
    });

    test("a server without the file, and one that gives it another type", async (t) => {
        const { page } = await open(t, "later.html");
        const [refusal, text] = await page.evaluate(async () => {
            const { compile, init } = window.tapmark;
            const refusal = await init("/missing.wasm").catch((error) => `${error.name}: ${error.message}`);
            await init("/node_modules/tapmark/dist/tapmark_bg.wasm?untyped");
            return [refusal, compile("Hi").requests[0].message.text];
        });
        assert.match(refusal, /^Error: .*404/);
        assert.equal(text, "Hi");
    });
});
