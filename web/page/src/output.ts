/** The requests, as JSON and as commands to send them with. */

import type { Profile, Request } from "tapmark";

import type { Compiled } from "./compiled.js";
import { el } from "./dom.js";

/** What is sent, and the part of the API that takes it. */
type Body = { readonly path: "messages"; readonly body: Request } | { readonly path: "messenger_profile"; readonly body: Profile };

function bodies({ requests, profile }: Compiled): Body[] {
    const messages: Body[] = requests.map((body) => ({ path: "messages", body }));
    return profile === null ? messages : [{ path: "messenger_profile", body: profile }, ...messages];
}

/** An array of requests, or an object of both, where there is a profile: the two go to different places. */
export function json({ requests, profile }: Compiled): string {
    return written(profile === null ? requests : { profile, requests });
}

/** All of it as commands. */
export function curl(compiled: Compiled): string {
    return `${[PREFACE, ...bodies(compiled).map(command)].join("\n\n")}\n`;
}

/** Shows each request; what has not changed stays. */
export function showOutput(box: HTMLElement, compiled: Compiled): void {
    const texts = bodies(compiled).map(({ body }) => written(body));
    const shown = [...box.children];
    for (const [index, text] of texts.entries()) {
        const old = shown[index];
        if (old === undefined) {
            box.append(el("pre", {}, text));
        } else if (old.textContent !== text) {
            old.textContent = text;
        }
    }
    for (const old of shown.slice(texts.length)) {
        old.remove();
    }
}

const written = (value: unknown) => escaped(JSON.stringify(value, null, 2));

const PREFACE = "# PSID is whom it goes to, PAGE_ACCESS_TOKEN the page's.";

/** A command for a shell; recipient and token are the shell's variables, and never stand here. */
function command({ path, body }: Body): string {
    const json = escaped(JSON.stringify(body)).replaceAll("'", String.raw`'\''`);
    const data = path === "messages" ? `'{"recipient":{"id":"'"$PSID"'"},${json.slice(1)}'` : `'${json}'`;
    return [
        `curl "https://graph.facebook.com/me/${path}?access_token=$PAGE_ACCESS_TOKEN"`,
        "--header 'Content-Type: application/json'",
        `--data ${data}`,
    ].join(" \\\n  ");
}

/** JSON in which control and bidirectional characters are escaped: it says the same, and all is seen. */
function escaped(json: string): string {
    return json.replace(
        /[\u007f-\u009f\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g,
        (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`,
    );
}
