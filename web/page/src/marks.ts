/** What was cut, dropped or moved, and where in the preview it would have been. */

import type { Change, Diagnostic, Origin } from "tapmark";

import type { Compiled } from "./compiled.js";

export type Changed = Diagnostic & { change: Change };

/** The marks of one request. Each is drawn once: whoever draws it takes it. */
export class Marks {
    /** By the path of the field within the request. */
    readonly #fields = new Map<string, Changed[]>();
    /** Of each element, without a field. */
    readonly #items = new Map<number, Changed[]>();
    readonly #loose: Changed[] = [];
    /** Whether the elements of the request were made of items. */
    readonly fromItems: boolean;
    /** All, in the order in which they came; this is what tells whether a request is drawn anew. */
    readonly all: Changed[] = [];

    constructor(origin: Origin | undefined) {
        this.fromItems = origin !== undefined && origin.items.length > 0;
    }

    add(changed: Changed, place: { field: string } | { item: number } | undefined): void {
        this.all.push(changed);
        if (place === undefined) {
            this.#loose.push(changed);
        } else if ("field" in place) {
            push(this.#fields, place.field, changed);
        } else {
            push(this.#items, place.item, changed);
        }
    }

    field(path: string): Changed[] {
        return take(this.#fields, path);
    }

    item(index: number): Changed[] {
        return take(this.#items, index);
    }

    /** What has no field of its own. */
    loose(): Changed[] {
        return this.#loose.splice(0);
    }

    /** What nobody has drawn. */
    rest(): Changed[] {
        return [...this.loose(), ...[...this.#fields.values(), ...this.#items.values()].flat()];
    }
}

/** The marks of all requests. There is one more than requests: of what is before the first. */
export function marks({ diagnostics, origins }: Compiled): Marks[] {
    const all = [undefined, ...origins].map((origin) => new Marks(origin));
    for (const diagnostic of diagnostics) {
        const { change, pointer, span } = diagnostic;
        if (change === undefined) {
            continue;
        }
        const changed = { ...diagnostic, change };
        const [, request, field] = /^\/(\d+)\/(.*)$/.exec(pointer ?? "") ?? [];
        if (request !== undefined && field !== undefined) {
            all[Number(request) + 1]?.add(changed, { field });
            continue;
        }
        const at = requestAt(origins, span.start);
        const items = origins[at]?.items ?? [];
        const item = items.findIndex(({ start, end }) => start <= span.start && span.end <= end);
        all[at + 1]?.add(changed, item < 0 ? undefined : { item });
    }
    return all;
}

/** The request that something at that place would be part of; -1 before the first. */
function requestAt(origins: readonly Origin[], start: number): number {
    const within = (span: { start: number; end: number }) => span.start <= start && start < span.end;
    const item = origins.findIndex(({ items }) => items.some(within));
    if (item >= 0) {
        return item;
    }
    // The last of those that were made of the same lines has the buttons.
    return origins.findLastIndex(({ span }) => span.start <= start);
}

/** Which requests were made of what the cursor stands in. */
export function requestsAt(origins: readonly Origin[], offset: number): number[] {
    return origins.flatMap(({ span }, index) => (span.start <= offset && offset <= span.end ? [index] : []));
}

function push<Key>(map: Map<Key, Changed[]>, key: Key, changed: Changed): void {
    const list = map.get(key);
    if (list === undefined) {
        map.set(key, [changed]);
    } else {
        list.push(changed);
    }
}

function take<Key>(map: Map<Key, Changed[]>, key: Key): Changed[] {
    const list = map.get(key) ?? [];
    map.delete(key);
    return list;
}
