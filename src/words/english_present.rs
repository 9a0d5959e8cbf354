//! English, while a course is projected.

use super::present::Present;

pub(super) const PRESENT: Present =
    Present { title: "Present", presenter: "Presenter", projector: "Projector" };
