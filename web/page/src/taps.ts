/** What happens on a tap: it is written below the message, and nothing else happens. */

import { announce, el } from "./dom.js";

/** What the person says. */
export function said(text: string): HTMLElement {
    return el("p", { class: "bubble person", dir: "auto" }, text);
}

/** A listener that writes down what a tap does. */
export function tapped(what: () => string): (event: Event) => void {
    return (event) => happened(event, undefined, what());
}

/** Writes what happened below the message that the event is of, in the place of what happened last. */
export function happened(event: Event, says: HTMLElement | undefined, what: string, more?: HTMLElement): void {
    const target = event.currentTarget;
    const entry = target instanceof HTMLElement && target.closest("li");
    if (!entry) {
        return;
    }
    for (const old of entry.querySelectorAll(":scope > .happened")) {
        old.remove();
    }
    entry.append(el("div", { class: "happened" }, says, el("p", { class: "event", dir: "auto" }, what, more)));
    announce(what);
    more?.focus();
}
