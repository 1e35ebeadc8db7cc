/** Pictures: those of the examples, those of the web when they are asked for, else a frame. */

import { byId, el } from "./dom.js";

/** The examples' pictures come with the page; nobody can own that domain. */
const EXAMPLES = /^https:\/\/cdn\.example\/(bistro|diavola|margherita|salad)\.jpg$/;

/** Whether pictures are loaded from where a source says. */
export const fromTheWeb = byId("pictures", HTMLInputElement);

export type Shape = "wide" | "square" | "icon" | "whole";

/** A picture, in a frame of that shape. */
export function picture(url: string, shape: Shape): HTMLElement {
    const example = EXAMPLES.exec(url)?.[1];
    const frame = (what: string) => placeholder("🖼", shape === "icon" ? "" : `${what} ${host(url)}`, shape);
    if (example === undefined && !fromTheWeb.checked) {
        return frame("Picture from");
    }
    const image = el("img", {
        class: `picture ${shape}`,
        alt: shape === "icon" ? "" : "Picture",
        referrerpolicy: "no-referrer",
        onerror: () => image.replaceWith(frame("No picture at")),
    });
    image.src = example === undefined ? url : new URL(`pictures/${example}.svg`, document.baseURI).href;
    return image;
}

/** A frame for what is not shown. */
export function placeholder(sign: string, text: string, shape: string): HTMLElement {
    return el("div", { class: `picture frame ${shape}` }, el("span", { "aria-hidden": "true" }, sign), text && el("span", {}, text));
}

/** Where something is from, in a word. */
function host(url: string): string {
    return URL.parse(url)?.host ?? url;
}

/** The name of a file, or where it is from. */
export function fileName(url: string): string {
    const path = url.split(/[?#]/)[0] ?? "";
    return path.slice(path.lastIndexOf("/") + 1) || host(url);
}
