//! Right-hand sides that are wrong, at least one for every executable production: a literal
//! changed, a class widened, an alternative too many or too few, what is optional made mandatory.
//! They are wrong by the grammar alone: no side condition may stand in for one.

pub(crate) const SABOTAGES: &[(&str, &str)] = &[
    // Lines.
    ("blank", "#x20 | #x9 | '_'"),
    ("line-end", "#xD #xA | #xA | #xD | ';'"),
    ("indent", "( ' ' ( ' ' ( ' ' ' '? )? )? )?"),
    ("indent", "( ' ' | #x9 )?"),
    ("separator", "indent '--' '-'* blank* line-end?"),
    ("trailer", "( space | line-comment | '.' )*"),
    ("trailer", "( space | comment )*"),
    (
        "line-comment",
        "'<!-' ( line-char* - ( line-char* '-->' line-char* ) ) '-->'",
    ),
    ("line-char", "[^#xD]"),
    // Directives.
    (
        "leaf",
        "indent ':' ( typing | seen | location | start | greeting ) blank* line-end?",
    ),
    (
        "leaf",
        "indent '::' blank* ( typing | seen | location | start | greeting ) line-end?",
    ),
    ("typing", "'typing' ( '[' content ']' )? attributes?"),
    ("typing", "'type' attributes?"),
    ("seen", "'seen' blank* attributes?"),
    ("location", "'location' ( '(' content ')' )? attributes"),
    ("start", "'start' attributes?"),
    ("start", "'start' ( '[' content ']' )? attributes"),
    ("start", "'begin' attributes"),
    ("greeting", "'greeting' ( '[' content ']' )? attributes?"),
    ("greeting", "'greeting' '[' content ']' blank* attributes"),
    ("greeting", "'greetings' '[' content ']' attributes?"),
    ("locale", "'default' | letter letter ( '-' letter letter )?"),
    (
        "locale",
        "'default' | letter letter letter? ( '_' letter letter )?",
    ),
    (
        "locale",
        "'standard' | letter letter ( '_' letter letter )?",
    ),
    ("coordinate", "( '+' | '-' )? [0-9]+ ( '.' [0-9]* )?"),
    ("coordinate", "( '+' | '-' )? [0-9]* '.' [0-9]+"),
    ("content", "( escape | '[' content ']' | [^#x5D#xA#xD] )*"),
    ("content", "( escape | '[' content | [^#x5B#x5D#xA#xD] )*"),
    (
        "opening",
        "indent '::' ':'* kind attributes? blank* line-end?",
    ),
    ("opening", "indent ':::' ':'* kind blank* line-end?"),
    ("kind", "'carousel' | 'list' | 'gallery'"),
    ("kind", "'carousel'"),
    (
        "list-opening",
        "indent '::' ':'* list-kind attributes? blank* line-end?",
    ),
    (
        "list-opening",
        "indent ':::' ':'* list-kind ( '[' content ']' )? blank* line-end?",
    ),
    (
        "list-opening",
        "indent ':::' ':'* list-kind blank* line-end?",
    ),
    ("list-kind", "'menu' | 'ice-breakers' | 'icebreakers'"),
    ("list-kind", "'menu'"),
    (
        "entry",
        "blank* entry-marker? ( remark* ( button | bare-reply ) remark* | label blank* ) line-end?",
    ),
    (
        "entry",
        "blank* entry-marker ( button | bare-reply | media ) remark* line-end?",
    ),
    (
        "entry",
        "indent entry-marker ( remark* ( button | bare-reply ) | label blank* ) line-end?",
    ),
    (
        "entry",
        "blank* entry-marker ( button | bare-reply | label ) text blank* line-end?",
    ),
    ("remark", "space"),
    ("remark", "space | comment | '!'"),
    (
        "entry-marker",
        "( '-' | '*' | '+' | #x2022 | [0-9]+ ( '.' | ')' ) ) blank*",
    ),
    (
        "entry-marker",
        "( '-' | '*' | '+' | '#' | [0-9]+ ( '.' | ')' ) ) blank+",
    ),
    (
        "entry-marker",
        "( '-' | '*' | '+' | #x2022 | [0-9]+ ( '.' | ':' ) ) blank+",
    ),
    ("closing", "indent '::' ':'* blank* line-end?"),
    (
        "mark",
        "'#' ( '#' ( '#' ( '#' ( '#' ( '#' '#'? )? )? )? )? )?",
    ),
    // Inlines.
    (
        "escape",
        "#x5C ( ( '%' | '$' | '!' ) '[' | escapable | 'q' )",
    ),
    (
        "escape",
        "#x5C ( ( '%' | '$' | '!' | '&' ) '[' | escapable )",
    ),
    ("escapable", "#x5C | '[' | ']' | '(' | ')' | '_'"),
    ("code-span", "'~'+ [^#xA#xD]+ '~'+"),
    (
        "comment",
        "'<!-' ( comment-char* - ( comment-char* '-->' comment-char* ) ) '-->'",
    ),
    (
        "comment",
        "'<!--' ( comment-char* - ( comment-char* '-->' comment-char* ) ) '>'",
    ),
    ("comment-char", "[A-Z]"),
    (
        "template",
        "'&(' ( template-char* - ( template-char* '))&' template-char* ) ) '))&'",
    ),
    ("template-char", "[^#xA]"),
    // Buttons and media.
    (
        "button",
        "( '%'? '[' label ']' action | '$' '[' label ']' action ) attributes?",
    ),
    (
        "button",
        "( '%'? '[' label ']' blank action | '$' '[' label ']' price ) attributes?",
    ),
    (
        "button",
        "( '%'? '[' label ']' action | '$' '[' label ']' price ) attributes",
    ),
    (
        "button",
        "( '%'? '[' label ']' action | '$' '[' label ']' price ) blank* attributes",
    ),
    (
        "button",
        "( '%' '[' label ']' action | '$' '[' label ']' price ) attributes?",
    ),
    ("bare-reply", "'%'? '[' label ']' attributes?"),
    ("bare-reply", "'%' '(' label ')' attributes?"),
    (
        "linked-image",
        "( '%'? '[' pictured ']' action | '$' '[' pictured ']' action ) attributes?",
    ),
    ("pictured", "label? media ( media | label )* '['"),
    ("media", "'!' '[' label ']' source attributes?"),
    ("media", "'!'? '[' label? ']' source attributes?"),
    (
        "label",
        "( escape | code-span | comment | template | '[' label? ']' | [^#x5B#xA#xD] )+",
    ),
    (
        "label",
        "( escape | code-span | comment | template | '[' label? ']' | [^#x5B#x5D] )+",
    ),
    (
        "label",
        "( escape | code-span | comment | template | '[' label? | [^#x5B#x5D#xA#xD] )+",
    ),
    (
        "label",
        "( escape | code-span | comment | template | [^#x5B#x5D#xA#xD] )+",
    ),
    (
        "action",
        r#"'(' blank* ( target | '"' target '"' ) blank* ')'"#,
    ),
    (
        "action",
        "'(' blank* ( target | '<' blank* target blank* '>' target ) blank* ')'",
    ),
    ("price", "'(' blank* ( amount | '~' amount ) blank* ')'"),
    ("source", "'(' blank* ( file | '{' file '}' ) blank* ')'"),
    // Targets.
    (
        "target",
        "reply | postback | request | share | webview | call | mail | link | quoted",
    ),
    (
        "target",
        "reply | postback | request | webview | call | mail | link",
    ),
    ("reply", "'reply' blank* payload"),
    ("postback", "'post:' blank* payload"),
    (
        "request",
        "'location' | 'locationRequest' | 'phone' | 'email' | 'name'",
    ),
    ("request", "'location' | 'phone' | 'email'"),
    ("share", "'shared'"),
    ("webview", "'webview:' blank* url title?"),
    ("call", "'tel:' blank* phone | 'call:' blank* phone"),
    ("mail", "'mail:' blank* payload"),
    ("link", "( url | address ) title"),
    ("link", "( url | address ) '\"'? title?"),
    ("file", "( url | sure-address ) title"),
    ("file", "( url | sure-address ) blank+ letter title?"),
    ("payload", "( target-escape | [^#xD] )+"),
    ("target-escape", "#x5C ( '(' | ')' | '<' | '>' | '\"' )"),
    (
        "title",
        r#"blank* ( '"' [^#xA#xD]* '"' | "'" [^#xA#xD]* "'" | '(' [^#xA#xD]* ')' )"#,
    ),
    ("title", r#"blank+ ( '"' [^#xA#xD]* "'" )"#),
    ("late-title", "blank* quoted | blank* '(' letter* ')'"),
    ("quoted", r#"'"' [^#xA#xD]* '"' | "'" [^'#xA#xD]* "'""#),
    ("quoted", r#"'"' [^"]* '"' | "'" [^'#xA#xD]* "'""#),
    // URLs.
    ("url", "( 'https' | 'http' | 'ftp' ) '://' host port? rest?"),
    (
        "url",
        "( 'https' | 'http' ) '://' ( letter+ '@' )? host port? rest?",
    ),
    ("url", "( 'https' | 'http' ) '://' host port? rest"),
    ("secure-url", "( 'https' | 'http' ) '://' host port? rest?"),
    ("host", "host-char+ | '[' ipv6"),
    ("host-char", "[A-Za-z0-9._] | '-' | [#xA1-#x10FFFF]"),
    (
        "host-char",
        "[A-Za-z0-9._!] | '-' | ( [#xA1-#x10FFFF] - hidden )",
    ),
    ("hidden", "[#x200B]"),
    ("ipv6", "groups? ':::' groups?"),
    ("groups", "group ( '.' group )*"),
    ("group", "hex ( hex ( hex ( hex hex? )? )? )?"),
    ("hex", "[0-9A-Ga-f]"),
    ("port", "':' [0-9a]*"),
    ("rest", "( '/' | '?' | '#' | '@' ) url-char*"),
    (
        "url-char",
        r#"parenthesis | ( [^<>#x0-#x1F#x5C#x7F-#x9F] - ( space | bidi | [#xFEFF] ) )"#,
    ),
    (
        "url-char",
        r#"parenthesis | ( [^"<>#x0-#x1F#x7F-#x9F] - ( space | bidi | [#xFEFF] ) )"#,
    ),
    (
        "url-char",
        r#"parenthesis | ( [^"<>#x0-#x1F#x5C#x7F-#x9F] - ( bidi | [#xFEFF] ) )"#,
    ),
    ("bidi", "[#x61C]"),
    ("parenthesis", "#x5C ( '(' | ')' | '_' )"),
    // Addresses.
    (
        "address",
        "sure-address | domain domain-port? ( ( '?' | '#' | ',' ) url-char* )?",
    ),
    (
        "sure-address",
        "'www' ( domain-char+ '.' )* top-domain domain-port? rest?",
    ),
    ("domain", "( domain-char* '.' )+ top-domain"),
    ("domain", "( domain-char+ '.' )* top-domain"),
    ("domain-char", "[A-Za-z0-9_] | '-' | '!' | [#xAA-#x10FFFF]"),
    ("domain-port", "':' [0-9]*"),
    ("top-domain", "top-letter+ | 'xn--' domain-char*"),
    ("top-domain", "top-letter top-letter+ | 'xm--' domain-char*"),
    ("top-letter", "[A-Za-z0-9] | [#xAA-#x10FFFF]"),
    // Telephone numbers and amounts.
    ("phone", "filler* '+'? digit digit digit digit+ filler*"),
    ("phone", "filler* '+' digit digit digit+ filler*"),
    ("digit", "filler* [0-9a]"),
    ("filler", "space | dash | '.' | '(' | ')' | target-escape"),
    (
        "filler",
        "space | dash | '/' | '.' | '(' | ')' | parenthesis",
    ),
    ("space", "[#x9#xB#xC#x20#x85#xA0#x200B]"),
    ("dash", "'-' | [#xAD#x2010-#x2016]"),
    (
        "amount",
        "( currency blank* )? '-'? number ( blank* currency )?",
    ),
    ("amount", "( currency blank* )? number"),
    ("number", "[0-9]+ ( '.' [0-9] [0-9]? [0-9]? )?"),
    (
        "number",
        "( [0-9]+ | [0-9] ',' [0-9] [0-9] ) ( '.' [0-9] [0-9]? )?",
    ),
    ("number", "[0-9]+ ( '.' [0-9] [0-9]? )?"),
    (
        "currency",
        "letter letter | ( letter ( letter letter? )? )? currency-sign",
    ),
    ("letter", "[A-Za-z0-9]"),
    ("currency-sign", "[$#xA2-#xA6]"),
    // Attributes.
    (
        "attributes",
        "'{' blank* ( attribute ( blank* attribute )* )? blank* '}'",
    ),
    (
        "attributes",
        "'{' blank* ( attribute ( blank* ',' blank* attribute )* )? blank* '}'",
    ),
    ("attribute", "key ( '=' value? )?"),
    ("attribute", "key ( blank* '=' value )?"),
    ("attribute", "key '=' value"),
    ("key", "( letter | '_' ) ( letter | [0-9_] | '-' )*"),
    ("key", "letter ( letter | [0-9_.] | '-' )*"),
    ("value", "quoted | bare-char*"),
    (
        "bare-char",
        r#"[^"'}#x9-#xD#x20#x85#xA0#x1680#x2000-#x200A#x2028#x2029#x202F#x205F#x3000]"#,
    ),
    ("bare-char", r#"[^"'}#xA#xD] - space"#),
    ("bare-char", r#"[^"'{}#xA#xD] - [ #x9]"#),
];
