/** The thread: what people see of the requests, one entry each. What has not changed stays as it is. */

import type { Compiled } from "./compiled.js";
import { el, visible } from "./dom.js";
import { entryOf } from "./message.js";
import { type Changed, type Marks, marks, requestsAt } from "./marks.js";
import { profileView } from "./profile.js";

export class Thread {
    readonly #box: HTMLElement;
    readonly #list = el("ol", {});
    readonly #goTo: (changed: Changed) => void;
    #keys: string[] = [];
    #entries: HTMLElement[] = [];
    /** The marks of each entry, whose places change while the entry stays. */
    readonly #marked = new WeakMap<HTMLElement, readonly Changed[]>();
    #current: HTMLElement[] = [];

    /** `goTo` leads to the place of a mark. */
    constructor(box: HTMLElement, goTo: (changed: Changed) => void) {
        this.#box = box;
        this.#goTo = goTo;
        box.replaceChildren(this.#list);
    }

    /** Forgets what is shown, so that all of it is drawn anew. */
    clear(): void {
        this.#keys = [];
        this.#entries = [];
        this.#list.replaceChildren();
    }

    show(compiled: Compiled): void {
        const { requests, profile } = compiled;
        const { first, each } = marks(compiled);
        const parts: Part[] = [{ key: profile, marks: first, draw: () => profileView(profile) }];
        for (const [index, own] of each.entries()) {
            const request = requests[index];
            if (request !== undefined) {
                parts.push({ key: request, marks: own, draw: (mark) => entryOf(request, { marks: own, mark }) });
            }
        }
        const keys = parts.map(({ key, marks }) => JSON.stringify([key, marks.all.map(({ code, change }) => [code, change])]));
        this.#entries = this.#reuse(keys, (index) => this.#draw(parts[index]));
        this.#keys = keys;
        for (const [index, entry] of this.#entries.entries()) {
            this.#marked.set(entry, parts[index]?.marks.all ?? []);
        }
    }

    #draw(part: Part | undefined): HTMLElement {
        const entry = el("li", {});
        const mark: Mark = (changed) => {
            const place = part?.marks.all.indexOf(changed) ?? 0;
            return markOf(changed, () => this.#goTo(this.#marked.get(entry)?.[place] ?? changed));
        };
        entry.append(...(part?.draw(mark) ?? []));
        const left = part?.marks.rest() ?? [];
        if (left.length > 0) {
            entry.append(el("div", { class: "marks" }, ...left.map(mark)));
        }
        entry.hidden = !entry.hasChildNodes();
        return entry;
    }

    /** Shows which messages the cursor stands in. */
    follow({ origins }: Compiled, offset: number): void {
        const current = requestsAt(origins, offset).flatMap((index) => this.#entries[index + 1] ?? []);
        for (const entry of this.#current) {
            entry.classList.remove("current");
        }
        for (const entry of current) {
            entry.classList.add("current");
        }
        const [first] = current;
        if (first !== undefined && first !== this.#current[0]) {
            const box = this.#box.getBoundingClientRect();
            const place = first.getBoundingClientRect();
            if (place.bottom > box.bottom || place.top < box.top) {
                this.#box.scrollTop += place.top - box.top - 16;
            }
        }
        this.#current = current;
    }

    /** The entries for these keys: those at both ends that are the same stay where they are. */
    #reuse(keys: readonly string[], draw: (index: number) => HTMLElement): HTMLElement[] {
        const old = this.#entries;
        let head = 0;
        while (head < Math.min(keys.length, old.length) && keys[head] === this.#keys[head]) {
            head += 1;
        }
        let tail = 0;
        const most = Math.min(keys.length, old.length) - head;
        while (tail < most && keys[keys.length - 1 - tail] === this.#keys[old.length - 1 - tail]) {
            tail += 1;
        }
        const drawn = keys.slice(head, keys.length - tail).map((_, index) => draw(head + index));
        const after = old.slice(old.length - tail);
        for (const gone of old.slice(head, old.length - tail)) {
            gone.remove();
        }
        const fragment = document.createDocumentFragment();
        fragment.append(...drawn);
        this.#list.insertBefore(fragment, after[0] ?? null);
        return [...old.slice(0, head), ...drawn, ...after];
    }
}

/** What an entry is made of; as long as key and marks say the same, it stays. */
interface Part {
    readonly key: unknown;
    readonly marks: Marks;
    readonly draw: (mark: Mark) => HTMLElement[];
}

/** Draws a mark, which leads to its place in the source. */
export type Mark = (changed: Changed) => HTMLElement;

/** How the kinds of changes are shown, and what they are called. */
const KINDS: Record<Changed["change"]["kind"], { sign: string; name: string }> = {
    truncated: { sign: "✂", name: "Cut" },
    dropped: { sign: "✕", name: "Dropped" },
    moved: { sign: "↪", name: "Moved" },
    replaced: { sign: "⇄", name: "Replaced" },
    split: { sign: "⋯", name: "Divided" },
};

function markOf(changed: Changed, onclick: () => void): HTMLElement {
    const { kind } = changed.change;
    const { sign, name } = KINDS[kind];
    return el(
        "button",
        { type: "button", class: `mark ${kind}`, title: visible(changed.message), onclick },
        el("span", { "aria-hidden": "true" }, `${sign} `),
        el("span", { class: "unseen" }, `${name}: `),
        el(kind === "truncated" || kind === "dropped" ? "s" : "span", { dir: "auto" }, visible(what(changed))),
    );
}

/** What is not there any more, or what it became. */
function what({ change: { kind, before, after }, limit }: Changed): string {
    const short = (text: string) => (text.length > 200 ? `${text.slice(0, 200)}…` : text);
    switch (kind) {
        case "split":
            return limit === undefined ? "divided" : `divided: ${limit.actual} of ${limit.max}`;
        case "truncated":
            return short(before.startsWith(after.slice(0, -1)) ? before.slice(after.length - 1).trim() : before);
        case "replaced":
            return [before, after].map((text) => short(text === " " ? "a space" : text || "nothing")).join(" → ");
        default:
            return short(before);
    }
}
