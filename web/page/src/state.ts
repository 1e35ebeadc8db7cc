/** What the page is about: the document and its options, kept in the address and in the browser. */

import { type Overflow, type TargetName, targets } from "tapmark";

export interface State {
    readonly source: string;
    readonly target: TargetName;
    readonly overflow: Overflow;
    /** Empty when not given, as the next. */
    readonly merchantName: string;
    readonly checkoutUrl: string;
}

export const OVERFLOWS: readonly Overflow[] = ["truncate", "split", "reject"];

/** Today's platform, although the compiler's default is that of 2018. */
export const FRESH: State = {
    source: "",
    target: "messenger-2026",
    overflow: "truncate",
    merchantName: "",
    checkoutUrl: "",
};

/** A link is somebody else's, and may be hostile: what it unpacks to has an end. */
const MOST = 4 << 20;
const KEY = "tapmark";

/** The state as the fragment of an address. */
export async function toFragment(state: State): Promise<string> {
    const packed = new Blob([JSON.stringify(state)]).stream().pipeThrough(new CompressionStream("deflate-raw"));
    const bytes = new Uint8Array(await new Response(packed).arrayBuffer());
    let text = "";
    for (const byte of bytes) {
        text += String.fromCharCode(byte);
    }
    return `#1${btoa(text).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "")}`;
}

/** The state that a fragment holds; nothing when it is not one of ours. */
export async function fromFragment(fragment: string): Promise<State | undefined> {
    if (!/^#1[\w-]+$/.test(fragment)) {
        return undefined;
    }
    try {
        const text = atob(fragment.slice(2).replaceAll("-", "+").replaceAll("_", "/"));
        const bytes = Uint8Array.from(text, (c) => c.charCodeAt(0));
        const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
        return read(await unpack(stream));
    } catch {
        return undefined;
    }
}

async function unpack(stream: ReadableStream<Uint8Array>): Promise<string> {
    const decoder = new TextDecoder();
    const reader = stream.getReader();
    let text = "";
    for (;;) {
        const { done, value } = await reader.read();
        if (done) {
            return text + decoder.decode();
        }
        text += decoder.decode(value, { stream: true });
        if (text.length > MOST) {
            await reader.cancel();
            throw new RangeError("too long");
        }
    }
}

/** Keeps the state in this browser. There may be no room, or no leave: then it is in the address. */
export function keep(state: State): void {
    try {
        localStorage.setItem(KEY, JSON.stringify(state));
    } catch {
        // Nothing is lost: the address has it.
    }
}

/** What was kept in this browser. */
export function kept(): State | undefined {
    try {
        return read(localStorage.getItem(KEY) ?? "");
    } catch {
        return undefined;
    }
}

/** A state that came from outside; what is not of its type is that of a fresh page. */
function read(json: string): State | undefined {
    const found: unknown = JSON.parse(json);
    if (typeof found !== "object" || found === null) {
        return undefined;
    }
    const given = found as Record<keyof State, unknown>;
    const text = (value: unknown) => (typeof value === "string" ? value : "");
    const one = <T>(value: unknown, of: readonly T[], otherwise: T) => of.find((known) => known === value) ?? otherwise;
    return {
        source: text(given.source),
        target: one(given.target, targets(), FRESH.target),
        overflow: one(given.overflow, OVERFLOWS, FRESH.overflow),
        merchantName: text(given.merchantName),
        checkoutUrl: text(given.checkoutUrl),
    };
}
