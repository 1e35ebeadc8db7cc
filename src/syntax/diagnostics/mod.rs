//! Every message of the syntax stage, a function each.

mod button;
mod line;
mod profile;
mod value;

pub(super) use self::button::*;
pub(super) use self::line::*;
pub(super) use self::profile::*;
pub(super) use self::value::*;
