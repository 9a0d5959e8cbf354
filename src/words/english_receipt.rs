//! English, of receipts.

use super::receipt::ReceiptRefusals;

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
