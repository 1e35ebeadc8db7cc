/** The requests, as JSON and as commands to send them with. */

import type { Compiled } from "./compiled.js";
import { byId, el } from "./dom.js";
import { escapeInvisible } from "./invisible.js";
import { keyedList } from "./keyed-list.js";

/** What is sent, one after the other. */
function bodies({ requests, profile }: Compiled): object[] {
    return profile === null ? requests : [profile, ...requests];
}

/** An array of requests, or an object of both, where there is a profile: the two go to different places. */
export function json({ requests, profile }: Compiled): string {
    return pretty(profile === null ? requests : { profile, requests });
}

/** All of it as commands. */
export function curl(compiled: Compiled): string {
    const commands = bodies(compiled).map((body) => command(body, body === compiled.profile));
    return `${["# PSID is whom it goes to, PAGE_ACCESS_TOKEN the page's.", ...commands].join("\n\n")}\n`;
}

const showTexts = keyedList(byId("requests", HTMLElement));

export function showOutput(compiled: Compiled): void {
    showTexts(bodies(compiled).map(pretty).map((text) => ({ key: text, draw: () => el("pre", {}, text) })));
}

const pretty = (value: object) => escapeInvisible(JSON.stringify(value, null, 2));

/** A command for a shell; recipient and token are the shell's variables, and never stand here. */
function command(body: object, isProfile: boolean): string {
    const json = escapeInvisible(JSON.stringify(body)).replaceAll("'", String.raw`'\''`);
    const path = isProfile ? "messenger_profile" : "messages";
    return [
        `curl "https://graph.facebook.com/me/${path}?access_token=$PAGE_ACCESS_TOKEN"`,
        "--header 'Content-Type: application/json'",
        isProfile ? `--data '${json}'` : `--data '{"recipient":{"id":"'"$PSID"'"},${json.slice(1)}'`,
    ].join(" \\\n  ");
}
