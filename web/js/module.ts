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

/** Of what kind each export is: a module that has them all is taken for the one of this version. */
const KINDS: Readonly<Record<keyof Exports, WebAssembly.ImportExportKind>> = {
    memory: "memory",
    reserve: "function",
    answer_address: "function",
    note_lone: "function",
    set_options: "function",
    compile: "function",
    compile_profile: "function",
    check: "function",
    escape_text: "function",
    escape_label: "function",
    escape_target: "function",
    fix: "function",
    limits: "function",
    explain: "function",
    codes: "function",
    targets: "function",
    tokens: "function",
    complete: "function",
    origins: "function",
    counters: "function",
};

/** The room for arguments, unless one is larger. */
const ROOM = 1 << 16;

/** How much is decoded by one TextDecoder: Safari's fail when they have had two gigabytes in all. */
const DECODED = 2 ** 31 - 2 ** 20;

/** A text, and a byte to stand before it that is not UTF-8. */
export type Marked = readonly [mark: number, text: string];

/** An instance of the module, and all that is remembered of it, which is given up together with it. */
interface Instance {
    readonly exports: Exports;
    /** Its memory, and the part of it that is for arguments. When it grows, both are empty. */
    memory: Uint8Array;
    room: Uint8Array;
    /** The options that it has, as names and values. */
    options: readonly Marked[] | undefined;
}

let module: WebAssembly.Module | undefined;
let instance: Instance | undefined;
let encoder: TextEncoder;
let decoder: TextDecoder;
let decoded = 0;

/** Takes a module, once it has an instance; throws when it is not the one of this version. */
export async function start(compiled: WebAssembly.Module): Promise<void> {
    refuseForeign(compiled);
    instance = newInstance(await WebAssembly.instantiate(compiled));
    module = compiled;
    encoder = new TextEncoder();
    decoder = newDecoder();
}

function refuseForeign(compiled: WebAssembly.Module): void {
    const kinds = new Map(WebAssembly.Module.exports(compiled).map(({ name, kind }) => [name, kind]));
    for (const [name, kind] of Object.entries(KINDS)) {
        if (kinds.get(name) !== kind) {
            throw new TypeError(
                `input must be the tapmark_bg.wasm of this version of the package; the module exports no ${kind} named "${name}"`,
            );
        }
    }
}

function newInstance({ exports }: WebAssembly.Instance): Instance {
    const nothing = new Uint8Array(0);
    return { exports: exports as unknown as Exports, memory: nothing, room: nothing, options: undefined };
}

function newDecoder(): TextDecoder {
    // U+FEFF at the beginning of an answer is part of it.
    return new TextDecoder("utf-8", { ignoreBOM: true });
}

/** The instance; throws when there is no module yet. */
export function requireInstance(): Instance {
    if (module === undefined) {
        throw new Error("Tapmark is not initialised: `await init()` before the first call");
    }
    // The last one may have been given up. Only now another one is made: its memory can be had back
    // first, and where the stack was at its end, there is more of it.
    instance ??= newInstance(new WebAssembly.Instance(module));
    return instance;
}

/** The name of an argument, or what makes it when it is asked for: that takes a while. */
export type Name = string | (() => string);

/**
 * Asks the module, and reads its answer; throws a TypeError when that is a refusal.
 *
 * @param call The function that was called.
 * @param argument What of it may be too much.
 * @param question Hands over the argument, and gives the length of the answer.
 */
export function ask(call: string, argument: Name, question: (wasm: Exports) => number): string {
    const asked = requireInstance();
    let length: number;
    let answer: string;
    try {
        length = question(asked.exports);
        answer = read(asked, length);
    } catch (error) {
        // It ended amid something, and what is left of it must not reach the next source. By no call
        // of a function, because there may be no stack for one.
        instance = undefined;
        throw exhausted(call, typeof argument === "string" ? argument : argument(), error);
    }
    if (length < 0) {
        throw new TypeError(answer);
    }
    return answer;
}

function exhausted(call: string, argument: string, cause: unknown): Error {
    return new Error(
        `${call}(${argument}): too large or too deeply nested; the memory of WebAssembly, its stack or the length` +
            " of a string does not suffice. Divide it; the compiler is ready for the next call",
        { cause },
    );
}

/** Room for so many UTF-16 units, which take three bytes of UTF-8 at the most. */
function reserve(units: number): Uint8Array {
    const holder = requireInstance();
    // It is empty, and asked for anew, when the memory has grown.
    if (holder.room.length <= 3 * units) {
        const length = Math.max(3 * units + 1, ROOM);
        const address = holder.exports.reserve(length) >>> 0;
        holder.room = new Uint8Array(holder.exports.memory.buffer, address, length);
    }
    return holder.room;
}

/** Writes a text as the argument; its length. */
export function write(text: string): number {
    return encoder.encodeInto(text, reserve(text.length)).written;
}

/** Writes texts as the argument, each behind its byte; their length. */
export function writeMarked(texts: readonly Marked[]): number {
    const room = reserve(texts.reduce((units, [, text]) => units + text.length + 1, 0));
    let length = 0;
    for (const [mark, text] of texts) {
        room[length] = mark;
        length += 1;
        length += encoder.encodeInto(text, room.subarray(length)).written;
    }
    return length;
}

/** Reads the answer to a question that gave this length; that of a refusal is negative. */
function read(asked: Instance, length: number): string {
    const { exports } = asked;
    if (asked.memory.length === 0) {
        asked.memory = new Uint8Array(exports.memory.buffer);
    }
    const bytes = length < 0 ? ~length : length;
    decoded += bytes;
    if (decoded > DECODED) {
        decoder = newDecoder();
        decoded = bytes;
    }
    const address = exports.answer_address() >>> 0;
    const answer = decoder.decode(asked.memory.subarray(address, address + bytes));
    if (asked.room.length > ROOM || bytes > ROOM) {
        // What was large once is given back.
        exports.reserve(0);
        asked.room = new Uint8Array(0);
    }
    return answer;
}
