//! How a file is stored changes nothing in what it says.

use proptest::prelude::*;
use social_workshop::course::diagnostic::Diagnostic;
use social_workshop::course::missing_ids::{self, Edit};

use crate::any_text::{configuration, fragments, in_every_role};

proptest! {
    #![proptest_config(configuration())]

    #[test]
    fn line_ends_and_a_byte_order_mark_change_nothing(text in fragments()) {
        let (plain, _) = in_every_role(&text).read();
        let marked = |text: &str| format!("\u{feff}{text}");
        let windows = |text: &str| text.replace('\n', "\r\n");
        prop_assert_eq!(&in_every_role(&text).stored(marked).read().0, &plain);
        prop_assert_eq!(&in_every_role(&text).stored(windows).read().0, &plain);
        prop_assert_eq!(&in_every_role(&text).stored(|text| marked(&windows(text))).read().0, &plain);
    }

    #[test]
    fn written_ids_are_the_ids_in_use(text in fragments()) {
        let written = Edit::apply(&missing_ids::find(&text), &text);
        let (plain, found) = in_every_role(&text).read();
        let in_lesson = |found: &&Diagnostic| found.path.ends_with("01-why.md") && found.is_error();
        if found.iter().find(in_lesson).is_none() {
            prop_assert_eq!(in_every_role(&written).read().0.modules, plain.modules);
        }
        prop_assert_eq!(missing_ids::find(&written), []);
    }
}
