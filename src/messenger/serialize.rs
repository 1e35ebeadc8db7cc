//! The one shape a derive cannot write: `text` or `attachment`, then the quick replies, if any.

use serde::ser::{Serialize, SerializeStruct, Serializer};

use super::{Content, Message};

impl Serialize for Message<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let fields = 1 + usize::from(!self.quick_replies.is_empty());
        let mut message = serializer.serialize_struct("Message", fields)?;
        match &self.content {
            Content::Text(text) => message.serialize_field("text", text)?,
            Content::Attachment(attachment) => message.serialize_field("attachment", attachment)?,
        }
        if !self.quick_replies.is_empty() {
            message.serialize_field("quick_replies", &self.quick_replies)?;
        }
        message.end()
    }
}
