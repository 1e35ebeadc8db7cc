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

/** The marks of the profile and of what is before the first request, and those of each request. */
export function marks({ diagnostics, ofProfile, origins }: Compiled): { first: Marks; each: Marks[] } {
    const first = new Marks();
    const each = origins.map(() => new Marks());
    for (const changed of ofProfile.filter(isChanged)) {
        first.add(changed);
    }
    for (const changed of diagnostics.filter(isChanged)) {
        const { pointer, span } = changed;
        const [, request, field] = /^\/(\d+)\/(.*)$/.exec(pointer ?? "") ?? [];
        const at = request === undefined ? requestAt(origins, span.start) : Number(request);
        const item = origins[at]?.items.findIndex(({ start, end }) => start <= span.start && span.end <= end) ?? -1;
        (each[at] ?? first).add(changed, field ?? (item < 0 ? "" : `item ${item}`));
    }
    return { first, each };
}

function isChanged(diagnostic: Diagnostic): diagnostic is Changed {
    return diagnostic.change !== undefined;
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
