// What Tapmark is measured against: the converter that one would write in an hour. It knows replies,
// buttons, links, telephone numbers, pictures, sections and escapes, trusts its author, and gives the
// JSON of the same requests. It checks no limit and says nothing of what it leaves out.

const PART = new RegExp(
    [
        /\\(%\[|[^\w\s])/, // 1: an escaped character
        /!\[[^\]]*\]\(([^)\s]+)\)\n?/, // 2: a picture's address
        // 3: label, 4: kind, 5: target, 6: the space behind what stands in no sentence
        /%?\[([^\]]+)\]\((reply:|postback:|tel:)?([^)\s]+)\)(?:(?=\s*[^\s%[])|(\s*))/,
        /%\[([^\]]+)\]\s*/, // 7: a reply's label
    ].map((part) => part.source).join("|"),
    "g",
);

const request = (message) => ({ messaging_type: "RESPONSE", message });
const template = (payload) => request({ attachment: { type: "template", payload } });

function section(source) {
    const replies = [];
    const buttons = [];
    let picture;
    const reply = (title, payload) => replies.push({ content_type: "text", title, payload });
    const text = source.replace(PART, (_, escaped, image, label, kind, target, cut, bare) => {
        if (escaped !== undefined) return escaped;
        if (image !== undefined) picture = image;
        else if (bare !== undefined) reply(bare, bare);
        else if (kind === "reply:") reply(label, target);
        else if (kind === "postback:") buttons.push({ type: "postback", title: label, payload: target });
        else if (kind === "tel:") buttons.push({ type: "phone_number", title: label, payload: target });
        else buttons.push({ type: "web_url", title: label, url: target });
        return kind === undefined && label !== undefined && cut === undefined ? label : "";
    }).trim();
    if (picture !== undefined && buttons.length > 0) {
        const [title, ...rest] = text.split("\n");
        const subtitle = rest.length > 0 ? { subtitle: rest.join("\n") } : {};
        return [template({ template_type: "generic", elements: [{ title, ...subtitle, image_url: picture, buttons }] })];
    }
    const sent = picture === undefined ? [] : [request({ attachment: { type: "image", payload: { url: picture } } })];
    if (buttons.length > 0) sent.push(template({ template_type: "button", text, buttons }));
    else if (text !== "") sent.push(request(replies.length > 0 ? { text, quick_replies: replies } : { text }));
    return sent;
}

/** The requests of a source, as JSON. */
export const convert = (source) => JSON.stringify(source.split(/^---\n/m).flatMap(section));
