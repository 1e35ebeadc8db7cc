/** Buttons, and what happens on a tap: it is written below the message, and nothing else happens. */

import type { Button, MenuItem } from "tapmark";

import { type Child, announce, el } from "./dom.js";
import { visible } from "./invisible.js";

/** A button of a message, or an item of a menu. */
export function buttonView(button: Button | Exclude<MenuItem, { type: "nested" }>): HTMLElement {
    switch (button.type) {
        case "web_url": {
            const page = button.messenger_extensions === true ? "the webview" : "the page";
            const height = button.webview_height_ratio === undefined ? "" : ` (${button.webview_height_ratio})`;
            return tap(button.title, `Opens ${page}${height} ${visible(button.url)}`);
        }
        case "postback":
            return tap(button.title, postback(button.payload));
        case "phone_number":
            return tap(`📞 ${button.title}`, `Calls ${visible(button.payload)}`);
        case "payment": {
            const { price_list, merchant_name } = button.payment_summary;
            const price = price_list.map(({ amount }) => `$${amount}`).join(" + ");
            const outcome = `Pays ${price} to ${visible(merchant_name)}; the bot receives ${visible(button.payload)}`;
            // Apart, so that a title that turns its line around leaves the price as it is.
            return tap(["💳 ", el("bdi", {}, button.title), ` · ${price}`], outcome);
        }
        case "element_share":
            return tap("↗ Share", "Shares the card with a friend");
    }
}

export function postback(payload: string): string {
    return `The bot receives the postback ${visible(payload)}`;
}

/** A button, and what its tap does. */
export function tap(title: string | Child[], outcome: string, kind = ""): HTMLElement {
    const onclick = (event: Event) => showOutcome(event, outcome);
    return el("button", { type: "button", class: `tap ${kind}`, dir: "auto", onclick }, ...[title].flat());
}

/** What the person says by a tap on it. */
export function chip(title: string, onclick: (event: Event) => void, icon?: Child): HTMLElement {
    return el("button", { type: "button", class: "chip", dir: "auto", onclick }, icon, title);
}

/** Writes below the message of the event what the person says and what happens, in the place of what happened last. */
export function showOutcome({ currentTarget }: Event, outcome: string, said?: string, more?: HTMLElement): void {
    const entry = (currentTarget as Element).closest("li");
    entry?.querySelector(":scope > .outcome")?.remove();
    const bubble = said !== undefined && el("p", { class: "bubble person", dir: "auto" }, said);
    entry?.append(el("div", { class: "outcome" }, bubble, el("p", { class: "event", dir: "auto" }, outcome, more)));
    announce(outcome);
    more?.focus();
}
