/** The page: the document goes to the compiler at every change, and what it says to every part. */

import { type Diagnostic, type Overflow, type TargetName, counters, fix, init, limits, targets } from "tapmark";

import { type Compiled, compiled } from "./compiled.js";
import { announce, byId, el } from "./dom.js";
import { Editor } from "./editor.js";
import { EXAMPLES } from "./examples.js";
import { curl, json, showOutput } from "./output.js";
import { loadPictures } from "./pictures.js";
import { showExplanation, showProblems, tally } from "./problems.js";
import { FRESH, OVERFLOWS, type State, fromFragment, keep, kept, toFragment } from "./state.js";
import { Thread } from "./thread.js";

/** How long after the last change what nobody looks at while typing is shown, in milliseconds. */
const REST = 150;

const OVERFLOW_NAMES: Record<Overflow, string> = {
    truncate: "is cut or dropped",
    split: "makes more messages",
    reject: "is an error",
};

await init();

const example = byId("example", HTMLSelectElement);
const target = byId("target", HTMLSelectElement);
const overflow = byId("overflow", HTMLSelectElement);
const merchantName = byId("merchantName", HTMLInputElement);
const checkoutUrl = byId("checkoutUrl", HTMLInputElement);
const share = byId("share", HTMLButtonElement);
const main = byId("main", HTMLElement);
const outputBox = byId("output", HTMLElement);

const option = (value: string, text: string) => el("option", { value }, text);
target.append(...targets().toReversed().map((name) => option(name, name)));
overflow.append(...OVERFLOWS.map((mode) => option(mode, OVERFLOW_NAMES[mode])));
example.append(option("", "choose …"), ...[...EXAMPLES.keys()].map((name) => option(name, name)));

let now: Compiled | undefined;
let frame = 0;
let rest = 0;

const begin = (await fromFragment(location.hash)) ?? kept() ?? EXAMPLES.values().next().value ?? FRESH;
const editor = new Editor(byId("editor", HTMLElement), begin.source, { changed, explain: showExplanation });
const thread = new Thread(byId("thread", HTMLElement), (mark) => editor.goTo(mark.span));

/** What the page is about now. */
function state(): State {
    return {
        source: editor.source,
        target: target.value as TargetName,
        overflow: overflow.value as Overflow,
        merchantName: merchantName.value,
        checkoutUrl: checkoutUrl.value,
    };
}

function open(found: State): void {
    target.value = found.target;
    overflow.value = found.overflow;
    merchantName.value = found.merchantName;
    checkoutUrl.value = found.checkoutUrl;
    editor.replace(found.source);
    opened = JSON.stringify(state());
    changed();
}

/** Something has changed: it is shown with the next frame, however often that is said until then. */
function changed(): void {
    main.setAttribute("aria-busy", "true");
    frame ||= requestAnimationFrame(() => {
        frame = 0;
        show();
    });
}

function show(): void {
    const current = state();
    const options = JSON.stringify(current);
    if (now === undefined || options !== shownFor) {
        shownFor = options;
        now = compiled(current);
        editor.show(now);
        thread.show(now);
        clearTimeout(rest);
        rest = setTimeout(settle, REST);
    } else if (rest === 0) {
        main.setAttribute("aria-busy", "false");
    }
    // Behind a space that has just been typed, the cursor is still where it was.
    const place = current.source.slice(0, editor.cursor).replace(/[ \t]+$/, "").length;
    thread.follow(now, place);
    showCounters(now, place);
}
/** The states that are shown, and that were opened, as JSON. */
let shownFor = "";
let opened = "";

/** What can wait until nobody types. */
function settle(): void {
    if (now === undefined) {
        return;
    }
    showProblems(now.problems, { goTo: ({ span }) => editor.goTo(span), mend });
    showOutput(outputBox, now);
    rest = 0;
    byId("refused", HTMLElement).textContent = now.refused;
    const [platform] = /\d{4}/.exec(target.value) ?? [""];
    byId("platform", HTMLElement).textContent =
        target.value === FRESH.target ? `as Messenger is today, by its documentation of ${platform}` : `as Messenger was in ${platform}`;
    announce(`Problems: ${tally(now.problems)}`);
    const current = state();
    example.value = [...EXAMPLES].find(([, { source }]) => source === current.source)?.[0] ?? "";
    if (shownFor !== opened) {
        // What was only looked at, by a link or as an example, does not take the place of one's own.
        keep(current);
    }
    const address = shownFor;
    void toFragment(current).then((fragment) => {
        if (address === shownFor) {
            setAddress(fragment);
            main.setAttribute("aria-busy", "false");
        }
    });
}

/** Puts the document into the address; browsers refuse very long ones. */
function setAddress(fragment: string): boolean {
    try {
        history.replaceState(null, "", fragment);
        return true;
    } catch {
        history.replaceState(null, "", location.pathname);
        return false;
    }
}

function mend(problem: Diagnostic): void {
    if (problem.fix !== undefined) {
        editor.apply(problem.fix);
    }
}

/** How much of their limits the fields at the cursor use. */
function showCounters({ source, options }: Compiled, place: number): void {
    const names = new Map(limits(options.target).limits.map(({ name, of }) => [name, of]));
    byId("counters", HTMLElement).replaceChildren(
        ...counters(source, place, options).map(({ limit, used, max }) =>
            el(
                "span",
                { class: used > max ? "counter over" : "counter", title: names.get(limit) },
                `${limit.replaceAll("-", " ")} `,
                el("b", {}, `${used} / ${max}`),
            ),
        ),
    );
}

/** Copies a text; its button says for a while whether that was possible. */
async function copy(button: HTMLButtonElement, text: string): Promise<void> {
    const title = (button.dataset["title"] ??= button.textContent ?? "");
    let done = "Copied";
    try {
        await navigator.clipboard.writeText(text);
    } catch {
        // Refused; or there is no clipboard, as on a page that came by plain HTTP.
        done = "Cannot be copied";
    }
    button.textContent = done;
    announce(done);
    setTimeout(() => (button.textContent = title), 2000);
}

for (const control of [target, overflow, merchantName, checkoutUrl]) {
    control.addEventListener("input", changed);
}
example.addEventListener("change", () => {
    const chosen = EXAMPLES.get(example.value);
    if (chosen !== undefined) {
        open(chosen);
    }
});
byId("pictures", HTMLInputElement).addEventListener("change", ({ currentTarget }) => {
    loadPictures((currentTarget as HTMLInputElement).checked);
    thread.clear();
    shownFor = "";
    changed();
});
byId("fix-all", HTMLButtonElement).addEventListener("click", () => {
    const { text, applied } = fix(editor.source);
    editor.replace(text);
    announce(`${applied} fixed`);
});
share.addEventListener("click", async () => {
    const fragment = await toFragment(state());
    await copy(share, setAddress(fragment) ? location.href : new URL(fragment, location.href).href);
});
for (const [id, text] of [["copy", json], ["curl", curl]] as const) {
    const button = byId(id, HTMLButtonElement);
    button.addEventListener("click", () => now && copy(button, text(now)));
}
window.addEventListener("hashchange", async () => {
    const linked = await fromFragment(location.hash);
    if (linked !== undefined) {
        // Leave was given for another document.
        byId("pictures", HTMLInputElement).checked = false;
        loadPictures(false);
        open(linked);
    }
});

open(begin);
