// A program that uses every type of the package: it must compile under `strict`, and it is run over
// all fixtures. A shape that the types do not know ends it: what comes after all cases is `never`.

import { readFileSync } from "node:fs";
import {
    type Attachment,
    type Button,
    type Compilation,
    type Diagnostic,
    type Element,
    type MenuItem,
    type Message,
    type Options,
    type Profile,
    type QuickReply,
    type Request,
    type Template,
    check,
    codes,
    compile,
    compileMany,
    compileProfile,
    explain,
    fix,
    init,
    limits,
    targets,
} from "tapmark";

function unknown(shape: never): never {
    throw new Error(`no type knows ${JSON.stringify(shape)}`);
}

function ofRequest(request: Request): string {
    const to = request.recipient?.id ?? "everyone";
    if ("sender_action" in request) {
        const action: "typing_on" | "typing_off" | "mark_seen" = request.sender_action;
        return `${to}: ${action}`;
    }
    const kind: "RESPONSE" | "UPDATE" | "MESSAGE_TAG" = request.messaging_type;
    return `${to}: ${kind} ${request.tag ?? ""} ${ofMessage(request.message)}`;
}

function ofMessage(message: Message): string {
    const replies = (message.quick_replies ?? []).map(ofReply).join(" ");
    return `${message.text === undefined ? ofAttachment(message.attachment) : message.text.trim()} ${replies}`;
}

function ofReply(reply: QuickReply): string {
    switch (reply.content_type) {
        case "text":
            return `${reply.title.length}${reply.payload.length}${reply.image_url?.length ?? ""}`;
        case "location":
        case "user_phone_number":
        case "user_email":
            return reply.content_type;
        default:
            return unknown(reply);
    }
}

function ofAttachment(attachment: Attachment): string {
    switch (attachment.type) {
        case "image":
        case "video":
        case "audio":
        case "file":
            return attachment.payload.url.slice(1);
        case "template":
            return ofTemplate(attachment.payload);
        default:
            return unknown(attachment);
    }
}

function ofTemplate(template: Template): string {
    switch (template.template_type) {
        case "button":
            return template.text.trim() + template.buttons.map(ofButton).join();
        case "generic": {
            const ratio: "horizontal" | "square" | undefined = template.image_aspect_ratio;
            return `${ratio}${template.elements.map(ofElement).join()}`;
        }
        case "list": {
            const style: "compact" | "large" = template.top_element_style;
            return style + template.elements.map(ofElement).join() + (template.buttons ?? []).map(ofButton).join();
        }
        default:
            return unknown(template);
    }
}

function ofElement(element: Element): string {
    const action = element.default_action;
    const opened: "web_url" | undefined = action?.type;
    const buttons: Button[] = element.buttons ?? [];
    const texts = [element.title, element.subtitle, element.image_url, action?.url, opened];
    return texts.map((text) => text?.trim() ?? "").join() + buttons.map(ofButton).join();
}

function ofButton(button: Button): string {
    switch (button.type) {
        case "web_url": {
            const height: "compact" | "tall" | "full" | undefined = button.webview_height_ratio;
            const share: "hide" | undefined = button.webview_share_button;
            const extensions: boolean = button.messenger_extensions ?? false;
            return `${button.title.trim()}${button.url.trim()}${height}${share}${extensions}${button.fallback_url?.trim()}`;
        }
        case "postback":
        case "phone_number":
            return button.title.trim() + button.payload.trim();
        case "payment": {
            const { currency, payment_type, is_test_payment, merchant_name, requested_user_info, price_list } =
                button.payment_summary;
            const asked: ("shipping_address" | "contact_name" | "contact_phone" | "contact_email")[] = requested_user_info;
            const prices = price_list.map(({ label, amount }) => label.trim() + amount.trim());
            const test: boolean = is_test_payment ?? false;
            return [button.title, button.payload, currency, payment_type, test, merchant_name, ...asked, ...prices].join();
        }
        case "element_share":
            return button.type;
        default:
            return unknown(button);
    }
}

function ofProfile(profile: Profile): string {
    const greetings = (profile.greeting ?? []).map(({ locale, text }) => locale.trim() + text.trim());
    const menus = (profile.persistent_menu ?? []).map((menu) => {
        const silent: boolean = menu.composer_input_disabled ?? false;
        return `${menu.locale.trim()}${silent}${menu.call_to_actions.map(ofEntry).join()}`;
    });
    const questions = (profile.ice_breakers ?? []).flatMap(({ locale, call_to_actions }) =>
        call_to_actions.map(({ question, payload }) => locale.trim() + question.trim() + payload.trim()),
    );
    return [profile.get_started?.payload.trim(), ...greetings, ...menus, ...questions].join();
}

