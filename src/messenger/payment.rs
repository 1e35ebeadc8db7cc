//! What a payment button asks for.

use std::borrow::Cow;

use serde::Serialize;

use super::is_false;

/// A button that asks for a payment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[non_exhaustive]
pub struct Payment<'a> {
    /// What the person sees.
    pub title: Cow<'a, str>,
    /// What the bot gets with the checkout.
    pub payload: Cow<'a, str>,
    /// What is paid, and to whom.
    pub payment_summary: PaymentSummary<'a>,
}

/// What is paid, and to whom.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(optional_fields))]
#[non_exhaustive]
pub struct PaymentSummary<'a> {
    /// ISO 4217, upper case.
    pub currency: &'static str,
    /// `FIXED_AMOUNT`
    pub payment_type: &'static str,
    /// Whether no money moves.
    #[serde(skip_serializing_if = "is_false")]
    #[cfg_attr(feature = "typescript", ts(optional, type = "true"))]
    pub is_test_payment: bool,
    /// Who is paid.
    pub merchant_name: Cow<'a, str>,
    /// What the person is asked for.
    pub requested_user_info: Vec<UserInfo>,
    /// What is sold.
    pub price_list: Vec<Price<'a>>,
}

/// What a checkout asks the person for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum UserInfo {
    /// The address that goods are sent to.
    ShippingAddress,
    /// The name.
    ContactName,
    /// The telephone number.
    ContactPhone,
    /// The e-mail address.
    ContactEmail,
}

/// A line of the price list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[non_exhaustive]
pub struct Price<'a> {
    /// What is sold.
    pub label: Cow<'a, str>,
    /// Dollars and cents, such as `9.99`.
    pub amount: String,
}
