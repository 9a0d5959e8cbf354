//! The words with which a course is projected.

#[derive(Debug)]
pub struct Present {
    pub title: &'static str,
    pub presenter: &'static str,
    pub projector: &'static str,
}
