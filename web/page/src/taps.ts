/** What happens on a tap: it is written below the message, and nothing else happens. */

import { announce, el } from "./dom.js";

/** A button whose tap does what it says. */
export function tap(title: string, what: () => string, kind = ""): HTMLElement {
    const onclick = (event: Event) => happened(event, undefined, what());
    return el("button", { type: "button", class: `tap ${kind}`, dir: "auto", onclick }, title);
}

/** What the person says. */
export function said(text: string): HTMLElement {
    return el("p", { class: "bubble person", dir: "auto" }, text);
}

/** Writes what happened below the message that the event is of, in the place of what happened last. */
export function happened(event: Event, says: HTMLElement | undefined, what: string, more?: HTMLElement): void {
    const entry = event.currentTarget instanceof HTMLElement && event.currentTarget.closest("li");
    if (!entry) {
        return;
    }
    entry.querySelector(":scope > .happened")?.remove();
    entry.append(el("div", { class: "happened" }, says, el("p", { class: "event", dir: "auto" }, what, more)));
    announce(what);
    more?.focus();
}
