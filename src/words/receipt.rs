//! The words about receipts.

/// Why something is no receipt, and what to do.
#[derive(Debug)]
pub struct ReceiptRefusals {
    pub empty: &'static str,
    pub too_large: &'static str,
    pub not_a_receipt: &'static str,
    pub cut: &'static str,
    pub edited: &'static str,
    pub newer_form: &'static str,
}
