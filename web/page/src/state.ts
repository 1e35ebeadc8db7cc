/** What the page is about: the document and its options, saved in the address and in the browser. */

/** Today's platform, although the compiler's default is that of 2018; texts are empty when they are not given. */
export const DEFAULT = {
    source: "",
    target: "messenger-2026",
    overflow: "truncate",
    merchantName: "",
    checkoutUrl: "",
};

export type State = Readonly<typeof DEFAULT>;

const STORAGE_KEY = "tapmark";

/** A link is somebody else's, and may be hostile: what it unpacks to has an end. */
const MAX_BYTES = 4 << 20;

/** The state as the fragment of an address. */
export async function toFragment(state: State): Promise<string> {
    const packed = new Blob([JSON.stringify(state)]).stream().pipeThrough(new CompressionStream("deflate-raw"));
    const bytes = new Uint8Array(await new Response(packed).arrayBuffer());
    const text = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
    return `#1${text.replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "")}`;
}

/** The state that a fragment holds; nothing when it is not one of ours. */
export async function fromFragment(fragment: string): Promise<State | undefined> {
    const [, text = ""] = /^#1([\w-]+)$/.exec(fragment) ?? [];
    try {
        const packed = Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (c) => c.charCodeAt(0));
        const bytes = new Blob([packed]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
        return toState(await new Response(bytes.pipeThrough(bounded())).json());
    } catch {
        return undefined;
    }
}

/** Lets through what is not too long, and fails at what is. */
function bounded(): TransformStream<BufferSource, BufferSource> {
    let length = 0;
    return new TransformStream({
        transform(chunk, controller) {
            length += chunk.byteLength;
            if (length > MAX_BYTES) {
                throw new RangeError("too long");
            }
            controller.enqueue(chunk);
        },
    });
}

/** Saves the state in this browser. */
export function save(state: State): void {
    try {
        localStorage.setItem(STORAGE_KEY, JSON.stringify(state));
    } catch {
        // There is no room, or no permission; nothing is lost: the address has it.
    }
}

/** What was saved in this browser. */
export function load(): State | undefined {
    try {
        return toState(JSON.parse(localStorage.getItem(STORAGE_KEY) ?? "null"));
    } catch {
        return undefined;
    }
}

/** A state that came from outside: that of the default, with all of it that is text; nothing when it has no source. */
function toState(json: unknown): State | undefined {
    const given = Object.fromEntries(Object.entries(Object(json)).filter(([, value]) => typeof value === "string"));
    return "source" in given ? { ...DEFAULT, ...given } : undefined;
}
