/** What was cut, dropped or moved, and where in the preview it would have been. */

import type { Diagnostic, Origin } from "tapmark";

import type { Compiled } from "./compiled.js";
import { type Changed, drawMark } from "./mark.js";

/** The marks of one request. Whoever draws one takes it, so that each is drawn once. */
export class Marks {
    /** All, in the order in which they came. */
    readonly all: Changed[] = [];
    #remaining: { place: string; changed: Changed; index: number }[] = [];

    /** The place is the path of a field, `item N`, or empty: the request as a whole. */
    add(changed: Changed, place: string): void {
        this.#remaining.push({ place, changed, index: this.all.length });
        this.all.push(changed);
    }

    take(...places: string[]): HTMLElement[] {
        const taken = this.#remaining.filter(({ place }) => places.includes(place));
        this.#remaining = this.#remaining.filter(({ place }) => !places.includes(place));
        return taken.map(({ changed, index }) => drawMark(changed, index));
    }

    /** Those of a field, and of what is in it. */
    takeWithin(path: string): HTMLElement[] {
        return this.take(...this.#remaining.map(({ place }) => place).filter((place) => `${place}/`.startsWith(path)));
    }

    takeRemaining(): HTMLElement[] {
        return this.takeWithin("");
    }
}

/** The marks of the profile and of what is before the first request, and those of each request. */
export function allMarks({ requests, diagnostics, profileDiagnostics, origins }: Compiled) {
    const first = new Marks();
    const each = requests.map((request) => ({ request, marks: new Marks() }));
    for (const changed of profileDiagnostics.filter(isChanged)) {
        first.add(changed, changed.pointer ?? "");
    }
    for (const changed of diagnostics.filter(isChanged)) {
        const { pointer, span } = changed;
        const [, request, field] = /^\/(\d+)\/(.*)$/.exec(pointer ?? "") ?? [];
        const at = request === undefined ? requestAt(origins, span.start) : Number(request);
        const item = origins[at]?.items.findIndex(({ start, end }) => start <= span.start && span.end <= end) ?? -1;
        (each[at]?.marks ?? first).add(changed, field ?? (item < 0 ? "" : `item ${item}`));
    }
    return { first, each };
}

function isChanged(diagnostic: Diagnostic): diagnostic is Changed {
    return diagnostic.change !== undefined;
}

/** The request that something at that place would be part of; -1 before the first. */
function requestAt(origins: readonly Origin[], place: number): number {
    const item = origins.findIndex(({ items }) => items.some(({ start, end }) => start <= place && place < end));
    // The last of those that were made of the same lines has the buttons; a text behind cards is an item in error.
    const last = origins.findLastIndex(({ span }) => span.start <= place);
    const start = origins[last]?.span.start;
    const cards = origins.findLastIndex(({ span, items }) => span.start === start && items.length > 0);
    return [item, cards, last].find((index) => index >= 0) ?? -1;
}

/** Which requests were made of what the cursor stands in. */
export function requestsAt(origins: readonly Origin[], offset: number): number[] {
    return origins.flatMap(({ span }, index) => (span.start <= offset && offset <= span.end ? [index] : []));
}
