// Generated from the Rust types: UPDATE_TYPES=1 cargo test -p tapmark-web --test types

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
