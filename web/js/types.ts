// Generated from the Rust types: UPDATE_TYPES=1 cargo test -p tapmark-web --test types

import type { MessagingType, Profile, Request, UserInfo } from "./messenger.js";

/** The name of a target: the platform at a date. */
export type TargetName = "messenger-2018" | "messenger-2026";

/** What a compilation is for. What is left out keeps its default. */
export type Options = {
    /** The platform to compile for. Default: `messenger-2018`. */
    target?: TargetName;
    /** What happens to what does not fit. Default: `truncate`. */
    overflow?: Overflow;
    /** The page-scoped id of who gets the messages. Default: none, and no `recipient` is written. */
    recipient?: string;
    /**
     * The text that carries buttons and replies which have nothing else to stand on, at most 80
     * UTF-16 code units. Default: `👇`.
     */
    placeholder?: string;
    /**
     * Who is paid, at most 80 UTF-16 code units. Default: `Merchant`, with a warning where a payment
     * is made.
     */
    merchantName?: string;
    /**
     * Where buy buttons lead on a target without payment buttons: an `http` or `https` URL in which
     * `{amount}` (as in `9.99`), `{currency}` and `{label}` are filled in, percent-encoded. Default:
     * none, and there a buy button is an error.
     *
     * Whoever gets such a link can change it: the server must look up the price by itself.
     */
    checkoutUrl?: string;
    /** Why the messages are sent. Default: `RESPONSE`. */
    messagingType?: MessagingType;
    /**
     * The message tag, one of the target's. It goes with the messaging type `MESSAGE_TAG`, which
     * cannot do without one. Default: none.
     */
    tag?: string;
    /** What a checkout asks the person for. Default: `contact_name`. */
    requestedUserInfo?: Array<UserInfo>;
    /** Whether payments are tests, in which no money moves. Default: no. */
    testPayment?: boolean;
};

/** What happens to what does not fit. */
export type Overflow = "truncate" | "split" | "reject";

/** The requests of a source, and everything that its author should know about them. */
export type Compilation = {
    /**
     * The request bodies, in sending order. Beside errors they are the best that could be made of
     * the source; they keep every limit all the same.
     */
    requests: Array<Request>;
    /** The diagnostics, sorted by place. */
    diagnostics: Array<Diagnostic>;
};

/** The Messenger Profile of a source, and everything that its author should know about it. */
export type ProfileCompilation = {
    /**
     * The body for `POST /me/messenger_profile`; null when there is nothing to set. Beside
     * errors it is the best that could be made of the source; it keeps every limit all the same.
     */
    profile: Profile | null;
    /** The diagnostics, sorted by place. */
    diagnostics: Array<Diagnostic>;
};

/** A source with its fixes applied. */
export type Fixed = {
    /** The text. */
    text: string;
    /** How many fixes were applied. */
    applied: number;
};

/** A part of a source that has a colour of its own. */
export type Token = {
    /** What it is. */
    kind: TokenKind;
    /** Offset of the first UTF-16 unit. */
    start: number;
    /** Offset after the last UTF-16 unit. */
    end: number;
};

/** What a token is. */
export type TokenKind =
    | "punctuation"
    | "label"
    | "keyword"
    | "payload"
    | "url"
    | "number"
    | "directive"
    | "attribute"
    | "value"
    | "heading"
    | "separator"
    | "comment"
    | "code"
    | "escape";

/** A word that may stand at the cursor. */
export type Completion = {
    /** The word, as a list shows it. */
    label: string;
    /** What it is. */
    kind: CompletionKind;
    /** What it is for, in one line. */
    detail: string;
    /** The text to put in the place of `start..end`. */
    insert: string;
    /** Offset of the first UTF-16 unit replaced. */
    start: number;
    /** Offset after the last UTF-16 unit replaced: the rest of the word at the cursor goes, too. */
    end: number;
};

/** What a completion is. */
export type CompletionKind = "keyword" | "directive" | "attribute" | "value";

/** How much of a limit a field uses. */
export type Counter = {
    /** The name of the limit, as the limits of a target are listed: `button-title`, `text`. */
    limit: string;
    /** What the field uses, in UTF-16 code units: as it is sent, had nothing been cut or divided. */
    used: number;
    /** The most that the target takes, in UTF-16 code units. */
    max: number;
    /** The place of the field in the source. */
    span: Span;
};

/** Where a request comes from. */
export type Origin = {
    /**
     * The paragraphs, the directive or the container that it was made of. Several requests can be
     * made of one.
     */
    span: Span;
    /**
     * The items that its elements were made of, in their order; empty unless it shows items of a
     * container.
     */
    items: Array<Span>;
};

/** A part of the source, from an offset up to another, always on character boundaries. */
export type Span = {
    /** Offset of the first UTF-16 unit. */
    start: number;
    /** Offset after the last UTF-16 unit. */
    end: number;
};

/** One thing that the author should know, with its place in the source. */
export type Diagnostic = {
    /** The kind of diagnostic, stable across releases. */
    code: Code;
    /** How bad it is. */
    severity: Severity;
    /** One sentence that names the thing, the rule and the way out. */
    message: string;
    /** The place in the source. */
    span: Location;
    /** What the author can do, where the message does not say it. */
    help?: string;
    /** Edits that mend the cause, fit to be applied without a person looking. */
    fix?: Fix;
    /** The limit that was passed. */
    limit?: Limit;
    /** What the output has in place of what was written. */
    change?: Change;
    /**
     * JSON Pointer (RFC 6901) of the field concerned, within the array of requests or within the
     * profile.
     */
    pointer?: string;
};

