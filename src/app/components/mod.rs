//! Things that can be seen, one file each.

pub mod acknowledgement_line;
pub mod announcer;
pub mod asked;
pub mod bookmark;
pub mod clause_link;
pub mod export_button;
pub mod found_words;
pub mod marked_words;
pub mod next_recall;
pub mod notes;
pub mod option_label;
pub mod pass_sentence;
pub mod post_card;
pub mod question;
pub mod read_aloud;
pub mod reasons;
pub mod save_state;
pub mod session;
pub mod states;
pub mod term_popover;
