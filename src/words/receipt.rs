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

/// Making a receipt, and giving it to somebody.
#[derive(Debug)]
pub struct ReceiptWords {
    pub title: &'static str,
    pub lead: &'static str,
    pub contents_title: &'static str,
    pub contents: [&'static str; 5],
    pub proves: &'static str,
    pub name: &'static str,
    pub save: &'static str,
    pub saved: &'static str,
    pub copy: &'static str,
    pub copied: &'static str,
    pub copy_failed: &'static str,
    pub mail: &'static str,
    pub mail_too_long: &'static str,
    pub subject: fn(course: &str, name: &str) -> String,
    pub body: fn(course: &str) -> String,
    pub text: &'static str,
    pub text_label: &'static str,
    pub qr: &'static str,
    pub qr_picture: &'static str,
    pub qr_too_long: &'static str,
    pub not_signed: &'static str,
    pub making: &'static str,
    pub unasked: &'static str,
    pub unasked_text: &'static str,
    pub states: [&'static str; 3],
    pub says: fn(state: &str) -> String,
}
