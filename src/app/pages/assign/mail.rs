//! What an assignment is in words: its minutes, its due day, the mail about it.

use leptos::prelude::*;

use super::Desk;
use super::what::minutes;
use crate::browser::intl;
use crate::records::assignment::{Assignment, Due};
use crate::records::mail_text::{Facts, Mail, mail};
use crate::words::EN;

impl Desk {
    /// The mail for an assignment whose link this is.
    pub fn mail(self, assignment: &Assignment, link: &str) -> Mail {
        let modules = self.modules(assignment);
        let minutes = match modules.as_slice() {
            [] => {
                self.outline.with_value(|outline| outline.core_lessons().map(|lesson| lesson.minutes).sum())
            }
            _ => modules.iter().map(minutes).sum::<u32>(),
        };
        let facts = Facts {
            course: self.title(),
            modules: modules.into_iter().map(|module| module.title).collect(),
            minutes: intl::number(minutes as usize),
            due: due(assignment.due),
            link: link.to_owned(),
        };
        mail(assignment, &facts)
    }
}

/// Until when, in words; empty where there is no such day.
pub fn due(due: Due) -> String {
    match due {
        Due::Open => String::new(),
        Due::On(day) => {
            let day = day.to_string();
            (EN.assign.until.by_day)(&intl::written_day(&day).unwrap_or(day))
        }
        Due::After(days) => (EN.assign.until.within)(&intl::number(days as usize)),
    }
}