function ofEntry(entry: MenuItem): string {
    switch (entry.type) {
        case "postback":
            return entry.title.trim() + entry.payload.trim();
        case "web_url":
            return entry.title.trim() + entry.url.trim();
        case "nested":
            return entry.title.trim() + entry.call_to_actions.map(ofEntry).join();
        default:
            return unknown(entry);
    }
}

function ofDiagnostic(diagnostic: Diagnostic, source: string): string {
    const severity: "note" | "warning" | "error" = diagnostic.severity;
    const { start, end, line, column } = diagnostic.span;
    const edits = (diagnostic.fix?.edits ?? []).map((edit) => source.slice(edit.start, edit.end) + edit.text.trim());
    const { max, actual, unit } = diagnostic.limit ?? { max: 0, actual: 0, unit: "utf16" };
    const counts: number[] = [start, end, line, column, max, actual];
    const counted: "utf16" | "replies" | "buttons" | "items" | "media" | "entries" | "levels" = unit;
    const change = diagnostic.change;
    const done: "truncated" | "dropped" | "moved" | "replaced" | "split" | undefined = change?.kind;
    const texts = [diagnostic.message, diagnostic.help, diagnostic.fix?.title, diagnostic.pointer];
    const changed = [change?.before, change?.after];
    const said = [...texts, ...changed].map((text) => text?.trim());
    return [severity, diagnostic.code, ...said, done, counted, ...counts.map((count) => count.toFixed()), ...edits].join();
}

export const options: Options = {
    target: "messenger-2018",
    overflow: "split",
    recipient: "42",
    placeholder: "Tap",
    merchantName: "Bistro",
    checkoutUrl: "https://pay.example/",
    messagingType: "MESSAGE_TAG",
    tag: "ACCOUNT_UPDATE",
    requestedUserInfo: ["contact_name", "contact_email"],
    testPayment: true,
};

/** Never called: each line is an error, or the test fails. */
export function wrong(compilation: Compilation): void {
    // @ts-expect-error: a source is a string
    compile(5);
    // @ts-expect-error: there is no such option
    compile("", { tone: "warm" });
    // @ts-expect-error: there is no such target
    compile("", { target: "messenger-1999" });
    // @ts-expect-error: there is no such mode
    compile("", { overflow: "cut" });
    // @ts-expect-error: an option is not null
    compile("", { recipient: null });
    // @ts-expect-error: there is no such information
    compile("", { requestedUserInfo: ["shoe_size"] });
    // @ts-expect-error: many are an array
    compileMany("Hi");
    // @ts-expect-error: there is no such diagnostic
    explain("typo");
    // @ts-expect-error: there is no such target
    limits("messenger-1999");
    // @ts-expect-error: it may be an action
    compilation.requests[0]?.message;
    // @ts-expect-error: there may be none
    compileProfile("").profile.greeting;
    // @ts-expect-error: there may be none
    compilation.diagnostics[0]?.fix.title;
    // @ts-expect-error: there is no such code
    compilation.diagnostics.some((one) => one.code === "typo");
    // @ts-expect-error: a place is not a string
    compilation.diagnostics[0]?.span.start.trim();
}

await init();
for (const file of process.argv.slice(2)) {
    const source = readFileSync(file, "utf8");
    const told: Diagnostic[] = check(source);
    for (const given of [undefined, { overflow: "split" }, { target: "messenger-2026" }, options] satisfies (Options | undefined)[]) {
        const compilation: Compilation = compile(source, given);
        const { profile, diagnostics } = compileProfile(source, given);
        compilation.requests.forEach(ofRequest);
        profile === null || ofProfile(profile);
        [...compilation.diagnostics, ...diagnostics, ...told].forEach((one) => ofDiagnostic(one, source));
    }
    const { text, applied } = fix(source);
    if ((applied === 0) !== (text === source)) {
        throw new Error(`${file}: ${applied.toFixed()} fixes`);
    }
}
for (const name of targets()) {
    const listing = limits(name);
    console.log(name, Object.keys(listing).join());
}
for (const code of codes()) {
    explain(code).trim();
}
