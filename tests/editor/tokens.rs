//! How a source is coloured: its tokens, drawn below it.

use insta::assert_snapshot;
use tapmark::editor::{TokenKind, tokens};

/// Each line of a source and below it the letters of its tokens; a token begins in upper case.
fn draw(source: &str) -> String {
    let tokens = tokens(source);
    let mut drawn = String::new();
    let mut start = 0;
    for line in source.split_inclusive('\n') {
        let letters = line.char_indices().map(|(at, c)| {
            let at = start + at;
            let token = tokens
                .iter()
                .find(|token| (token.start..token.end).contains(&at));
            match token {
                _ if c == '\n' => '\n',
                None => ' ',
                Some(token) if token.start == at => letter(token.kind).to_ascii_uppercase(),
                Some(token) => letter(token.kind),
            }
        });
        let letters: String = letters.collect();
        drawn.push_str(&format!("{}\n{}\n", line.trim_end(), letters.trim_end()));
        start += line.len();
    }
    // Lines without a token.
    drawn.replace("\n\n", "\n")
}

const fn letter(kind: TokenKind) -> char {
    match kind {
        TokenKind::Punctuation => '.',
        TokenKind::Label => 'l',
        TokenKind::Keyword => 'k',
        TokenKind::Payload => 'p',
        TokenKind::Url => 'u',
        TokenKind::Number => 'n',
        TokenKind::Directive => 'd',
        TokenKind::Attribute => 'a',
        TokenKind::Value => 'v',
        TokenKind::Heading => 'h',
        TokenKind::Separator => '-',
        TokenKind::Comment => 'c',
        TokenKind::Code => '`',
        TokenKind::Escape => '\\',
        _ => '?',
    }
}

