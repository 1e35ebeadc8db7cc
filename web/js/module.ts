/**
 * What crosses into the module and out of it. Calls take numbers alone: texts are written where the
 * module reads them, and its answers are read where it says that they are.
 */

/** What ../src/exports.rs exports; addresses and lengths are in bytes. */
export interface Exports {
    readonly memory: WebAssembly.Memory;
    reserve(length: number): number;
    answer_address(): number;
    note_lone(offset: number): void;
    set_options(length: number): number;
    compile(length: number, options: number): number;
    compile_profile(length: number, options: number): number;
    check(length: number, options: number): number;
    escape_text(length: number): number;
    escape_label(length: number): number;
    escape_target(length: number): number;
    fix(length: number): number;
    limits(length: number, named: number): number;
    explain(length: number): number;
    codes(): number;
    targets(): number;
    tokens(length: number): number;
    complete(length: number, offset: number): number;
    origins(length: number, options: number): number;
    counters(length: number, offset: number, options: number): number;
}

/** The room for arguments, unless one is larger. */
const ROOM = 1 << 16;

/** How much is decoded by one TextDecoder: Safari's fail when they have had two gigabytes in all. */
const DECODED = 2 ** 31 - 2 ** 20;

let wasm: Exports | undefined;
let encoder: TextEncoder;
let decoder: TextDecoder;
let decoded = 0;

/** The module's memory, and the part of it that is for arguments. When it grows, both are empty. */
let memory = new Uint8Array(0);
let room = new Uint8Array(0);

/** Takes a module that has been instantiated. */
export function start(exports: Exports): void {
    wasm = exports;
    encoder = new TextEncoder();
    decoder = newDecoder();
}

function newDecoder(): TextDecoder {
    // U+FEFF at the beginning of an answer is part of it.
    return new TextDecoder("utf-8", { ignoreBOM: true });
}

/** The module; throws when there is none yet. */
export function requireModule(): Exports {
    if (wasm === undefined) {
        throw new Error("Tapmark is not initialised: `await init()` before the first call");
    }
    return wasm;
}

/** Sees to room for so many UTF-16 units, which take three bytes of UTF-8 at the most. */
function reserve(wasm: Exports, units: number): void {
    // It is empty, and asked for anew, when the memory has grown.
    if (room.length <= 3 * units) {
        const length = Math.max(3 * units + 1, ROOM);
        const address = wasm.reserve(length) >>> 0;
        room = new Uint8Array(wasm.memory.buffer, address, length);
    }
}

/** Writes a text as the argument; its length. */
export function write(text: string): number {
    reserve(requireModule(), text.length);
    return encoder.encodeInto(text, room).written;
}

/** Writes texts as the argument, each with a byte before it that is not UTF-8; their length. */
export function writeMarked(texts: readonly (readonly [mark: number, text: string])[]): number {
    reserve(requireModule(), texts.reduce((units, [, text]) => units + text.length + 1, 0));
    let length = 0;
    for (const [mark, text] of texts) {
        room[length] = mark;
        length += 1;
        length += encoder.encodeInto(text, room.subarray(length)).written;
    }
    return length;
}

/** Reads the answer to a call that gave this length; throws a TypeError when it is a refusal. */
export function read(length: number): string {
    const wasm = requireModule();
    if (memory.length === 0) {
        memory = new Uint8Array(wasm.memory.buffer);
    }
    const refused = length < 0;
    const bytes = refused ? ~length : length;
    decoded += bytes;
    if (decoded > DECODED) {
        decoder = newDecoder();
        decoded = bytes;
    }
    const address = wasm.answer_address() >>> 0;
    const answer = decoder.decode(memory.subarray(address, address + bytes));
    if (room.length > ROOM || bytes > ROOM) {
        // What was large once is given back.
        wasm.reserve(0);
        room = new Uint8Array(0);
    }
    if (refused) {
        throw new TypeError(answer);
    }
    return answer;
}
