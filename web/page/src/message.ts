/** A request as Messenger shows it. */

import type { Button, Element, Message, QuickReply, Request, SenderAction, Template } from "tapmark";

import { cards } from "./carousel.js";
import { el, visible } from "./dom.js";
import type { Marks } from "./marks.js";
import { type Shape, fileName, picture, placeholder } from "./pictures.js";
import { happened, said, tap } from "./taps.js";
import type { Mark } from "./thread.js";

/** What draws a request, and takes its marks. */
export interface Drawing {
    readonly marks: Marks;
    readonly mark: Mark;
}

/** The parts of a request's entry. */
export function entryOf(request: Request, drawing: Drawing): HTMLElement[] {
    return "message" in request ? message(request.message, drawing) : [senderAction(request.sender_action)];
}

function senderAction(action: SenderAction): HTMLElement {
    switch (action) {
        case "typing_on":
            return el("p", { class: "bubble dots", role: "img", "aria-label": "Typing" }, el("i"), el("i"), el("i"));
        case "typing_off":
            return el("p", { class: "event" }, "Typing ends");
        case "mark_seen":
            return el("p", { class: "event seen" }, "Seen");
    }
}

function message({ text, attachment, quick_replies }: Message, drawing: Drawing): HTMLElement[] {
    const parts: HTMLElement[] = [];
    if (text !== undefined) {
        parts.push(el("div", { class: "bubble" }, ...field("p", text, "message/text", drawing)));
    } else if (attachment?.type === "template") {
        parts.push(template(attachment.payload, drawing));
    } else if (attachment?.type === "image") {
        parts.push(picture(attachment.payload.url, "whole"));
    } else if (attachment !== undefined) {
        const sign = { video: "▶", audio: "♪", file: "📄" }[attachment.type];
        const name = { video: "Video", audio: "Audio", file: "File" }[attachment.type];
        parts.push(placeholder(sign, `${name}: ${visible(fileName(attachment.payload.url))}`, attachment.type));
    }
    const gone = drawing.marks.take("message/quick_replies");
    if (quick_replies !== undefined || gone.length > 0) {
        parts.push(replies(quick_replies ?? [], gone.map(drawing.mark), drawing));
    }
    return parts;
}

/** A text, and what was cut of it. */
function field(name: "p" | "h3", text: string, path: string, { marks, mark }: Drawing): HTMLElement[] {
    return [el(name, { dir: "auto" }, text), ...marks.take(path).map(mark)];
}

function template(payload: Template, drawing: Drawing): HTMLElement {
    const path = "message/attachment/payload";
    const element = (shape: Shape) => (of: Element, index: number) => card(of, index, `${path}/elements/${index}`, shape, drawing);
    switch (payload.template_type) {
        case "button":
            return el(
                "div",
                { class: "card" },
                ...field("p", payload.text, `${path}/text`, drawing),
                ...buttons(payload.buttons, `${path}/buttons`, drawing),
                ...drawing.marks.take("").map(drawing.mark),
            );
        case "generic": {
            const shape = payload.image_aspect_ratio === "square" ? "square" : "wide";
            return cards(payload.elements.map(element(shape)), drawing.marks.take("").map(drawing.mark));
        }
        case "list": {
            const large = payload.top_element_style === "large";
            return el(
                "div",
                { class: "card list" },
                ...payload.elements.map((of, index) => element(large && index === 0 ? "wide" : "icon")(of, index)),
                ...buttons(payload.buttons ?? [], `${path}/buttons`, drawing),
            );
        }
    }
}

function card(of: Element, index: number, path: string, shape: Shape, drawing: Drawing): HTMLElement {
    const { title, subtitle, image_url, default_action } = of;
    const image = image_url !== undefined && picture(image_url, shape);
    const words = el(
        "div",
        { class: "words" },
        ...field("h3", title, `${path}/title`, drawing),
        ...(subtitle === undefined ? [] : field("p", subtitle, `${path}/subtitle`, drawing)),
    );
    const page = default_action?.url;
    const open = page !== undefined && tap("Open the card’s page", () => `Opens ${visible(page)}`, "opens");
    return el(
        "div",
        { class: `element ${shape}` },
        image,
        words,
        open,
        ...buttons(of.buttons ?? [], `${path}/buttons`, drawing),
        ...drawing.marks.take(`item ${index}`).map(drawing.mark),
    );
}

function buttons(all: readonly Button[], path: string, { marks, mark }: Drawing): HTMLElement[] {
    const drawn = all.flatMap((button, index) => {
        const own = marks.take(...["", "/title", "/url", "/payload"].map((end) => `${path}/${index}${end}`));
        return [buttonOf(button), ...own.map(mark)];
    });
    return [...drawn, ...marks.take(path).map(mark)];
}

function buttonOf(button: Button): HTMLElement {
    switch (button.type) {
        case "web_url": {
            const height = button.webview_height_ratio;
            const page = button.messenger_extensions === true ? "the webview" : "the page";
            const how = height === undefined ? "" : ` (${height})`;
            return tap(button.title, () => `Opens ${page}${how} ${visible(button.url)}`);
        }
        case "postback":
            return tap(button.title, () => `The bot receives the postback ${visible(button.payload)}`);
        case "phone_number":
            return tap(button.title, () => `Calls ${visible(button.payload)}`, "call");
        case "payment": {
            const { price_list, merchant_name } = button.payment_summary;
            const price = price_list.map(({ amount }) => `$${amount}`).join(" + ");
            const to = `Pays ${price} to ${visible(merchant_name)}; the bot receives ${visible(button.payload)}`;
            return tap(`${button.title} · ${price}`, () => to, "pay");
        }
        case "element_share":
            return tap("Share", () => "Shares the card with a friend", "share");
    }
}

/** Quick replies: a tap on one makes all of them vanish, and is what the person says. */
function replies(all: readonly QuickReply[], gone: HTMLElement[], { marks, mark }: Drawing): HTMLElement {
    const row = el("div", { class: "replies", role: "group", "aria-label": "Quick replies" });
    for (const [index, reply] of all.entries()) {
        const path = `message/quick_replies/${index}`;
        const own = marks.take(path, `${path}/title`).map(mark);
        row.append(chip(reply, row), ...own);
    }
    row.append(...gone);
    return row;
}

function chip(reply: QuickReply, row: HTMLElement): HTMLElement {
    const [title, says, gets] = replyText(reply);
    const icon = reply.content_type === "text" && reply.image_url !== undefined && picture(reply.image_url, "icon");
    const answer = (event: Event) => {
        row.hidden = true;
        const again = el("button", { type: "button", class: "again", onclick: () => void (row.hidden = false) }, "Replies again");
        happened(event, said(says), gets, again);
    };
    return el("button", { type: "button", class: "chip", dir: "auto", onclick: answer }, icon, title);
}

/** A reply's label, what the person says by it, and what the bot gets. */
function replyText(reply: QuickReply): [string, string, string] {
    switch (reply.content_type) {
        case "text":
            return [reply.title, reply.title, `The bot receives the payload ${visible(reply.payload)}`];
        case "location":
            return ["📍 Send location", "📍 (a place on the map)", "The bot receives the person’s location"];
        case "user_phone_number":
            return ["📞 (the person’s number)", "📞 (the person’s number)", "The bot receives the phone number"];
        case "user_email":
            return ["✉ (the person’s address)", "✉ (the person’s address)", "The bot receives the e-mail address"];
    }
}
