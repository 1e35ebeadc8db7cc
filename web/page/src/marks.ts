/** What was cut, dropped or moved, and where in the preview it would have been. */

import type { Change, Diagnostic, Origin } from "tapmark";

import type { Compiled } from "./compiled.js";

export type Changed = Diagnostic & { change: Change };

/** The marks of one request. Whoever draws one takes it, so that each is drawn once. */
export class Marks {
    readonly #left = new Map<string, Changed[]>();
    /** All, in the order in which they came. */
    readonly all: Changed[] = [];

    /** The place is the path of a field, `item N`, or the request as a whole. */
    add(changed: Changed, place = ""): void {
        this.all.push(changed);
        this.#left.set(place, [...(this.#left.get(place) ?? []), changed]);
    }

    take(...places: string[]): Changed[] {
        const taken = places.flatMap((place) => this.#left.get(place) ?? []);
        for (const place of places) {
            this.#left.delete(place);
        }
        return taken;
    }

    /** What nobody has drawn. */
    rest(): Changed[] {
        return this.take(...this.#left.keys());
    }
}

/** The marks of what is before the first request, and those of each request. */
export function marks({ diagnostics, origins }: Compiled): Marks[] {
    const all = Array.from({ length: origins.length + 1 }, () => new Marks());
    for (const diagnostic of diagnostics) {
        const { change, pointer, span } = diagnostic;
        if (change === undefined) {
            continue;
        }
        const changed = { ...diagnostic, change };
        const [, request, field] = /^\/(\d+)\/(.*)$/.exec(pointer ?? "") ?? [];
        if (request !== undefined) {
            all[Number(request) + 1]?.add(changed, field);
            continue;
        }
        const at = requestAt(origins, span.start);
        const item = origins[at]?.items.findIndex(({ start, end }) => start <= span.start && span.end <= end) ?? -1;
        all[at + 1]?.add(changed, item < 0 ? "" : `item ${item}`);
    }
    return all;
}

/** The request that something at that place would be part of; -1 before the first. */
function requestAt(origins: readonly Origin[], place: number): number {
    const item = origins.findIndex(({ items }) => items.some(({ start, end }) => start <= place && place < end));
    // The last of those that were made of the same lines has the buttons.
    return item >= 0 ? item : origins.findLastIndex(({ span }) => span.start <= place);
}

/** Which requests were made of what the cursor stands in. */
export function requestsAt(origins: readonly Origin[], offset: number): number[] {
    return origins.flatMap(({ span }, index) => (span.start <= offset && offset <= span.end ? [index] : []));
}
