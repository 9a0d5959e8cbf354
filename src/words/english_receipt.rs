//! English, of receipts.

use super::receipt::{ReceiptRefusals, ReceiptWords};

pub(super) const RECEIPT_REFUSALS: ReceiptRefusals = ReceiptRefusals {
    empty: "There is nothing in it. Choose the learner’s file, or paste the whole mail.",
    too_large: "This is far too large to be a receipt. A receipt is a file whose name ends with \
                “.training-receipt.json”, or a block in a mail.",
    not_a_receipt: "There is no receipt in it. A receipt is a file whose name ends with “.training-receipt.json”, \
                    or a block in a mail that begins with “BEGIN TRAINING RECEIPT”.",
    cut: "The end of this receipt is missing. Copy it from “BEGIN TRAINING RECEIPT” to “END TRAINING RECEIPT”, \
          or ask the learner for the file.",
    edited: "This receipt was changed after it was made, or damaged on the way. Ask the learner for a new one.",
    newer_form: "This receipt was made by a newer version of the workshop. Publish the workshop anew with that \
                 version, reload this page, then import it again.",
};

pub(super) const RECEIPT: ReceiptWords = ReceiptWords {
    title: "Receipt",
    lead: "A receipt says what you reached. Nothing is sent by itself: you give it to whom you want.",
    contents_title: "What a receipt contains",
    contents: [
        "The name that you write here, and the assignment as you got it.",
        "Whether you passed and when; how many lessons are done and how many questions are right, module by module.",
        "Which clauses of the policy you master, and which you acknowledged and when.",
        "When you began and when you last answered, the version of the course, and a key by which two receipts from this browser are known to be from one browser.",
        "Not what you answered, not your notes, and nothing about any account of yours.",
    ],
    proves: "It shows that it comes unaltered from one browser. It does not prove who sat there.",
    name: "Name on the receipt",
    save: "Save the receipt as a file",
    saved: "The receipt is in your downloads.",
    copy: "Copy it as text for a mail",
    copied: "Copied. Paste it into a mail.",
    copy_failed: "This browser does not let the page copy. Select the text below and copy it.",
    mail: "Write the mail",
    mail_too_long: "This receipt is too long for a mail that is prepared from here: attach the file, or paste the text.",
    subject: |course, name| match name {
        "" => format!("Training receipt: {course}"),
        _ => format!("Training receipt: {course}, {name}"),
    },
    body: |course| format!("Here is my receipt for “{course}”."),
    text: "Show the text",
    text_label: "The receipt as text",
    qr: "Show a QR code",
    qr_picture: "The receipt as a QR code",
    qr_too_long: "This receipt says more than a QR code can hold. Use the file or the text.",
    not_signed: "This browser cannot sign here, so the receipt is not signed. It is as good otherwise.",
    making: "Making the receipt …",
    unasked: "A receipt for the whole course",
    unasked_text: "Also where nobody assigned it, or for another reason than your company’s.",
    states: ["not started", "in progress", "passed"],
    says: |state| format!("This receipt says: {state}."),
};
