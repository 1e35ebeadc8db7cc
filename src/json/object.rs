//! Objects, arrays and names.

use std::borrow::Cow;

use super::Json;
use super::string::push_string;

/// Writes an object: `"key": value` in their order, `"key"?: value` where there is something to
/// write. A `"tag" = "name"` says first what it is.
macro_rules! object {
    ($out:expr, $tag:literal = $name:literal $(, $($fields:tt)*)?) => {{
        $out.push_str(concat!("{\"", $tag, "\":\"", $name, "\""));
        $($crate::json::object::more_fields!($out, $($fields)*);)?
        $out.push('}');
    }};
    ($out:expr, $key:literal: $value:expr $(, $($fields:tt)*)?) => {{
        $out.push_str(concat!("{\"", $key, "\":"));
        $crate::json::Json::write_json($value, $out);
        $($crate::json::object::more_fields!($out, $($fields)*);)?
        $out.push('}');
    }};
    ($out:expr, $($fields:tt)*) => {{
        $out.push('{');
        $crate::json::object::fields!($out, $($fields)*);
        $out.push('}');
    }};
}

/// The fields of an object that was opened.
macro_rules! fields {
    ($out:expr,) => {};
    ($out:expr, $key:literal: $value:expr $(, $($rest:tt)*)?) => {
        $crate::json::object::push_key($out, concat!(",\"", $key, "\":"));
        $crate::json::Json::write_json($value, $out);
        $($crate::json::object::more_fields!($out, $($rest)*);)?
    };
    ($out:expr, $key:literal?: $value:expr $(, $($rest:tt)*)?) => {
        if !$crate::json::Json::is_absent($value) {
            $crate::json::object::push_key($out, concat!(",\"", $key, "\":"));
            $crate::json::Json::write_json($value, $out);
        }
        $($crate::json::object::fields!($out, $($rest)*);)?
    };
}

/// The fields of an object that has some already, so that none asks whether it is the first.
macro_rules! more_fields {
    ($out:expr,) => {};
    ($out:expr, $key:literal: $value:expr $(, $($rest:tt)*)?) => {
        $out.push_str(concat!(",\"", $key, "\":"));
        $crate::json::Json::write_json($value, $out);
        $($crate::json::object::more_fields!($out, $($rest)*);)?
    };
    ($out:expr, $key:literal?: $value:expr $(, $($rest:tt)*)?) => {
        if !$crate::json::Json::is_absent($value) {
            $out.push_str(concat!(",\"", $key, "\":"));
            $crate::json::Json::write_json($value, $out);
        }
        $($crate::json::object::more_fields!($out, $($rest)*);)?
    };
}

/// How the values of an enum are written.
macro_rules! names {
    ($type:ident { $($variant:ident = $name:literal,)+ }) => {
        impl $crate::json::Json for $type {
            fn write_json(&self, out: &mut String) {
                out.push_str(match self {
                    $(Self::$variant => concat!("\"", $name, "\""),)+
                });
            }
        }
    };
}

pub(super) use {fields, more_fields, names, object};

/// A key with its colon and with the comma before it, which the first one does without.
pub(super) fn push_key(out: &mut String, key: &'static str) {
    let first = out.as_bytes().last() == Some(&b'{');
    out.push_str(if first { &key[1..] } else { key });
}

impl Json for str {
    fn write_json(&self, out: &mut String) {
        push_string(out, self);
    }
}

impl Json for String {
    fn write_json(&self, out: &mut String) {
        push_string(out, self);
    }
}

impl Json for Cow<'_, str> {
    fn write_json(&self, out: &mut String) {
        push_string(out, self);
    }
}

impl Json for bool {
    fn write_json(&self, out: &mut String) {
        out.push_str(if *self { "true" } else { "false" });
    }

    fn is_absent(&self) -> bool {
        !*self
    }
}

impl Json for usize {
    fn write_json(&self, out: &mut String) {
        let mut power = 1;
        while self / power >= 10 {
            power *= 10;
        }
        while power > 0 {
            // A digit fits.
            out.push(char::from(b'0' + (self / power % 10) as u8));
            power /= 10;
        }
    }
}

impl<T: Json> Json for Option<T> {
    fn write_json(&self, out: &mut String) {
        match self {
            Some(value) => value.write_json(out),
            None => out.push_str("null"),
        }
    }

    fn is_absent(&self) -> bool {
        self.is_none()
    }
}

impl<T: Json> Json for [T] {
    fn write_json(&self, out: &mut String) {
        out.push('[');
        for (index, value) in self.iter().enumerate() {
            if index > 0 {
                out.push(',');
            }
            value.write_json(out);
        }
        out.push(']');
    }

    fn is_absent(&self) -> bool {
        self.is_empty()
    }
}

impl<T: Json> Json for Vec<T> {
    fn write_json(&self, out: &mut String) {
        self[..].write_json(out);
    }

    fn is_absent(&self) -> bool {
        self.is_empty()
    }
}

impl<T: Json + ?Sized> Json for &T {
    fn write_json(&self, out: &mut String) {
        (**self).write_json(out);
    }

    fn is_absent(&self) -> bool {
        (**self).is_absent()
    }
}
