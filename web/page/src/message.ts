/** A request as Messenger shows it. Whatever draws a part takes the marks of its field. */

import type { Button, Element, Message, QuickReply, Request, Template } from "tapmark";

import { cards } from "./carousel.js";
import { el } from "./dom.js";
import { visible } from "./invisible.js";
import type { Marks } from "./marks.js";
import { type Shape, fileName, picture, placeholder } from "./pictures.js";
import { buttonView, chip, showOutcome, tap } from "./taps.js";

/** The field of a request that has its template. */
const PAYLOAD = "message/attachment/payload";

/** What stands in the place of media that are not shown. */
const MEDIA = { video: ["▶", "Video"], audio: ["♪", "Audio"], file: ["📄", "File"] } as const;

/** What replies ask the person for: the label, what the person says, and what the bot receives. */
const QUESTIONS = {
    location: ["📍 Send location", "📍 (a place on the map)", "person’s location"],
    user_phone_number: ["📞 (the person’s number)", "📞 (the person’s number)", "phone number"],
    user_email: ["✉ (the person’s address)", "✉ (the person’s address)", "e-mail address"],
} as const;

export function requestView(request: Request, marks: Marks): HTMLElement[] {
    if ("message" in request) {
        return message(request.message, marks);
    }
    switch (request.sender_action) {
        case "typing_on":
            return [el("p", { class: "bubble dots", role: "img", "aria-label": "Typing" }, el("i"), el("i"), el("i"))];
        case "typing_off":
            return [el("p", { class: "event" }, "Typing ends")];
        case "mark_seen":
            return [el("p", { class: "event" }, "✓ Seen")];
    }
}

function message({ text, attachment, quick_replies = [] }: Message, marks: Marks): HTMLElement[] {
    const parts: HTMLElement[] = [];
    if (text !== undefined) {
        parts.push(el("div", { class: "bubble" }, ...field("p", text, "message/text", marks)));
    } else if (attachment.type === "template") {
        parts.push(template(attachment.payload, marks));
    } else if (attachment.type === "image") {
        parts.push(picture(attachment.payload.url, "whole"));
    } else {
        const [sign, name] = MEDIA[attachment.type];
        parts.push(placeholder(sign, `${name}: ${visible(fileName(attachment.payload.url))}`, attachment.type));
    }
    const removed = marks.take("message/quick_replies");
    if (quick_replies.length + removed.length > 0) {
        parts.push(replies(quick_replies, removed, marks));
    }
    return parts;
}

/** A text, and what was cut of it. */
function field(name: "p" | "h3", text: string, path: string, marks: Marks): HTMLElement[] {
    return [el(name, { dir: "auto" }, text), ...marks.take(path)];
}

function template(payload: Template, marks: Marks): HTMLElement {
    const type = payload.template_type;
    if (type === "generic") {
        const shape = payload.image_aspect_ratio === "square" ? "square" : "wide";
        const all = payload.elements.map((element, index) => card(element, index, shape, marks));
        return cards(all, marks.take(""));
    }
    const large = type === "list" && payload.top_element_style === "large";
    const content = type === "list"
        ? payload.elements.map((element, index) => card(element, index, large && index === 0 ? "wide" : "icon", marks))
        : field("p", payload.text, `${PAYLOAD}/text`, marks);
    const below = [...buttons(payload.buttons, PAYLOAD, marks), ...marks.take("")];
    return el("div", { class: `card ${type}` }, ...content, ...below);
}

function card(element: Element, index: number, shape: Shape, marks: Marks): HTMLElement {
    const { title, subtitle, image_url, default_action } = element;
    const path = `${PAYLOAD}/elements/${index}`;
    return el(
        "div",
        { class: `element ${shape}` },
        image_url !== undefined && picture(image_url, shape),
        el(
            "div",
            { class: "caption" },
            ...field("h3", title, `${path}/title`, marks),
            ...(subtitle === undefined ? [] : field("p", subtitle, `${path}/subtitle`, marks)),
        ),
        default_action && tap("Open the card’s page", `Opens ${visible(default_action.url)}`, "opens"),
        ...buttons(element.buttons, path, marks),
        ...marks.take(`item ${index}`),
    );
}

function buttons(all: readonly Button[] = [], parent: string, marks: Marks): HTMLElement[] {
    const drawn = all.flatMap((button, index) => {
        const path = `${parent}/buttons/${index}`;
        return [buttonView(button), ...marks.take(path, `${path}/title`, `${path}/url`, `${path}/payload`)];
    });
    return [...drawn, ...marks.take(`${parent}/buttons`)];
}

/** Quick replies: a tap on one makes all of them vanish, and is what the person says. */
function replies(all: readonly QuickReply[], removed: HTMLElement[], marks: Marks): HTMLElement {
    const row = el("div", { class: "replies", role: "group", "aria-label": "Quick replies" });
    for (const [index, reply] of all.entries()) {
        const path = `message/quick_replies/${index}`;
        row.append(replyView(reply, row), ...marks.take(path, `${path}/title`));
    }
    row.append(...removed);
    return row;
}

function replyView(reply: QuickReply, row: HTMLElement): HTMLElement {
    const isText = reply.content_type === "text";
    const [title, said, received] = isText
        ? [reply.title, reply.title, `payload ${visible(reply.payload)}`]
        : QUESTIONS[reply.content_type];
    const answer = (event: Event) => {
        row.hidden = true;
        const onclick = () => {
            row.hidden = false;
            row.closest("li")?.querySelector(".outcome")?.remove();
            row.querySelector("button")?.focus();
        };
        const again = el("button", { type: "button", class: "again", onclick }, "Replies again");
        showOutcome(event, `The bot receives the ${received}`, said, again);
    };
    return chip(title, answer, isText && reply.image_url !== undefined && picture(reply.image_url, "icon"));
}
