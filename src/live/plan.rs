//! What a workshop consists of: its modules, its breaks, and how long it may take.
//!
//! A plan is written in a link's fragment, readable by people:
//! `modules=start,respect&breaks=respect:10&target=90`.

/// A workshop as its trainer planned it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Plan {
    /// Ids of modules, in the order they are given.
    pub modules: Vec<String>,
    /// Minutes of the break after a module, by its id.
    pub breaks: std::collections::BTreeMap<String, u32>,
    /// Minutes that all of it may take, breaks included.
    pub target: Option<u32>,
}

impl Plan {
    /// Reads the fragment's value; unknown keys are passed over.
    pub fn from_link(text: &str) -> Result<Self, super::plan::PlanError> {
        todo!()
    }

    /// As a link holds it.
    pub fn to_link(&self) -> String {
        todo!()
    }

    /// Breaks of ten minutes, each before the module with which the work since the last
    /// break would take more than fifty minutes. `minutes` of each module, in order.
    pub fn with_usual_breaks(modules: &[(String, u32)]) -> Self {
        todo!()
    }
}

/// Why a link holds no plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PlanError {
    /// It names no module.
    NoModules,
    /// A number of minutes that is none.
    BadMinutes(String),
}
