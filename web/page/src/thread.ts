/** The thread: what people see of the requests, one entry each. */

import type { Compiled } from "./compiled.js";
import { byId, el } from "./dom.js";
import type { Editor } from "./editor.js";
import { keyedList } from "./keyed-list.js";
import { type Marks, allMarks, requestsAt } from "./marks.js";
import { requestView } from "./message.js";
import { fromTheWeb } from "./pictures.js";
import { profileView } from "./profile.js";

const box = byId("thread", HTMLElement);
const list = byId("messages", HTMLElement);
const showEntries = keyedList(list);
let entries: ReturnType<typeof entryOf>[] = [];
let elements: readonly HTMLElement[] = [];
/** The first entry that the cursor stands in. */
let current: HTMLElement | undefined;

/** Has marks lead to their places, which change while an entry stays: they are looked up when they are needed. */
export function linkMarks(editor: Editor): void {
    list.addEventListener("click", ({ target }) => {
        const mark = target instanceof Element ? target.closest<HTMLElement>(".mark") : null;
        const entry = entries[elements.findIndex((element) => element.contains(mark))];
        const changed = entry?.marks.all[Number(mark?.dataset["index"])];
        if (changed !== undefined) {
            editor.goTo(changed.span);
        }
    });
}

export function showThread(compiled: Compiled): void {
    const { profile } = compiled;
    const { first, each } = allMarks(compiled);
    entries = each.map(({ request, marks }) => entryOf(request, marks, () => requestView(request, marks)));
    if (profile !== null || first.all.length > 0) {
        entries.unshift(entryOf(profile, first, () => profileView(profile, first)));
    }
    elements = showEntries(entries);
}

/** An entry, which stays as long as content and marks say the same, and pictures come from the same places. */
function entryOf(content: unknown, marks: Marks, view: () => HTMLElement[]) {
    const draw = () => {
        const parts = view();
        const remaining = marks.takeRemaining();
        return el("li", {}, ...parts, remaining.length > 0 && el("div", { class: "marks" }, ...remaining));
    };
    const key = JSON.stringify([content, marks.all.map(({ code, change }) => [code, change]), fromTheWeb.checked]);
    return { marks, key, draw };
}

/** Shows which messages the cursor stands in. */
export function followCursor({ origins }: Compiled, offset: number): void {
    // Before the requests, there may be an entry of the profile.
    const found = new Set(requestsAt(origins, offset).map((index) => elements.at(index - origins.length)));
    for (const element of elements) {
        element.classList.toggle("current", found.has(element));
    }
    const [first] = found;
    if (first !== undefined && first !== current) {
        const outer = box.getBoundingClientRect();
        const inner = first.getBoundingClientRect();
        if (inner.bottom > outer.bottom || inner.top < outer.top) {
            box.scrollTop += inner.top - outer.top - 16;
        }
    }
    current = first;
}
