//! A note on a lesson while it is written: nothing typed is lost, nothing of others is replaced unseen.

use super::event::{EventId, What};
use super::progress::Progress;

/// How long a note may be, as a text field counts.
pub const LONGEST: usize = 10_000;
/// From here on, the learner is told how much is left.
pub const NEARLY: usize = 9_000;

/// A lesson's notes as one text: those of two devices with a blank line between them.
pub fn joined(progress: &Progress, lesson: &str) -> String {
    let written = progress.notes(lesson).map(|(_, text)| text).filter(|text| !text.is_empty());
    written.collect::<Vec<_>>().join("\n\n")
}

/// What stands in the field since the learner began to type.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    lesson: String,
    pub text: String,
    saved: String,
    /// The notes that the text was made from; a note that came later is no part of it.
    replaces: Vec<String>,
    /// What was saved of this draft last.
    latest: Option<EventId>,
}

impl Draft {
    /// Begins with what is written on a lesson.
    pub fn on(progress: &Progress, lesson: &str) -> Self {
        let text = joined(progress, lesson);
        Self {
            lesson: lesson.to_owned(),
            saved: text.clone(),
            text,
            replaces: progress.notes(lesson).map(|(id, _)| id.to_string()).collect(),
            latest: None,
        }
    }

    /// Whether all that was typed is saved.
    pub fn is_saved(&self) -> bool {
        self.text.trim_end() == self.saved
    }

    /// What has to be recorded. Nothing, where all is saved.
    pub fn to_record(&self) -> Option<What> {
        (!self.is_saved()).then(|| What::Noted {
            lesson: self.lesson.clone(),
            text: self.text.trim_end().to_owned(),
            replaces: self.replaces.clone(),
        })
    }

    /// Takes note that `text` was recorded as this event. Gives the event of this draft
    /// that now says nothing any more and may be forgotten: the new one replaces also
    /// what that one replaced.
    pub fn recorded(&mut self, event: EventId) -> Option<EventId> {
        self.text.trim_end().clone_into(&mut self.saved);
        self.replaces.push(event.to_string());
        self.latest.replace(event)
    }
}

