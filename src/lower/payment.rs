//! Buy buttons: what is paid, to whom, and where.

use std::borrow::Cow;

use super::{Lowering, checkout, diagnostics};
use crate::messenger::{Payment, PaymentSummary, Price};
use crate::syntax::ast::Button;
use crate::template::Arg::{Count, Word};
use crate::template::fill;

/// Who is paid when the options do not say.
const MERCHANT: &str = "Merchant";

/// The one currency of amounts.
const USD: &str = "USD";

impl<'a> Lowering<'a> {
    pub(super) fn payment(
        &mut self,
        button: &'a Button<'a>,
        title: Cow<'a, str>,
        cents: u32,
        payload: Option<&'a str>,
        pointer: &dyn Fn() -> String,
    ) -> Payment<'a> {
        let merchant = self.options.merchant_name.as_deref();
        if merchant.is_none() && !self.reported.merchant {
            // It is one option, however many buttons need it.
            self.reported.merchant = true;
            let warning = diagnostics::missing_merchant_name(button.span, MERCHANT);
            self.report(warning.pointer(pointer() + "/payment_summary/merchant_name"));
        }
        let label = self.clean(button.label.value);
        Payment {
            title,
            payload: payload.map_or_else(|| label.clone(), |payload| self.clean(payload)),
            payment_summary: PaymentSummary {
                currency: USD,
                payment_type: "FIXED_AMOUNT",
                is_test_payment: self.options.test_payment,
                merchant_name: Cow::Borrowed(merchant.unwrap_or(MERCHANT)),
                requested_user_info: self.options.requested_user_info.clone(),
                price_list: vec![Price {
                    label,
                    amount: dollars(cents),
                }],
            },
        }
    }

    /// Where a buy button leads on a target without payments.
    pub(super) fn checkout_url(
        &mut self,
        button: &'a Button<'a>,
        cents: u32,
        pointer: &dyn Fn() -> String,
    ) -> Option<String> {
        let template = self.options.checkout_url.as_deref()?;
        let label = self.clean(button.label.value);
        let url = checkout::url(template, &dollars(cents), USD, &label);
        let source = button.span.slice(self.source);
        let warning = diagnostics::checkout_link(button.span, source, &url);
        self.report(warning.pointer(pointer() + "/url"));
        Some(url)
    }
}

/// Dollars and cents, such as `9.99`.
pub(super) fn dollars(cents: u32) -> String {
    let zero = if cents % 100 < 10 { "0" } else { "" };
    let (whole, fraction) = (cents / 100, cents % 100);
    fill(
        "{}.{}{}",
        &[Count(whole as usize), Word(zero), Count(fraction as usize)],
    )
}
