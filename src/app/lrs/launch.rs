//! Who learns here, as the link said that led to the page, and as the browser keeps it.

use crate::app::study::Study;
use crate::browser::{address, storage};
use crate::course::lrs::Lrs;
use crate::records::xapi::launch::{Launch, Refusal};

/// Takes what stands behind `#lrs=` out of the address, where bookmarks and shared screens
/// would keep it, and keeps it for the learner whom it names: one who has no account yet, or
/// this one. What one person did is never sent under another one's name.
pub fn take(study: &Study, lrs: &Lrs) -> Result<(), Refusal> {
    let Some(text) = address::in_fragment("lrs") else { return Ok(()) };
    address::write_fragment("");
    let launch = Launch::read(&text, lrs)?;
    let fits = |learner: &str| {
        let known = of_learner(study, learner).actor;
        known.is_none() || known == launch.actor
    };
    if fits(&study.learner) {
        keep(study, &study.learner, &launch);
        return Ok(());
    }
    let learners = study.learners().into_iter().map(|(id, _)| id);
    let same = learners.into_iter().find(|id| of_learner(study, id).actor == launch.actor);
    let learner = same.unwrap_or_else(|| study.new_learner());
    keep(study, &learner, &launch);
    study.switch_to(&learner);
    Ok(())
}

/// What is known of a learner.
pub fn of_learner(study: &Study, learner: &str) -> Launch {
    let record = storage::get(&format!("{}launch", study.keys.lrs(learner)));
    record.map(|record| Launch::from_record(&record)).unwrap_or_default()
}

pub fn keep(study: &Study, learner: &str, launch: &Launch) {
    // What cannot be kept is asked for again.
    storage::set(&format!("{}launch", study.keys.lrs(learner)), &launch.to_record());
}
