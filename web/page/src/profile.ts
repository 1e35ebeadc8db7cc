/** What a page shows before anyone writes: greeting, questions, the first button, the menu. */

import type { MenuItem, Profile } from "tapmark";

import { el } from "./dom.js";
import type { Marks } from "./marks.js";
import { buttonView, chip, postback, showOutcome, tap } from "./taps.js";

export function profileView(profile: Profile | null, marks: Marks): HTMLElement[] {
    if (profile === null) {
        return [];
    }
    const { greeting = [], ice_breakers = [], get_started, persistent_menu = [] } = profile;
    return [
        el(
            "div",
            { class: "profile" },
            el("h3", {}, "Before the first message"),
            ...greeting.flatMap(({ locale, text }, index) => [
                el("p", { class: "greeting", dir: "auto" }, tag(locale), text),
                ...marks.takeWithin(`/greeting/${index}/`),
            ]),
            ...ice_breakers.map(({ locale, call_to_actions }, index) => {
                const path = `/ice_breakers/${index}/`;
                const questions = call_to_actions.flatMap(({ question, payload }, index) => [
                    chip(question, (event) => showOutcome(event, postback(payload), question)),
                    ...marks.takeWithin(`${path}call_to_actions/${index}/`),
                ]);
                return el("div", { class: "questions" }, tag(locale), ...questions, ...marks.takeWithin(path));
            }),
            get_started && tap("Get started", postback(get_started.payload), "start"),
            ...persistent_menu.map(({ locale, call_to_actions, composer_input_disabled }, index) => {
                const only = composer_input_disabled && " (nothing can be typed)";
                const summary = el("summary", {}, "☰ Menu ", tag(locale), only);
                return el("details", { class: "menu" }, summary, menu(call_to_actions, `/persistent_menu/${index}/`, marks));
            }),
        ),
    ];
}

/** Whom a part is for, unless for everyone. */
const tag = (locale: string) => locale !== "default" && el("code", { class: "locale", dir: "ltr" }, locale);

/** A menu; the platform's levels are few, so are the calls. */
function menu(items: readonly MenuItem[], parent: string, marks: Marks): HTMLElement {
    const views = items.map((item, index) => {
        const path = `${parent}call_to_actions/${index}/`;
        const view = item.type === "nested"
            ? el("details", {}, el("summary", { dir: "auto" }, item.title), menu(item.call_to_actions, path, marks))
            : buttonView(item);
        return el("li", {}, view, ...marks.takeWithin(path));
    });
    return el("ul", {}, ...views, ...marks.takeWithin(parent));
}
