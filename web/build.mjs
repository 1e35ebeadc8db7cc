// Builds the package into dist/: `npm run build`. `npm run size` measures what is there, and fails
// when it is over its limit. Nothing is downloaded: what is missing is said, with exit code 2.

import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import * as fs from "node:fs";
import { homedir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

/** The most that the module is to weigh, gzipped, with everything that the package does. */
const GOAL = 80_000;

/** What it may weigh until then. It goes down with each step towards the goal, and never up. */
const LIMIT = 148_400;

/** What `cargo build --release` is told about this module alone. */
const PROFILE = { OPT_LEVEL: "2", LTO: "fat", CODEGEN_UNITS: "1", PANIC: "abort" };

/**
 * What level 2 leaves out here, because it writes code more than once. A function is inlined only where
 * that takes hardly more than its call (`--inline-threshold=10`), and one that is marked `#[inline]`
 * where it takes little more. In kilobytes, gzipped; `compileToJson` stays between 0.77 and 0.81 of its
 * baseline (`npm run bench`):
 *
 * | | KB |
 * |---|---|
 * | level 2 with these thresholds of inlining | 155.6 |
 * | loops are not vectorised | 154.7 |
 * | nor unrolled, unless what comes of it is small | 152.5 |
 * | nor rotated | 151.2 |
 * | nothing is computed early that some way does without | 150.7 |
 * | no loop has counters beyond those it was written with | 149.4 |
 *
 * Without any unrolling `compileToJson` takes a tenth more time, for 0.3 KB.
 */
const FRUGAL = [
    "-Cno-vectorize-loops",
    "-Cno-vectorize-slp",
    "-Cllvm-args=--unroll-runtime=false",
    "-Cllvm-args=--unroll-threshold=40",
    "-Cllvm-args=--rotation-max-header-size=0",
    "-Cllvm-args=--enable-pre=false",
    "-Cllvm-args=--enable-load-pre=false",
    "-Cllvm-args=--disable-lsr",
    "-Cllvm-args=--inline-threshold=10",
    "-Cllvm-args=--inlinehint-threshold=25",
].join(" ");

/** Bytes are searched sixteen at a time, which takes more code and time where there is no SIMD. */
const SIMD = "-Ctarget-feature=+simd128";

/**
 * The features that Node 20 and the browsers of its time have. With `--all-features` wasm-opt makes
 * modules that Node 20 refuses.
 */
const FEATURES = [
    "--enable-bulk-memory",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-reference-types",
    "--enable-multivalue",
    "--enable-simd",
];

/**
 * What wasm-opt is told. Each takes something off the gzipped module: 7 KB that a function with one
 * caller stays apart when it is large, 1 KB flattening and looking anew for loops, half a KB that functions of
 * one module, which are alike, stand together, 1 KB that the lowest
 * 1024 addresses hold nothing. They are the far end of the stack, which rustc has the linker put
 * before all else: what gets there is about to run out of stack, and to trap, in any case.
 */
const OPTIMISE = [
    "--low-memory-unused",
    "--flatten",
    "--rereloop",
    "-Oz",
    "-Oz",
    "--one-caller-inline-max-function-size=20",
    "--reorder-functions-by-name",
    "--strip-debug",
    "--strip-producers",
    "--strip-target-features",
];

/** The minor version of Debian's rustc: the first one that knows `panic=immediate-abort`. */
const OLDEST = 92;

const TRIPLE = "wasm32-unknown-unknown";
const here = path.dirname(fileURLToPath(import.meta.url));
const root = path.dirname(here);
const dist = path.join(here, "dist");
const wasm = path.join(dist, "tapmark_bg.wasm");

/** The output of a program, without the newline at its end; null when it fails or is missing. */
function ask(program, ...args) {
    try {
        const stdio = ["ignore", "pipe", "ignore"];
        return execFileSync(program, args, { cwd: here, stdio, encoding: "utf8" }).trimEnd();
    } catch {
        return null;
    }
}

/** Runs a program; what it printed is shown only when it fails, and then the build ends. */
function run(program, args, environment = {}) {
    const stdio = ["ignore", "pipe", "pipe"];
    const env = { ...process.env, ...environment };
    try {
        execFileSync(program, args, { cwd: here, stdio, env, maxBuffer: 1 << 28 });
    } catch (error) {
        const printed = `${error.stdout ?? ""}${error.stderr ?? ""}` || `${error.message}\n`;
        process.stderr.write(`${program} ${args.join(" ")}\n${printed}`);
        process.exit(1);
    }
}

/** Does one step, and prints a line about it. */
function step(name, work) {
    const begin = performance.now();
    const remark = work();
    const seconds = ((performance.now() - begin) / 1000).toFixed(1);
    console.log(`${name.padEnd(10)} ${seconds.padStart(5)} s${remark ? `  ${remark}` : ""}`);
}

/** The linker for wasm: rustup's toolchains bring it, Debian has it in a package of its own. */
function linker() {
    const sysroot = ask("rustc", "--print", "sysroot");
    const host = /^host: (.*)$/m.exec(ask("rustc", "-vV") ?? "")?.[1];
    const brought = sysroot && path.join(sysroot, "lib/rustlib", `${host}`, "bin/rust-lld");
    if (brought && fs.existsSync(brought)) {
        return brought;
    }
    return ["wasm-ld-19", "wasm-ld"].find((program) => ask(program, "--version") !== null);
}

/** How wasm can be compiled on this machine; null when it cannot. */
function findRoute() {
    // No path of this machine in what is shipped.
    const cargoHome = process.env.CARGO_HOME ?? path.join(homedir(), ".cargo");
    const remap = `--remap-path-prefix=${cargoHome}=cargo --remap-path-prefix=${root}=tapmark`;
    const flags = `${FRUGAL} ${SIMD} ${remap}`;

    const sysroot = ask("rustc", "--print", "sysroot");
    if (sysroot && fs.existsSync(path.join(sysroot, "lib/rustlib", TRIPLE))) {
        const environment = { RUSTFLAGS: flags };
        return { name: `the target of ${sysroot}`, cargo: "cargo", args: [], environment };
    }

    const lld = linker();
    const library = "/usr/lib/rustlib/src/rust/library/Cargo.toml";
    const version = /^rustc 1\.(\d+)/.exec(ask("/usr/bin/rustc", "--version") ?? "")?.[1];
    if (fs.existsSync("/usr/bin/cargo") && fs.existsSync(library) && lld && version >= OLDEST) {
        const args = [
            "-Zbuild-std=std,panic_abort",
            "-Zbuild-std-features=optimize_for_size",
        ];
        const environment = {
            RUSTC: "/usr/bin/rustc",
            RUSTC_BOOTSTRAP: "1",
            // A panic ends the module at once, without a message, which saves a fifth of its size;
            // then nobody asks where it was. Inlining is left to LLVM: 1.3 KB, for up to 5 % more time.
            RUSTFLAGS: `-Zunstable-options -Cpanic=immediate-abort -Zlocation-detail=none -Zinline-mir=no ${flags}`,
            CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER: lld,
        };
        return { name: "Debian's rust-web-src", cargo: "/usr/bin/cargo", args, environment };
    }
    return null;
}

/** The directory that cargo builds in: CARGO_TARGET_DIR, a setting of cargo, or ../target. */
function targetDirectory(cargo) {
    const metadata = ask(cargo, "metadata", "--no-deps", "--format-version", "1");
    if (metadata === null) {
        console.error(`\`${cargo} metadata\` fails in ${here}`);
        process.exit(1);
    }
    return JSON.parse(metadata).target_directory;
}

/** Optimises a module, unless that has been done before. */
function optimise(input, store) {
    const program = path.join(here, "node_modules/binaryen/bin/wasm-opt");
    const args = [...OPTIMISE, ...FEATURES];
    const version = fs.readFileSync(path.join(here, "package-lock.json"));
    const bytes = fs.readFileSync(input);
    const key = createHash("sha256").update(version).update(args.join()).update(bytes);
    const output = path.join(store, `optimised-${key.digest("hex").slice(0, 16)}.wasm`);
    const known = fs.existsSync(output);
    if (!known) {
        const unfinished = `${output}.${process.pid}`;
        run(process.execPath, [program, ...args, input, "-o", unfinished]);
        fs.renameSync(unfinished, output);
    }
    fs.copyFileSync(output, input);
    return known ? "the same as before" : "";
}

/** Prints the sizes; false when they are over the limit. */
function measure() {
    if (!fs.existsSync(wasm)) {
        console.error("there is no dist/tapmark_bg.wasm: `npm run build` makes it");
        process.exit(1);
    }
    const kilobytes = (bytes) => `${(bytes / 1000).toFixed(1)} KB`.padStart(9);
    const gzipped = (bytes) => gzipSync(bytes, { level: 9 }).length;
    console.log(`\n${" ".repeat(16)}       raw  gzip -9`);
    const show = (name, bytes) =>
        console.log(`${name.padEnd(16)} ${kilobytes(bytes.length)}${kilobytes(gzipped(bytes))}`);
    const read = (name) => fs.readFileSync(path.join(dist, name));
    const scripts = fs.readdirSync(dist).filter((name) => name.endsWith(".js"));
    show("tapmark_bg.wasm", read("tapmark_bg.wasm"));
    show("JavaScript", Buffer.concat(scripts.filter((name) => name !== "node.js").map(read)));
    const size = gzipped(fs.readFileSync(wasm));
    const verdict = size <= LIMIT ? "within" : "OVER";
    console.log(`\n${size} bytes of gzipped wasm: ${verdict} the limit of ${LIMIT}, on the way to ${GOAL}`);
    return size <= LIMIT;
}

function build() {
    const route = findRoute();
    if (route === null) {
        console.error(
            [
                "Nothing here compiles to wasm32. One of these will:",
                `  rustup target add ${TRIPLE}`,
                "  apt-get update && apt-get install --no-install-recommends rustc-web cargo-web rust-web-src lld-19",
                `The second is for Debian, and needs no rustup; its rustc must be 1.${OLDEST} or later.`,
                "Nothing has been downloaded.",
            ].join("\n"),
        );
        process.exit(2);
    }
    console.log(`wasm32 by ${route.name}`);
    // A directory of its own, because two compilers of different versions may be at work.
    const target = path.join(targetDirectory(route.cargo), "web");
    const profile = Object.entries(PROFILE).map(([key, value]) => [`CARGO_PROFILE_RELEASE_${key}`, value]);
    step("compile", () => {
        const args = ["build", "--locked", "--release", "--package", "tapmark-web", "--lib"];
        args.push("--target", TRIPLE, "--target-dir", target, ...route.args);
        run(route.cargo, args, { ...route.environment, ...Object.fromEntries(profile) });
    });

    fs.rmSync(dist, { recursive: true, force: true });
    fs.mkdirSync(dist);
    fs.copyFileSync(path.join(target, TRIPLE, "release/tapmark_web.wasm"), wasm);
    step("optimise", () => optimise(wasm, target));
    step("typescript", () => run(process.execPath, [path.join(here, "node_modules/typescript/bin/tsc")]));
    for (const licence of ["LICENSE-APACHE", "LICENSE-MIT"]) {
        fs.copyFileSync(path.join(root, licence), path.join(here, licence));
    }
    measure();
}

if (process.argv.includes("--size")) {
    process.exit(measure() ? 0 : 1);
}
build();
