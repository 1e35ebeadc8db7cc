// Generated from the Rust types: UPDATE_TYPES=1 cargo test -p tapmark-web --test types

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

/** One body for `POST /me/messages`. */
export type Request = MessageRequest | ActionRequest;

/** The envelope of a message. */
export type MessageRequest = {
    /** Who gets it, when it is known. */
    recipient?: Recipient;
    /** Why it is sent; required since 2018-05-07. */
    messaging_type: MessagingType;
    /** The message tag, if and only if the type is `MESSAGE_TAG`. */
    tag?: string;
    /** The message. */
    message: Message;
};

/** A sender action; it stands beside the recipient alone. */
export type ActionRequest = {
    /** Who sees it, when that is known. */
    recipient?: Recipient;
    /** What is shown. */
    sender_action: SenderAction;
};

/** The person a request goes to. */
export type Recipient = {
    /** The page-scoped id (PSID). */
    id: string;
};

/** Why a message is sent. */
export type MessagingType = "RESPONSE" | "UPDATE" | "MESSAGE_TAG";

/** What a page does beside sending messages. */
export type SenderAction = "typing_on" | "typing_off" | "mark_seen";

/** A message: its content, and the quick replies below it. */
export type Message =
    | {
          /** The text. */
          text: string;
          attachment?: never;
          /** The quick replies below it. */
          quick_replies?: Array<QuickReply>;
      }
    | {
          text?: never;
          /** Media by URL, or a template. */
          attachment: Attachment;
          /** The quick replies below it. */
          quick_replies?: Array<QuickReply>;
      };

/** Media by URL, or a template. */
export type Attachment =
    | {
          type: "image";
          payload: Media;
      }
    | {
          type: "video";
          payload: Media;
      }
    | {
          type: "audio";
          payload: Media;
      }
    | {
          type: "file";
          payload: Media;
      }
    | {
          type: "template";
          payload: Template;
      };

/** Where the platform fetches an attachment. */
export type Media = {
    /** The URL, http or https. */
    url: string;
};

/** A quick reply. */
export type QuickReply =
    | {
          content_type: "text";
          /** What the person sees, and says by tapping it. */
          title: string;
          /** What the bot gets. */
          payload: string;
          /** The icon before the title. */
          image_url?: string;
      }
    | { content_type: "location" }
    | { content_type: "user_phone_number" }
    | { content_type: "user_email" };

/** A structured message. */
export type Template =
    | {
          template_type: "button";
          /** The text. */
          text: string;
          /** The buttons. */
          buttons: Array<Button>;
      }
    | {
          template_type: "generic";
          /** The shape of the pictures; the platform's default is horizontal. */
          image_aspect_ratio?: AspectRatio;
          /** The cards. */
          elements: Array<Element>;
      }
    | {
          template_type: "list";
          /** How the first card looks; the platform's default is large. */
          top_element_style: TopElementStyle;
          /** The cards. */
          elements: Array<Element>;
          /** At most one, below the cards. */
          buttons?: Array<Button>;
      };

/** The shape of the pictures of a generic template. */
export type AspectRatio = "horizontal" | "square";

/** How the first card of a list looks. */
export type TopElementStyle = "compact" | "large";

/** A card. */
export type Element = {
    /** The title, required. */
    title: string;
    /** The line or lines below the title. */
    subtitle?: string;
    /** The picture above the title. */
    image_url?: string;
    /** What a tap on the card itself opens. */
    default_action?: DefaultAction;
    /** The buttons below. */
    buttons?: Array<Button>;
};

/** A button of a template. */
export type Button =
    | { type: "web_url" } & WebUrl
    | {
          type: "postback";
          /** What the person sees. */
          title: string;
          /** What the bot gets. */
          payload: string;
      }
    | {
          type: "phone_number";
          /** What the person sees. */
          title: string;
          /** `+`, country code and number, digits only. */
          payload: string;
      }
    | { type: "payment" } & Payment
    | { type: "element_share" };

