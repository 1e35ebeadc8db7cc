/** Elements, made of text alone: nothing that an author writes is ever read as markup. */

import { visible } from "./invisible.js";

export type Child = Node | string | false | undefined;

type Attributes = Record<string, string | undefined | ((event: Event) => void)>;

/** Attributes that lead somewhere, or run: only code that knows their value sets them, as properties. */
const FORBIDDEN = /^(href|src|srcdoc|style|action|formaction|on)/;

/** An element with attributes, listeners (`onclick`), and children. */
export function el<Name extends keyof HTMLElementTagNameMap>(
    name: Name,
    attributes: Attributes = {},
    ...children: Child[]
): HTMLElementTagNameMap[Name] {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) {
        if (typeof value === "function") {
            element.addEventListener(key.slice(2), value);
        } else if (FORBIDDEN.test(key)) {
            throw new Error(`${key} is not set from here`);
        } else if (value !== undefined) {
            element.setAttribute(key, value);
        }
    }
    element.append(...children.filter((child) => child !== false && child !== undefined));
    return element;
}

/** The element of the page with that id. */
export function byId<T extends HTMLElement>(id: string, type: { new (): T; prototype: T }): T {
    const found = document.getElementById(id);
    if (!(found instanceof type)) {
        throw new Error(`there is no #${id} of that type`);
    }
    return found;
}

/** A sentence in which what stands between backticks is code. */
export function prose(text: string): Child[] {
    // The separator is taken out with two groups: text, backticks, code, and so on.
    return visible(text)
        .split(/(`+)(.+?)\1(?!`)/s)
        .map((part, index) => (index % 3 === 2 ? el("code", { dir: "auto" }, part) : index % 3 === 0 && part));
}

/** Says something to those who do not see it happen. */
export function announce(text: string): void {
    const status = byId("status", HTMLElement);
    // The same sentence is said again only when it is another text.
    status.textContent = status.textContent === text ? `${text}\u00a0` : text;
}
