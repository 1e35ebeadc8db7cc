/** Cards side by side: arrows, the arrow keys and swipes walk them. */

import { announce, el } from "./dom.js";

/** One card, or a carousel of several; at the end the marks of those that were removed. */
export function cards(all: HTMLElement[], removed: HTMLElement[]): HTMLElement {
    for (const [index, card] of all.entries()) {
        card.classList.add("card");
        card.setAttribute("role", "group");
        card.setAttribute("aria-label", `Card ${index + 1} of ${all.length}`);
    }
    const [first] = all;
    if (first !== undefined && all.length === 1) {
        first.append(...removed);
        return first;
    }
    const last = all.length - 1;
    let current = 0;
    const label = "Cards; the arrow keys walk them";
    const strip = el("div", { class: "strip", tabindex: "0", role: "group", "aria-label": label }, ...all, ...removed);
    const previous = arrow("previous", "‹", "Previous card", () => go(current - 1));
    const next = arrow("next", "›", "Next card", () => go(current + 1));
    previous.hidden = true;

    const setCurrent = (index: number) => {
        if (index === current) {
            return;
        }
        current = index;
        // At an end there is nowhere to go, and an arrow that vanishes leaves the focus to the cards.
        if (document.activeElement === (index === 0 ? previous : index === last && next)) {
            strip.focus();
        }
        previous.hidden = index === 0;
        next.hidden = index === last;
        announce(`Card ${index + 1} of ${all.length}: ${all[index]?.querySelector("h3")?.textContent ?? ""}`);
    };
    const go = (index: number) => {
        const card = all[index];
        if (card !== undefined) {
            setCurrent(index);
            strip.scrollTo({ left: card.offsetLeft });
        }
    };
    strip.addEventListener("scrollend", () => {
        const end = strip.scrollWidth - strip.clientWidth;
        const distances = all.map((card) => Math.abs(Math.min(card.offsetLeft, end) - strip.scrollLeft));
        const nearest = Math.min(...distances);
        // The last cards share a screen: then the one that was walked to is the current one.
        setCurrent(distances[current] === nearest ? current : distances.lastIndexOf(nearest));
    });
    const attributes = { role: "group", "aria-roledescription": "carousel", "aria-label": `${all.length} cards` };
    const carousel = el("div", { class: "carousel", ...attributes }, strip, previous, next);
    carousel.addEventListener("keydown", (event) => {
        const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
        if (step !== undefined && !event.altKey && !event.ctrlKey && !event.metaKey) {
            event.preventDefault();
            go(current + step);
        }
    });
    return carousel;
}

function arrow(kind: string, sign: string, label: string, onclick: () => void): HTMLElement {
    return el("button", { type: "button", class: `arrow ${kind}`, "aria-label": label, onclick }, sign);
}