#[test]
fn buttons_by_their_parts() {
    assert_snapshot!(draw(r#"Well? %[Yes](reply:Y) %[No]{icon=https://a.example/n.png} or %[Here](locationRequest)
See [our *page*](https://a.example/b "Title"), 54%[54]( postback: 5\) 4 ).
$[Buy](US$1,299.00){payload="A B" more} [Call](tel:+1 510 (555) 0100) [Mail](mailto:a@a.example)
[Book](webview:https://a.example/\(b\)){height=tall share='hide' default}
[a](<https://a.example/(> 'Title'){height=full} [b](www.example.com) %[c] (postback:c)) [d]((share)
"#), @r##"
Well? %[Yes](reply:Y) %[No]{icon=https://a.example/n.png} or %[Here](locationRequest)
      ..Lll..Kkkkk.P. ..Ll..Aaaa.Uuuuuuuuuuuuuuuuuuuuuuu.    ..Llll..Kkkkkkkkkkkkkkk.
See [our *page*](https://a.example/b "Title"), 54%[54]( postback: 5\) 4 ).
    .Llllllllll..Uuuuuuuuuuuuuuuuuuu        .     .Ll...Kkkkkkkk. P\\Pp .
$[Buy](US$1,299.00){payload="A B" more} [Call](tel:+1 510 (555) 0100) [Mail](mailto:a@a.example)
..Lll..Nnnnnnnnnnn..Aaaaaaa..Ppp. Aaaa. .Llll..Kkk.Nnnnnnnnnnnnnnnnn. .Llll..Kkkkkk.Uuuuuuuuuuu.
[Book](webview:https://a.example/\(b\)){height=tall share='hide' default}
.Llll..Kkkkkkk.Uuuuuuuuuuuuuuuuuu\\U\\..Aaaaaa.Vvvv Aaaaa..Vvvv. Aaaaaaa.
[a](<https://a.example/(> 'Title'){height=full} [b](www.example.com) %[c] (postback:c)) [d]((share)
.L...Uuuuuuuuuuuuuuuuuuu.        ..Aaaaaa.Vvvv. .L..Uuuuuuuuuuuuuuu. ..L...Kkkkkkkk.P.  .L...Kkkkk.
"##);
}

#[test]
fn labels_and_media() {
    assert_snapshot!(draw(r"%[a \[b\] `c]` <!-- d --> [e]](reply:x) ![A \] pic](https://a.example/i.png){type=image}
[![Alt](https://a.example/i.png) more](https://a.example)![](https://a.example/v.mp4)
"), @r##"
%[a \[b\] `c]` <!-- d --> [e]](reply:x) ![A \] pic](https://a.example/i.png){type=image}
..Ll\\L\\L````LCcccccccccLlll..Kkkkk.P. K.Ll\\Llll..Uuuuuuuuuuuuuuuuuuuuuuu..Aaaa.Vvvvv.
[![Alt](https://a.example/i.png) more](https://a.example)![](https://a.example/v.mp4)
.K.Lll..Uuuuuuuuuuuuuuuuuuuuuuu.Lllll..Uuuuuuuuuuuuuuuuu.K...Uuuuuuuuuuuuuuuuuuuuuuu.
"##);
}

#[test]
fn text_code_and_comments() {
    assert_snapshot!(draw(r"50% off, $5 [x] (y) \%[no](reply:n) and \* but \q
`code %[x](reply:x)` <!-- one
two --> behind it
- ```sh
  %[x](reply:x)
  ```
  ---
# No heading
<!-- alone -->
"), @r##"
50% off, $5 [x] (y) \%[no](reply:n) and \* but \q
                    \\\                 \\
`code %[x](reply:x)` <!-- one
```````````````````` Cccccccc
two --> behind it
ccccccc
- ```sh
```````
  %[x](reply:x)
```````````````
  ```
`````
  ---
  ---
# No heading
<!-- alone -->
Cccccccccccccc
"##);
}

#[test]
fn directives() {
    assert_snapshot!(draw(r#"::typing
  ::TYPING{off}
::location[Our \[old\] shop]{lat=45.5 long=-73.6}
::start{payload='GO ON'}
::greeting[Hi {{user_first_name}}!]{locale=""}
::greeting[Hi {{user_first_name}}!]{locale="en_US"}
::greeting[Hi <!-- Bo --> \[you\]]
"#), @r##"
::typing
..Dddddd
  ::TYPING{off}
  ..Dddddd.Aaa.
::location[Our \[old\] shop]{lat=45.5 long=-73.6}
..Dddddddd.Llll\\Lll\\Lllll..Aaa.Nnnn Aaaa.Nnnnn.
::start{payload='GO ON'}
..Ddddd.Aaaaaaa..Ppppp..
::greeting[Hi {{user_first_name}}!]{locale=""}
::greeting[Hi {{user_first_name}}!]{locale="en_US"}
..Dddddddd.Lllllllllllllllllllllll..Aaaaaa..Vvvvv..
::greeting[Hi <!-- Bo --> \[you\]]
..Dddddddd.LllCccccccccccL\\Lll\\.
"##);
}

#[test]
fn containers() {
    assert_snapshot!(draw(r"<!-- before -->
:::carousel{ratio=square}
<!-- an item -->
# Pizza \# 1 %[Buy](postback:b)
Good `x`
---
## [Link](https://a.example)
[S](share)
::::
:::menu{locale=default input=off}
<!-- an entry -->
- [Order](postback:O) <!-- one -->
* Account \[1\]
    1. %[Out](postback:OUT)
---
• [P](webview:https://a.example)
::: <!-- the end -->
:::ice-breakers
- [Q](postback:Q)
:::
--- <!-- a new message -->
"), @r##"
<!-- before -->
Ccccccccccccccc
:::carousel{ratio=square}
...Dddddddd.Aaaaa.Vvvvvv.
<!-- an item -->
Cccccccccccccccc
# Pizza \# 1 %[Buy](postback:b)
HHhhhhhh\\Hhh..Lll..Kkkkkkkk.P.
Good `x`
     ```
---
---
## [Link](https://a.example)
HhH.Llll..Uuuuuuuuuuuuuuuuu.
[S](share)
.L..Kkkkk.
::::
....
:::menu{locale=default input=off}
...Dddd.Aaaaaa.Vvvvvvv Aaaaa.Vvv.
<!-- an entry -->
Ccccccccccccccccc
- [Order](postback:O) <!-- one -->
. .Lllll..Kkkkkkkk.P. Cccccccccccc
* Account \[1\]
. Llllllll\\L\\
    1. %[Out](postback:OUT)
    .. ..Lll..Kkkkkkkk.Ppp.
---
---
• [P](webview:https://a.example)
. .L..Kkkkkkk.Uuuuuuuuuuuuuuuuu.
::: <!-- the end -->
... Cccccccccccccccc
:::ice-breakers
...Dddddddddddd
- [Q](postback:Q)
. .L..Kkkkkkkk.P.
:::
...
--- <!-- a new message -->
--- Cccccccccccccccccccccc
"##);
}

#[test]
fn errors_are_text() {
    assert_snapshot!(draw(r"%[A](replay:x) %[B](postback) %[](reply:x) %[C](reply:c
$[D](9,99) [E](javascript:x) \%[F](tel:1) [g](h)
::typing on
::nothing
:::
::location{lat=1}
:::menu
no entry
- ok [A](postback:A)
- [B](postback:B)
"), @r##"
%[A](replay:x) %[B](postback) %[](reply:x) %[C](reply:c
$[D](9,99) [E](javascript:x) \%[F](tel:1) [g](h)
                             \\\
::typing on
::nothing
:::
::location{lat=1}
:::menu
...Dddd
no entry
- ok [A](postback:A)
- [B](postback:B)
. .L..Kkkkkkkk.P.
"##);
}
