// What the build does on machines other than this one: programs that only note how they are called
// stand in for the toolchains.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import * as fs from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";

const web = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const folder = fs.mkdtempSync(path.join(tmpdir(), "tapmark-build-"));
const log = path.join(folder, "log");
after(() => fs.rmSync(folder, { recursive: true, force: true }));

/** Puts a shell script in the folder that takes the place of the PATH. */
function stand(name, script) {
    fs.writeFileSync(path.join(folder, name), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
}

/** Runs the build with these programs only; nothing of dist/ is touched before one of them compiles. */
function build() {
    const env = { PATH: folder, HOME: folder, RUSTFLAGS: "-D warnings" };
    return spawnSync(process.execPath, ["build.mjs"], { cwd: web, env, encoding: "utf8" });
}

test("without any toolchain it says what to install, and leaves with 2", () => {
    const { status, stdout, stderr } = build();
    assert.equal(stdout, "");
    assert.match(stderr, /rustup target add wasm32-unknown-unknown/);
    assert.match(stderr, /apt-get install .*rustc-web cargo-web rust-web-src/);
    assert.equal(status, 2);
});

test("the ordinary target is used where it is installed", () => {
    fs.mkdirSync(path.join(folder, "sysroot/lib/rustlib/wasm32-unknown-unknown"), { recursive: true });
    stand("rustc", `echo "${folder}/sysroot"`);
    stand(
        "cargo",
        `echo "$@" >> ${log}
        echo "bootstrap=$RUSTC_BOOTSTRAP level=$CARGO_PROFILE_RELEASE_OPT_LEVEL" >> ${log}
        case "$1" in metadata) echo '{"target_directory":"${folder}/target"}';; *) echo "it broke" >&2; exit 101;; esac`,
    );
    const { status, stdout, stderr } = build();
    assert.equal(stdout, `wasm32 by the target of ${folder}/sysroot\n`);
    // What a step printed is shown when it fails, and no step follows.
    assert.match(stderr, /^cargo build .*\nit broke\n$/);
    assert.equal(status, 1);
    const noted = fs.readFileSync(log, "utf8");
    assert.match(noted, /^build --locked --release .*--target wasm32-unknown-unknown --target-dir .*\/target\/web$/m);
    assert.match(noted, /^bootstrap= level=[sz23]$/m);
    assert.doesNotMatch(noted, / -Z/);
});
