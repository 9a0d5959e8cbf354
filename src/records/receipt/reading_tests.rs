use proptest::prelude::*;

use super::super::making::tests::{accepted, course, making, passing};
use super::super::{Receipt, Signed};
use super::*;
use crate::records::digest::to_base64;

fn signed() -> Signed {
    let course = course();
    let receipt = Receipt::of(&passing(), making(&course, Some(accepted(&["m"]))));
    Signed { receipt, signature: to_base64(&[7; 64]) }
}

/// A learner who has hardly begun.
fn small() -> Signed {
    let course = course();
    Signed { receipt: Receipt::of(&[], making(&course, None)), signature: String::new() }
}

fn only(text: &str) -> Result<Signed, ReceiptRefusal> {
    let reading = read_all(text);
    match (&reading.receipts[..], &reading.refusals[..]) {
        ([receipt], []) => Ok(receipt.clone()),
        ([], [refusal]) => Err(*refusal),
        _ => panic!("{reading:?}"),
    }
}

#[test]
fn a_receipt_comes_back_from_its_file_its_block_and_its_line() {
    for receipt in [signed(), small()] {
        assert_eq!(only(&receipt.to_text()), Ok(receipt.clone()));
        assert_eq!(only(&receipt.to_block()), Ok(receipt.clone()));
    }
    let line = small().to_compact().expect("a short line");
    assert!(line.len() <= 500, "{line}");
    assert_eq!(only(&line), Ok(small()));
    assert_eq!(only(&format!("Scanned: {line}, by phone.")), Ok(small()));
    assert_eq!(signed().signature_bytes(), Some([7; 64]));
    assert_eq!(small().signature_bytes(), None);
}

#[test]
fn a_newer_way_of_packing_is_told_from_a_damaged_one() {
    let mut bytes = vec![2, 1, 2, 3];
    bytes.extend(&crate::records::digest::sha256(&bytes)[..4]);
    let line = |bytes: &[u8]| format!("TRAINING-RECEIPT:{}", to_base64(bytes));
    assert_eq!(only(&line(&bytes)), Err(ReceiptRefusal::NewerForm));
    bytes[1] = 7;
    assert_eq!(only(&line(&bytes)), Err(ReceiptRefusal::Edited));
}

#[test]
fn a_receipt_is_found_wherever_a_mail_program_put_it() {
    let (one, other) = (signed(), small());
    let quoted: String = one.to_block().lines().map(|line| format!("> > {line}\r\n")).collect();
    let long_dash = other.to_block().replace("-----", "—");
    let spaced: String = one.to_block().lines().map(|line| format!("  {line} \u{a0}\r\n\r\n")).collect();
    let text =
        format!("Dear HR,\r\n{quoted}> Best wishes\r\nand: {long_dash} and {spaced}, {}", other.to_text());
    let reading = read_all(&text);
    assert_eq!(reading.receipts, [one.clone(), other.clone(), one, other]);
    assert_eq!(reading.refusals, []);
}

#[test]
fn a_file_of_many_receipts_gives_each() {
    let (one, other) = (signed(), small());
    let many = format!("\u{feff}[\r\n{},\n  {}]", one.to_text(), other.to_text());
    assert_eq!(read_all(&many).receipts, [one.clone(), other]);
    let value: serde_json::Value = serde_json::from_str(&one.to_text()).expect("JSON");
    assert_eq!(only(&serde_json::to_string_pretty(&value).expect("JSON")), Ok(one));
}

