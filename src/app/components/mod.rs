//! Things that can be seen, one file each.

pub mod acknowledgement_line;
pub mod announcer;
#[allow(dead_code, reason = "pretest, practice and recalls are built upon it")]
pub mod asked;
pub mod bookmark;
pub mod clause_link;
pub mod export_button;
pub mod found_words;
pub mod marked_words;
pub mod notes;
pub mod option_label;
pub mod post_card;
pub mod question;
pub mod read_aloud;
pub mod reasons;
pub mod save_state;
pub mod states;
pub mod term_popover;
