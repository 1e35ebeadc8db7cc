/** What a page shows before anyone writes: greeting, questions, the first button, the menu. */

import type { MenuItem, Profile } from "tapmark";

import { el, visible } from "./dom.js";
import { happened, said, tapped } from "./taps.js";

export function profileView(profile: Profile | null): HTMLElement[] {
    if (profile === null) {
        return [];
    }
    const { greeting = [], ice_breakers = [], get_started, persistent_menu = [] } = profile;
    const parts: HTMLElement[] = [
        el("h3", {}, "Before the first message"),
        ...greeting.map(({ locale, text }) => el("p", { class: "greeting", dir: "auto" }, of(locale), text)),
        ...ice_breakers.map(({ locale, call_to_actions }) =>
            el(
                "div",
                { class: "questions" },
                of(locale),
                ...call_to_actions.map(({ question, payload }) =>
                    el(
                        "button",
                        {
                            type: "button",
                            class: "chip",
                            dir: "auto",
                            onclick: (event) => happened(event, said(question), `The bot receives the postback ${visible(payload)}`),
                        },
                        question,
                    ),
                ),
            ),
        ),
    ];
    if (get_started !== undefined) {
        const what = () => `The bot receives the postback ${visible(get_started.payload)}`;
        parts.push(el("button", { type: "button", class: "start", onclick: tapped(what) }, "Get started"));
    }
    parts.push(
        ...persistent_menu.map(({ locale, call_to_actions, composer_input_disabled }) =>
            el(
                "details",
                { class: "menu" },
                el("summary", {}, "☰ Menu ", of(locale), composer_input_disabled && " (and nothing can be typed)"),
                menu(call_to_actions),
            ),
        ),
    );
    return [el("div", { class: "profile" }, ...parts)];
}

/** Whom a part is for, unless for everyone. */
function of(locale: string): HTMLElement | false {
    return locale !== "default" && el("code", { class: "locale" }, locale);
}

/** A menu; the platform's levels are few, so are the calls. */
function menu(items: readonly MenuItem[]): HTMLElement {
    const entry = (item: MenuItem) => {
        switch (item.type) {
            case "nested":
                return el("details", {}, el("summary", { dir: "auto" }, item.title), menu(item.call_to_actions));
            case "postback":
                return entryOf(item.title, () => `The bot receives the postback ${visible(item.payload)}`);
            case "web_url":
                return entryOf(item.title, () => `Opens ${visible(item.url)}`);
        }
    };
    return el("ul", {}, ...items.map((item) => el("li", {}, entry(item))));
}

function entryOf(title: string, what: () => string): HTMLElement {
    return el("button", { type: "button", class: "tap", dir: "auto", onclick: tapped(what) }, title);
}
