/** What a page shows before anyone writes: greeting, questions, the first button, the menu. */

import type { MenuItem, Profile } from "tapmark";

import { el } from "./dom.js";
import { buttonView, chip, postback, showOutcome, tap } from "./taps.js";

export function profileView(profile: Profile | null): HTMLElement[] {
    if (profile === null) {
        return [];
    }
    const { greeting = [], ice_breakers = [], get_started, persistent_menu = [] } = profile;
    return [
        el(
            "div",
            { class: "profile" },
            el("h3", {}, "Before the first message"),
            ...greeting.map(({ locale, text }) => el("p", { class: "greeting", dir: "auto" }, tag(locale), text)),
            ...ice_breakers.map(({ locale, call_to_actions }) => {
                const questions = call_to_actions.map(({ question, payload }) =>
                    chip(question, (event) => showOutcome(event, postback(payload), question)),
                );
                return el("div", { class: "questions" }, tag(locale), ...questions);
            }),
            get_started && tap("Get started", postback(get_started.payload), "start"),
            ...persistent_menu.map(({ locale, call_to_actions, composer_input_disabled }) => {
                const only = composer_input_disabled && " (nothing can be typed)";
                const summary = el("summary", {}, "☰ Menu ", tag(locale), only);
                return el("details", { class: "menu" }, summary, menu(call_to_actions));
            }),
        ),
    ];
}

/** Whom a part is for, unless for everyone. */
const tag = (locale: string) => locale !== "default" && el("code", { class: "locale", dir: "ltr" }, locale);

/** A menu; the platform's levels are few, so are the calls. */
function menu(items: readonly MenuItem[]): HTMLElement {
    const view = (item: MenuItem) =>
        item.type === "nested"
            ? el("details", {}, el("summary", { dir: "auto" }, item.title), menu(item.call_to_actions))
            : buttonView(item);
    return el("ul", {}, ...items.map((item) => el("li", {}, view(item))));
}
