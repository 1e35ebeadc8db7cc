/** Cards side by side: arrows, and the arrow keys, walk them. */

import { announce, el } from "./dom.js";

/** One card, or a carousel of several; at the end what is no card of it any more. */
export function cards(all: HTMLElement[], gone: HTMLElement[]): HTMLElement {
    for (const [index, card] of all.entries()) {
        card.classList.add("card");
        card.setAttribute("role", "group");
        card.setAttribute("aria-label", `Card ${index + 1} of ${all.length}`);
    }
    if (all.length === 1 && all[0] !== undefined) {
        all[0].append(...gone);
        return all[0];
    }
    let at = 0;
    const strip = el("div", { class: "strip", tabindex: "0", role: "group", "aria-label": "Cards; the arrow keys walk them" }, ...all, ...gone);
    const previous = arrow("previous", "‹", "Previous card", () => go(at - 1));
    const next = arrow("next", "›", "Next card", () => go(at + 1));

    /** Shows where the cards are; at an end there is nowhere to go. */
    const settle = () => {
        if (document.activeElement === (at === 0 ? previous : at === all.length - 1 && next)) {
            strip.focus();
        }
        previous.toggleAttribute("hidden", at === 0);
        next.toggleAttribute("hidden", at === all.length - 1);
    };
    const go = (to: number) => {
        const card = all[to];
        if (card === undefined) {
            return;
        }
        at = to;
        strip.scrollTo({ left: card.offsetLeft - strip.offsetLeft });
        settle();
        announce(`Card ${at + 1} of ${all.length}: ${card.querySelector("h3")?.textContent ?? ""}`);
    };
    strip.addEventListener("scrollend", () => {
        const left = strip.scrollLeft + strip.offsetLeft;
        const distances = all.map((card) => Math.abs(card.offsetLeft - left));
        const atEnd = strip.scrollLeft + strip.clientWidth >= strip.scrollWidth - 1;
        // The last cards share a screen: then the one that was walked to is where we are.
        const nearest = distances.indexOf(Math.min(...distances));
        at = atEnd ? Math.max(at, nearest) : nearest;
        settle();
    });
    const box = el("div", { class: "carousel", role: "group", "aria-roledescription": "carousel", "aria-label": `${all.length} cards` }, strip, previous, next);
    box.addEventListener("keydown", (event) => {
        const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
        if (step !== undefined && !event.altKey && !event.ctrlKey && !event.metaKey) {
            event.preventDefault();
            go(at + step);
        }
    });
    settle();
    return box;
}

function arrow(kind: string, sign: string, label: string, onclick: () => void): HTMLElement {
    return el("button", { type: "button", class: `arrow ${kind}`, "aria-label": label, onclick }, sign);
}
