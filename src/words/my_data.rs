//! The words of My data.

#[derive(Debug)]
pub struct MyData {
    pub title: &'static str,
    pub lead: &'static str,
    pub what: &'static str,
    pub records: fn(&str) -> String,
    pub since: fn(&str) -> String,
    pub export_title: &'static str,
    pub export_text: &'static str,
    pub exported: &'static str,
    pub import_title: &'static str,
    pub import_text: &'static str,
    pub import: &'static str,
    pub imported: fn(new: &str, known: &str) -> String,
    pub not_imported: &'static str,
    pub no_room: &'static str,
    pub delete_title: &'static str,
    pub delete_text: &'static str,
    pub delete: &'static str,
    pub delete_ask: fn(&str) -> String,
    pub delete_yes: &'static str,
    pub cancel: &'static str,
    pub deleted: &'static str,
    pub learners_title: &'static str,
    pub learners_text: &'static str,
    pub learner: fn(usize) -> String,
    pub learner_name: &'static str,
    pub save_name: &'static str,
    pub name_saved: &'static str,
    pub studying: &'static str,
    pub switch: fn(&str) -> String,
    pub add_learner: &'static str,
    pub damaged: fn(&str) -> String,
    pub newer: fn(&str) -> String,
}

/// Why a file of progress was not imported.
#[derive(Debug)]
pub struct Refusals {
    pub empty: &'static str,
    pub too_large: &'static str,
    pub cut: &'static str,
    pub not_ours: &'static str,
    pub newer_form: &'static str,
    pub other_course: fn(title: &str) -> String,
    pub changed: &'static str,
    pub bad_id: &'static str,
}
