//! The words with which a course is projected.

#[derive(Debug)]
pub struct Present {
    pub title: &'static str,
    pub presenter: &'static str,
    pub projector: &'static str,
    pub objectives: &'static str,
    pub hands: fn(hands: u32, percent: f64) -> String,
    pub round: fn(round: usize) -> String,
}
