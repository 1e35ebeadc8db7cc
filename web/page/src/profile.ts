/** What a page shows before anyone writes: greeting, questions, the first button, the menu. */

import type { MenuItem, Profile } from "tapmark";

import { el, visible } from "./dom.js";
import { happened, said, tap } from "./taps.js";

export function profileView(profile: Profile | null): HTMLElement[] {
    if (profile === null) {
        return [];
    }
    const { greeting = [], ice_breakers = [], get_started, persistent_menu = [] } = profile;
    const ask = (title: string, payload: string) => (event: Event) => happened(event, said(title), gets(payload)());
    return [
        el(
            "div",
            { class: "profile" },
            el("h3", {}, "Before the first message"),
            ...greeting.map(({ locale, text }) => el("p", { class: "greeting", dir: "auto" }, of(locale), text)),
            ...ice_breakers.map(({ locale, call_to_actions }) => {
                const chip = (title: string, payload: string) =>
                    el("button", { type: "button", class: "chip", dir: "auto", onclick: ask(title, payload) }, title);
                return el("div", { class: "questions" }, of(locale), ...call_to_actions.map(({ question, payload }) => chip(question, payload)));
            }),
            get_started && tap("Get started", gets(get_started.payload), "start"),
            ...persistent_menu.map(({ locale, call_to_actions, composer_input_disabled }) => {
                const only = composer_input_disabled && " (nothing can be typed)";
                return el("details", { class: "menu" }, el("summary", {}, "☰ Menu ", of(locale), only), menu(call_to_actions));
            }),
        ),
    ];
}

const gets = (payload: string) => () => `The bot receives the postback ${visible(payload)}`;

/** Whom a part is for, unless for everyone. */
const of = (locale: string) => locale !== "default" && el("code", { class: "locale", dir: "ltr" }, locale);

/** A menu; the platform's levels are few, so are the calls. */
function menu(items: readonly MenuItem[]): HTMLElement {
    const entry = (item: MenuItem) => {
        switch (item.type) {
            case "nested":
                return el("details", {}, el("summary", { dir: "auto" }, item.title), menu(item.call_to_actions));
            case "postback":
                return tap(item.title, gets(item.payload));
            case "web_url":
                return tap(item.title, () => `Opens ${visible(item.url)}`);
        }
    };
    return el("ul", {}, ...items.map((item) => el("li", {}, entry(item))));
}
