//! English, while a course is projected.

use super::present::Present;

pub(super) const PRESENT: Present = Present {
    title: "Present",
    presenter: "Presenter",
    projector: "Projector",
    objectives: "After this lesson you can:",
    hands: |hands, percent| format!("{hands} ({percent}%)"),
    round: |round| format!("Round {round}:"),
};
