//! English, where HR assigns.

use super::assign::LinkRefusals;

pub(super) const LINK_REFUSALS: LinkRefusals = LinkRefusals {
    cut: "The end of this link is missing, as if a mail program had cut it. Copy all of it, to the last \
          letter, or ask for it again.",
    changed: "Some letters of this link were changed on the way. Copy it once more from where you got it, \
              or ask for it again.",
    too_long: "This is too long for a link of an assignment. Copy the link alone.",
    newer_form: "This link was made by a newer version of the workshop. Open it where the newer version \
                 is, or ask for a new one.",
    not_ours: "This is no link of an assignment. It has “assigned.html#a=” in the middle; copy all of it.",
    other_course: |id| {
        format!(
            "This link is about the course “{id}”, which is not the one here. Open it on that course’s site."
        )
    },
    unknown_modules: |ids| {
        format!("This link is about modules that this course does not have: {ids}. Ask for a new one.")
    },
};
