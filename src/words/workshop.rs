//! The words of a workshop's plan, and of the file of its times.

/// Why a link holds no plan, and what to do.
#[derive(Debug)]
pub struct PlanRefusals {
    pub no_modules: &'static str,
    pub bad_minutes: fn(written: &str) -> String,
}

/// The file that says what the time was spent on.
#[derive(Debug)]
pub struct Times {
    pub module: &'static str,
    pub lesson: &'static str,
    pub slide: &'static str,
    pub planned: &'static str,
    pub actual: &'static str,
    /// In place of the title that a break does not have.
    pub break_title: &'static str,
}