/// How many characters still fit, once there are few. A text field counts as JavaScript does.
pub fn left(text: &str) -> Option<usize> {
    let length = text.encode_utf16().count();
    (length >= NEARLY).then(|| LONGEST.saturating_sub(length))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::learning::event::Event;

    /// A device that writes on one lesson, with the events that it knows.
    struct Device {
        name: &'static str,
        events: Vec<Event>,
        draft: Option<Draft>,
    }

    impl Device {
        fn new(name: &'static str) -> Self {
            Self { name, events: Vec::new(), draft: None }
        }

        fn progress(&self) -> Progress {
            Progress::of(&self.events)
        }

        fn types(&mut self, words: &str) {
            let progress = self.progress();
            let draft = self.draft.get_or_insert_with(|| Draft::on(&progress, "l"));
            if !draft.text.is_empty() {
                draft.text.push(' ');
            }
            draft.text.push_str(words);
        }

        /// As the app does: forgets the event that says nothing any more.
        fn saves(&mut self) {
            let Some(draft) = &mut self.draft else { return };
            let Some(what) = draft.to_record() else { return };
            let counter = self.events.iter().map(|event| event.id.counter).max().unwrap_or(0) + 1;
            let id = EventId { counter, device: self.name.into(), tab: "t".into() };
            if let Some(silent) = draft.recorded(id.clone()) {
                self.events.retain(|event| event.id != silent);
            }
            self.events.push(Event { id, at: 0, what });
        }

        fn leaves(&mut self) {
            self.saves();
            self.draft = None;
        }

        fn imports(&mut self, other: &Device) {
            let new: Vec<Event> =
                other.events.iter().filter(|event| !self.events.contains(event)).cloned().collect();
            self.events.extend(new);
        }
    }

    #[test]
    fn saving_twice_leaves_one_record_and_one_note() {
        let mut device = Device::new("a");
        device.types("one");
        device.saves();
        device.types("two");
        device.saves();
        device.saves();
        assert_eq!(joined(&device.progress(), "l"), "one two");
        assert_eq!(device.events.len(), 1);
    }

    #[test]
    fn notes_of_two_devices_stand_together_until_one_is_written_from_both() {
        let (mut one, mut other) = (Device::new("a"), Device::new("b"));
        one.types("mine");
        one.leaves();
        other.types("yours");
        other.leaves();
        one.imports(&other);
        assert_eq!(joined(&one.progress(), "l"), "mine\n\nyours");
        one.types("and more");
        one.leaves();
        assert_eq!(one.progress().notes("l").count(), 1);
        other.imports(&one);
        assert_eq!(joined(&other.progress(), "l"), "mine\n\nyours and more");
    }

    #[test]
    fn a_note_that_comes_while_one_is_written_is_not_replaced() {
        let (mut one, mut other) = (Device::new("a"), Device::new("b"));
        one.types("begun here");
        one.saves();
        other.types("written there");
        other.leaves();
        one.imports(&other);
        one.types("and ended");
        one.leaves();
        assert_eq!(joined(&one.progress(), "l"), "written there\n\nbegun here and ended");
    }

    #[test]
    fn emptying_a_note_removes_it_also_where_an_old_copy_comes_back() {
        let (mut one, mut copy) = (Device::new("a"), Device::new("b"));
        one.types("soon gone");
        one.leaves();
        copy.imports(&one);
        one.types("!");
        one.draft.as_mut().expect("a draft").text.clear();
        one.leaves();
        one.imports(&copy);
        assert_eq!(joined(&one.progress(), "l"), "");
    }

    #[test]
    fn blanks_at_the_end_are_nothing_to_save() {
        let mut device = Device::new("a");
        device.types("  ");
        device.leaves();
        assert!(device.events.is_empty());
    }

    #[test]
    fn what_is_left_is_said_when_it_is_little() {
        assert_eq!(left(&"a".repeat(NEARLY - 1)), None);
        assert_eq!(left(&"a".repeat(NEARLY)), Some(1_000));
        assert_eq!(left(&"🚀".repeat(5_000)), Some(0));
    }

    #[derive(Debug, Clone)]
    enum Step {
        Types(usize),
        Saves(usize),
        Leaves(usize),
        Imports(usize),
    }

    fn steps() -> impl Strategy<Value = Vec<Step>> {
        let step = prop_oneof![
            (0..2_usize).prop_map(Step::Types),
            (0..2_usize).prop_map(Step::Saves),
            (0..2_usize).prop_map(Step::Leaves),
            (0..2_usize).prop_map(Step::Imports),
        ];
        proptest::collection::vec(step, 0..30)
    }

    proptest! {
        #[test]
        fn nothing_typed_is_ever_lost(steps in steps()) {
            let mut devices = [Device::new("a"), Device::new("b")];
            let mut typed = Vec::new();
            for step in steps {
                match step {
                    Step::Types(device) => {
                        typed.push(format!("w{}.", typed.len()));
                        devices[device].types(typed.last().expect("a word"));
                    }
                    Step::Saves(device) => devices[device].saves(),
                    Step::Leaves(device) => devices[device].leaves(),
                    Step::Imports(device) => {
                        let [one, other] = &mut devices;
                        if device == 0 { one.imports(other) } else { other.imports(one) }
                    }
                }
            }
            let [one, other] = &mut devices;
            one.leaves();
            other.leaves();
            one.imports(other);
            other.imports(one);
            let text = joined(&one.progress(), "l");
            prop_assert_eq!(&text, &joined(&other.progress(), "l"));
            for word in typed {
                prop_assert!(text.contains(&word), "{} is not in {:?}", word, text);
            }
        }
    }
}
