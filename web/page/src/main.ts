/** The page: the document goes to the compiler at every change, and what it says to every part. */

import { counters, fix, init, limits, targets } from "tapmark";

import { type Compiled, compileAll } from "./compiled.js";
import { copyOnClick } from "./copy.js";
import { announce, byId, el } from "./dom.js";
import { Editor } from "./editor.js";
import { EXAMPLES } from "./examples.js";
import { curl, json, showOutput } from "./output.js";
import { fromTheWeb } from "./pictures.js";
import { showProblems, tally } from "./problems.js";
import { DEFAULT, type State, fromFragment, load, save, toFragment } from "./state.js";
import { followCursor, linkMarks, showThread } from "./thread.js";

/** How long after the last change what nobody looks at while typing is shown, in milliseconds. */
const DELAY = 150;

await init();

const main = byId("main", HTMLElement);
const example = byId("example", HTMLSelectElement);
const target = byId("target", HTMLSelectElement);
const brokenLink = byId("broken-link", HTMLElement);
/** What sets the options; the id of each is the name of its option in a `State`. */
const controls = document.querySelectorAll<HTMLSelectElement | HTMLInputElement>(
    "#target, #overflow, #merchantName, #checkoutUrl",
);
target.append(...targets().toReversed().map((name) => new Option(name)));
example.append(...[...EXAMPLES.keys()].map((name) => new Option(name)));

const initial = (await linked()) ?? load() ?? EXAMPLES.values().next().value ?? DEFAULT;
const editor = new Editor(byId("editor", HTMLElement), initial.source, changed, schedule);
linkMarks(editor);
byId("nothing", HTMLElement).textContent = "Nothing to show yet: write a message, or choose an example.";

/** What is shown. */
let current = compileAll(DEFAULT);
/** Whether something else is to be shown, and whether it is anybody's own work. */
let stale = false;
let edited = false;
let frame = 0;
let timer = 0;

/** What the page is about now. */
function state(): State {
    const values = Object.fromEntries(Array.from(controls, ({ id, value }) => [id, value]));
    return { ...DEFAULT, ...values, source: editor.source };
}

/** The state that the address links to, if it does; a broken link is reported. */
async function linked(): Promise<State | undefined> {
    const found = await fromFragment(location.hash);
    brokenLink.hidden = found !== undefined || location.hash === "";
    return found;
}

function open(found: State | undefined): void {
    if (found === undefined) {
        return;
    }
    for (const control of controls) {
        const id = control.id as keyof State;
        control.value = found[id];
        // It does not take what it does not offer.
        control.value ||= DEFAULT[id];
    }
    // Permission was given for another document.
    fromTheWeb.checked = false;
    editor.replace(found.source);
    refresh();
    // What was only looked at, by a link or as an example, does not take the place of one's own.
    edited = false;
}

/** Somebody has changed the document or an option. */
function changed(): void {
    edited = true;
    brokenLink.hidden = true;
    refresh();
}

function refresh(): void {
    stale = true;
    main.setAttribute("aria-busy", "true");
    schedule();
}

/** Shows with the next frame what there is to show, however often it is asked for until then. */
function schedule(): void {
    frame ||= requestAnimationFrame(show);
}

function show(): void {
    frame = 0;
    if (stale) {
        stale = false;
        const now = state();
        current = compileAll(now);
        editor.show(current);
        showThread(current);
        clearTimeout(timer);
        timer = setTimeout(showRest, DELAY);
        if (edited) {
            save(now);
            // Until the address links to what is shown now, a reload is to find what was saved.
            if (location.hash !== "") {
                setAddress(location.pathname + location.search);
            }
        }
    }
    // Behind a space that has just been typed, the cursor is still where it was.
    const place = current.source.slice(0, editor.cursor).replace(/[ \t]+$/, "").length;
    followCursor(current, place);
    showCounters(current, place);
}

/** What can wait until nobody types. */
async function showRest(): Promise<void> {
    const shown = current;
    const saved = state();
    showProblems(shown.problems, editor);
    showOutput(shown);
    byId("refused", HTMLElement).textContent = shown.refused.join("\n");
    byId("platform", HTMLElement).textContent =
        target.value === DEFAULT.target ? "as Messenger is today" : `as Messenger was in ${target.value.slice(-4)}`;
    announce(`Problems: ${tally(shown.problems)}`);
    example.value = [...EXAMPLES].find(([, { source }]) => source === shown.source)?.[0] ?? "";
    const fragment = await toFragment(saved);
    if (shown !== current || stale) {
        return;
    }
    if (!setAddress(fragment)) {
        setAddress(location.pathname);
    }
    main.setAttribute("aria-busy", "false");
}

/** Whether the browser took it: none takes a very long one, and some no more than a hundred in half a minute. */
function setAddress(address: string): boolean {
    try {
        history.replaceState(null, "", address);
        return true;
    } catch {
        return false;
    }
}

/** How much of their limits the fields at the cursor use. */
function showCounters({ source, options }: Compiled, place: number): void {
    const { limits: all } = limits(options.target);
    const views = counters(source, place, options).map(({ limit, used, max }) => {
        const title = all.find(({ name }) => name === limit)?.of;
        const kind = used > max ? "counter over" : "counter";
        return el("span", { class: kind, title }, `${limit.replaceAll("-", " ")} `, el("b", {}, `${used} / ${max}`));
    });
    byId("counters", HTMLElement).replaceChildren(...views);
}

for (const control of controls) {
    control.addEventListener("input", changed);
}
example.addEventListener("change", () => open(EXAMPLES.get(example.value)));
fromTheWeb.addEventListener("change", refresh);
byId("fix-all", HTMLButtonElement).addEventListener("click", () => {
    const { text, applied } = fix(editor.source);
    editor.replace(text);
    announce(`${applied} fixed`);
});
copyOnClick("share", async () => new URL(await toFragment(state()), location.href).href);
copyOnClick("copy", () => json(current));
copyOnClick("curl", () => curl(current));
window.addEventListener("hashchange", async () => open(await linked()));

open(initial);