/** The kind of a diagnostic: a stable name such as `label-too-long`. */
export type Code =
    | "lone-surrogate"
    | "unclosed-comment"
    | "unknown-directive"
    | "malformed-directive"
    | "stray-container-end"
    | "unclosed-container"
    | "empty-container"
    | "content-before-heading"
    | "heading-without-space"
    | "leaf-in-container"
    | "not-an-entry"
    | "separator-in-container"
    | "invalid-coordinate"
    | "unknown-attribute"
    | "duplicate-attribute"
    | "invalid-attribute"
    | "malformed-attributes"
    | "empty-label"
    | "unclosed-label"
    | "emphasis-in-label"
    | "empty-target"
    | "unclosed-target"
    | "wrong-opener"
    | "wrong-closer"
    | "space-before-target"
    | "doubled-parenthesis"
    | "missing-payload"
    | "misspelt-target"
    | "unknown-target"
    | "unknown-scheme"
    | "missing-scheme"
    | "not-a-button"
    | "invalid-url"
    | "space-in-url"
    | "insecure-url"
    | "link-title"
    | "misleading-label"
    | "invalid-phone-number"
    | "missing-country-code"
    | "trunk-prefix"
    | "missing-amount"
    | "invalid-amount"
    | "amount-out-of-range"
    | "whatsapp-template"
    | "currency-not-usd"
    | "payload-too-long"
    | "share-outside-item"
    | "default-outside-item"
    | "missing-checkout-url"
    | "empty-title"
    | "incomplete-item"
    | "too-many-items"
    | "reply-in-carousel"
    | "reply-in-list"
    | "extra-media"
    | "second-default"
    | "list-divided"
    | "list-of-one"
    | "cover-without-image"
    | "label-too-long"
    | "title-too-long"
    | "subtitle-too-long"
    | "text-too-long"
    | "too-many-replies"
    | "too-many-buttons"
    | "second-buy-button"
    | "mail-link"
    | "placeholder-used"
    | "missing-merchant-name"
    | "control-character"
    | "markup-in-title"
    | "markdown-as-typed"
    | "retired-feature"
    | "unavailable-feature"
    | "second-start"
    | "duplicate-locale"
    | "missing-default-locale"
    | "menu-without-start"
    | "misplaced-button"
    | "empty-submenu"
    | "nested-entries"
    | "submenu-flattened"
    | "too-many-entries"
    | "greeting-too-long"
    | "profile-left-out"
    | "no-profile";

/** How bad a diagnostic is. */
export type Severity = "note" | "warning" | "error";

/** A place in the source, with the line and the column at which it starts. */
export type Location = {
    /** Offset of the first UTF-16 unit. */
    start: number;
    /** Offset after the last UTF-16 unit. */
    end: number;
    /** Line of the start, from 1. A line ends with `\n`, `\r\n` or `\r`. */
    line: number;
    /** Column of the start, from 1, in characters (Unicode scalar values). */
    column: number;
};

/** Edits of the source that remove the cause of a diagnostic. */
export type Fix = {
    /** What the edits do, in the imperative. */
    title: string;
    /** The edits, in ascending order, never overlapping. */
    edits: Array<Edit>;
};

/** The replacement of one range of the source. */
export type Edit = {
    /** Offset of the first UTF-16 unit replaced. */
    start: number;
    /** Offset after the last UTF-16 unit replaced. */
    end: number;
    /** What stands there instead. */
    text: string;
};

/** A limit of the target, and what was found. */
export type Limit = {
    /** The most that the target takes. */
    max: number;
    /** What the source has. */
    actual: number;
    /** What is counted. */
    unit: Unit;
};

/** What a `Limit` counts. */
export type Unit = "utf16" | "replies" | "buttons" | "items" | "media" | "entries" | "levels";

/** How the output differs from the source. */
export type Change = {
    /** What was done. */
    kind: ChangeKind;
    /**
     * What it was: the whole source text of a thing dropped or moved, the whole value of a thing
     * cut, divided or replaced.
     */
    before: string;
    /**
     * What it became; empty when nothing is left. The parts of a divided text are set apart as
     * sections are, by a line of `---`.
     */
    after: string;
};

/** The kinds of `Change`. */
export type ChangeKind = "truncated" | "dropped" | "moved" | "replaced" | "split";

/** Everything that a target is, fit to be printed. */
export type Listing = {
    /** The name of the target. */
    target: TargetName;
    /** Its numbers, without those of what it does not have. */
    limits: Array<Row>;
    /** Its message tags. */
    tags: Array<string>;
    /** Every feature that came and went. */
    features: Array<Availability>;
};

/** A number of a target, as it is listed. */
export type Row = {
    /** The stable kebab-case name. */
    name: string;
    /** The most that is accepted. */
    max: number;
    /** What is counted. */
    unit: Unit;
    /** What is bounded, in words. */
    of: string;
    /** Where the number is documented. */
    source: string;
};

/** Whether a target has a feature that came and went. */
export type Availability = {
    /** The feature. */
    feature: Feature;
    /** Whether the target has it. */
    available: boolean;
    /** When and how the platform lost it. */
    retired: string;
    /** What to do instead, in the imperative. */
    instead: string;
};

/** A part of the platform that a target may lack. */
export type Feature =
    | "buy"
    | "location-reply"
    | "list"
    | "ratio"
    | "share"
    | "nested-menu"
    | "tags";