#[test]
fn what_is_no_receipt_is_told_for_what_it_is() {
    let (text, block) = (signed().to_text(), signed().to_block());
    assert_eq!(only(" \u{feff}\r\n"), Err(ReceiptRefusal::Empty));
    assert_eq!(only(&"x".repeat(LARGEST_TEXT + 1)), Err(ReceiptRefusal::TooLarge));
    for other in ["name,date", "{}", "{\"receipt\":5}", "null", "see BEGIN TRAINING RECEIPT", "a receipt"] {
        assert_eq!(only(other), Err(ReceiptRefusal::NotAReceipt), "{other}");
    }
    assert_eq!(only(&text[..text.len() / 2]), Err(ReceiptRefusal::Cut));
    assert_eq!(only(&block[..block.len() / 2]), Err(ReceiptRefusal::Cut));
    assert_eq!(
        only(&text.replace("passed\",\"pass\":100", "passed\",\"pass\":10")),
        Err(ReceiptRefusal::Edited)
    );
    assert_eq!(only(&text.replace("\"mastered\":2", "\"mastered\":3")), Err(ReceiptRefusal::Edited));
    assert_eq!(only(&text.replace("\"form\":1", "\"form\":2")), Err(ReceiptRefusal::NewerForm));
    let large = text.replace("Small", &"S".repeat(LARGEST));
    assert_eq!(only(&large), Err(ReceiptRefusal::TooLarge));
    let huge = block.replacen("\n", &"\n".repeat(LARGEST), 1);
    assert_eq!(only(&huge), Err(ReceiptRefusal::TooLarge));
}

#[test]
fn a_broken_receipt_does_not_hide_the_ones_behind_it() {
    let (one, other) = (signed(), small());
    let block = one.to_block();
    let cut = &block[..block.len() / 2];
    let lines: Vec<&str> = block.lines().collect();
    let turned = format!("{}\n{}\n{}\n{}", lines[0], lines[2], lines[1], lines[3..].join("\n"));
    let mixed = format!("{cut}\n{}\n{turned}", other.to_block());
    let reading = read_all(&mixed);
    assert_eq!(reading.receipts, [other]);
    assert_eq!(reading.refusals.len(), 2);
    assert_eq!(reading.refusals[0], ReceiptRefusal::Cut);
}

#[test]
fn every_refusal_says_what_to_do() {
    use ReceiptRefusal::{Cut, Edited, Empty, NewerForm, NotAReceipt, TooLarge};
    for refusal in [Empty, TooLarge, NotAReceipt, Cut, Edited, NewerForm] {
        assert!(refusal.to_string().matches(". ").count() >= 1, "{refusal}");
    }
}

proptest! {
    #[test]
    fn a_changed_byte_is_found(at in any::<prop::sample::Index>(), byte in 0_u8..128, in_block in any::<bool>()) {
        let whole = signed();
        let text = if in_block { whole.to_block() } else { whole.to_text() };
        let mut bytes = text.clone().into_bytes();
        let at = at.index(bytes.len());
        prop_assume!(bytes[at] < 128);
        bytes[at] = byte;
        let reading = read_all(&String::from_utf8_lossy(&bytes));
        // It says what it said, or its signature is another one, which whoever verifies finds.
        for read in &reading.receipts {
            prop_assert_eq!(&read.receipt, &whole.receipt);
            prop_assert!(!read.signature.is_empty());
        }
        prop_assert!(!reading.receipts.is_empty() || !reading.refusals.is_empty());
    }

    #[test]
    fn a_cut_receipt_is_never_taken_for_a_whole_one(length in 0_usize..4000, in_block in any::<bool>()) {
        let whole = signed();
        let text = if in_block { whole.to_block() } else { whole.to_text() };
        let end = (0..=length.min(text.len() - 1)).rev().find(|end| text.is_char_boundary(*end)).unwrap_or(0);
        for read in read_all(&text[..end]).receipts {
            // Nothing but dashes behind the end of a block may be missing.
            prop_assert_eq!(&read, &whole);
            prop_assert!(in_block);
        }
    }

    #[test]
    fn any_text_can_be_read(text in "(?s).{0,60}(BEGIN|-----BEGIN TRAINING RECEIPT|END TRAINING RECEIPT|TRAINING-RECEIPT:|\\{\"receipt\")?.{0,80}") {
        let reading = read_all(&text);
        prop_assert!(reading.receipts.is_empty() && !reading.refusals.is_empty());
    }
}