/** A button that opens a page. */
export type WebUrl = {
    /** What the person sees. */
    title: string;
    /** The page. */
    url: string;
    /** How much of the screen the page takes; the platform's default is all of it. */
    webview_height_ratio?: HeightRatio;
    /** Whether the page uses the Messenger Extensions. */
    messenger_extensions?: true;
    /** The page for clients that do not know the Messenger Extensions. */
    fallback_url?: string;
    /** Whether the share button is hidden inside the webview. */
    webview_share_button?: ShareButton;
};

/** The page that a tap on a card opens: a button to open a page, without its title. */
export type DefaultAction = {
    type: "web_url";
    /** The page. */
    url: string;
    /** How much of the screen the page takes; the platform's default is all of it. */
    webview_height_ratio?: HeightRatio;
    /** Whether the page uses the Messenger Extensions. */
    messenger_extensions?: true;
    /** The page for clients that do not know the Messenger Extensions. */
    fallback_url?: string;
    /** Whether the share button is hidden inside the webview. */
    webview_share_button?: ShareButton;
};

/** How much of the screen a webview takes. */
export type HeightRatio = "compact" | "tall" | "full";

/** The share button inside a webview. */
export type ShareButton = "hide";

/** A button that asks for a payment. */
export type Payment = {
    /** What the person sees. */
    title: string;
    /** What the bot gets with the checkout. */
    payload: string;
    /** What is paid, and to whom. */
    payment_summary: PaymentSummary;
};

/** What is paid, and to whom. */
export type PaymentSummary = {
    /** ISO 4217, upper case. */
    currency: string;
    /** `FIXED_AMOUNT` */
    payment_type: string;
    /** Whether no money moves. */
    is_test_payment?: true;
    /** Who is paid. */
    merchant_name: string;
    /** What the person is asked for. */
    requested_user_info: Array<UserInfo>;
    /** What is sold. */
    price_list: Array<Price>;
};

/** What a checkout asks the person for. */
export type UserInfo = "shipping_address" | "contact_name" | "contact_phone" | "contact_email";

/** A line of the price list. */
export type Price = {
    /** What is sold. */
    label: string;
    /** Dollars and cents, such as `9.99`. */
    amount: string;
};

/** A body for `POST /me/messenger_profile`. It has one part at least. */
export type Profile = {
    /** The button that begins a conversation. */
    get_started?: GetStarted;
    /** What a person reads before the first message. */
    greeting?: Array<Greeting>;
    /** The menu beside the composer; it needs `get_started`. */
    persistent_menu?: Array<Menu>;
    /** Questions to begin with. */
    ice_breakers?: Array<IceBreakers>;
};

/** The button that begins a conversation; the platform draws its title. */
export type GetStarted = {
    /** What the bot gets. */
    payload: string;
};

/** A greeting for a locale. */
export type Greeting = {
    /** `default`, or a locale such as `en_US`. */
    locale: string;
    /** The text; `{{user_first_name}}` and its like are the platform's to fill in. */
    text: string;
};

/** A menu for a locale. */
export type Menu = {
    /** `default`, or a locale such as `en_US`. */
    locale: string;
    /** Whether people can use nothing but the menu. */
    composer_input_disabled?: true;
    /** The entries. */
    call_to_actions: Array<MenuItem>;
};

/** An entry of a menu. */
export type MenuItem =
    | {
          type: "postback";
          /** What the person sees. */
          title: string;
          /** What the bot gets. */
          payload: string;
      }
    | { type: "web_url" } & WebUrl
    | {
          type: "nested";
          /** What the person sees. */
          title: string;
          /** The entries of that menu. */
          call_to_actions: Array<MenuItem>;
      };

/** Questions to begin with, for a locale. */
export type IceBreakers = {
    /** The questions. */
    call_to_actions: Array<IceBreaker>;
    /** `default`, or a locale such as `en_US`. */
    locale: string;
};

/** A question to begin with. */
export type IceBreaker = {
    /** What the person sees, and asks by tapping it. */
    question: string;
    /** What the bot gets. */
    payload: string;
};

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
