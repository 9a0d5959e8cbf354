//! English, of a workshop's plan and times.

use super::workshop::{PlanRefusals, Times};

pub(super) const PLAN_REFUSALS: PlanRefusals = PlanRefusals {
    no_modules: "This link names no module. Choose the modules of the workshop on its setup page, \
                 and open the link that you find there.",
    bad_minutes: |written| {
        format!(
            "“{written}” in this link is no number of minutes. Write a whole number from 1 to 600, \
             or make the link anew on the setup page."
        )
    },
};

pub(super) const TIMES: Times = Times {
    module: "Module",
    lesson: "Lesson",
    slide: "Slide",
    planned: "Planned (min:s)",
    actual: "Actual (min:s)",
    break_title: "Break",
};
