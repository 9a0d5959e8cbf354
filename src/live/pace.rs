//! Whether a workshop is on time, and what its slides took. Times are milliseconds.
//!
//! What is planned until here are the slides before this one, whether they were shown or
//! passed over, and as much of this one's plan as was used. The pace is the working time
//! over that: at least half and at most twice the plan, and the plan itself in the first
//! [`TOO_EARLY`]. What is left takes its plan at this pace; breaks take what they take.

use super::clock::Clock;
use super::deck::{Deck, DeckSlide};

/// Until then a pace says nothing.
pub const TOO_EARLY: i64 = 5 * 60_000;

/// How it stands.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Pace {
    pub elapsed: i64,
    /// More than was planned until here; negative: less.
    pub behind: i64,
    /// When it ends at this pace, since 1970. Breaks take what they take. During a pause
    /// it moves with `now`.
    pub finish: i64,
    /// Until the next break at this pace, if there is one ahead.
    pub break_in: Option<i64>,
    /// On the slide on the screen.
    pub spent: i64,
    pub planned: i64,
}

/// What a slide was planned to take, and took.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TimeLine {
    /// The module's id, and the lesson's title; none of a break's.
    pub module: String,
    pub lesson: String,
    /// Without markup; empty for a break.
    pub slide: String,
    pub is_break: bool,
    /// Seconds.
    pub planned: u32,
    pub actual: u32,
}

/// How it stands on the slide with this index.
pub fn pace(deck: &Deck, index: usize, clock: &Clock, now: i64) -> Pace {
    let elapsed = clock.elapsed(now);
    let index = index.min(deck.slides.len());
    let (before, here_and_ahead) = deck.slides.split_at(index);
    let here = here_and_ahead.first();
    let ahead = here_and_ahead.get(1..).unwrap_or_default();
    let planned = here.map_or(0, planned);
    let spent = here.map_or(0, |slide| clock.spent_on(&slide.place(), now));
    let until_here = before.iter().map(self::planned).sum::<i64>() + spent.min(planned);
    let ratio = ratio(elapsed, until_here);

    let rest = (planned - spent).max(0);
    let rest = if here.is_some_and(DeckSlide::is_break) { rest } else { at_pace(rest, ratio) };
    let mut finish = rest;
    let mut break_in = None;
    for slide in ahead {
        if slide.is_break() {
            break_in = break_in.or(Some(finish));
            finish += self::planned(slide);
        } else {
            finish += at_pace(self::planned(slide), ratio);
        }
    }
    Pace {
        elapsed,
        behind: elapsed - until_here,
        finish: now.saturating_add(finish),
        break_in,
        spent,
        planned,
    }
}

/// What each slide took, in the order of the workshop.
pub fn times(deck: &Deck, clock: &Clock, now: i64) -> Vec<TimeLine> {
    let line = |slide: &DeckSlide| TimeLine {
        module: slide.module.clone(),
        lesson: slide.lesson_title.clone(),
        slide: slide.title(),
        is_break: slide.is_break(),
        planned: slide.seconds(),
        actual: u32::try_from(clock.spent_on(&slide.place(), now) / 1000).unwrap_or(u32::MAX),
    };
    deck.slides.iter().map(line).collect()
}

fn planned(slide: &DeckSlide) -> i64 {
    i64::from(slide.seconds()) * 1000
}

fn ratio(elapsed: i64, until_here: i64) -> f64 {
    if elapsed < TOO_EARLY || until_here == 0 {
        return 1.0;
    }
    (elapsed as f64 / until_here as f64).clamp(0.5, 2.0)
}

fn at_pace(planned: i64, ratio: f64) -> i64 {
    (planned as f64 * ratio).round() as i64
}

#[cfg(test)]
mod tests {
    use super::super::deck::Place;
    use super::super::samples::{MINUTE, deck, lesson, plan, text};
    use super::*;
    use crate::course::slides::SlidesFile;

    const START: i64 = 1_000_000;

    /// Ten slides of four minutes, with a break of ten minutes after the fifth.
    fn long() -> Deck {
        let slides = |from: usize| (from..from + 5).map(|number| text(&format!("s{number}"), 240)).collect();
        let lessons = vec![lesson("a", "one", slides(0)), lesson("b", "two", slides(5))];
        Deck::of(&SlidesFile { form: 1, lessons }, &plan("modules=one,two&breaks=one:10"))
    }

    fn clock(deck: &Deck, entered: &[(usize, i64)]) -> Clock {
        let mut clock = Clock::default();
        clock.start(&deck.place(0), START);
        for (index, minutes) in entered {
            clock.enter(&deck.place(*index), START + minutes * MINUTE);
        }
        clock
    }

    #[test]
    fn before_the_start_it_takes_what_is_planned() {
        let now = pace(&long(), 0, &Clock::default(), START);
        let expected = Pace {
            finish: START + 50 * MINUTE,
            break_in: Some(20 * MINUTE),
            planned: 4 * MINUTE,
            ..Pace::default()
        };
        assert_eq!(now, expected);
    }

    #[test]
    fn who_is_slower_ends_later_and_breaks_take_what_they_take() {
        let deck = long();
        let now = pace(&deck, 2, &clock(&deck, &[(1, 6), (2, 12)]), START + 12 * MINUTE);
        assert_eq!((now.elapsed, now.behind), (12 * MINUTE, 4 * MINUTE));
        assert_eq!(now.break_in, Some(18 * MINUTE), "three slides at six minutes");
        assert_eq!(now.finish, START + (12 + 18 + 10 + 30) * MINUTE);
    }

    #[test]
    fn the_plan_of_a_slide_is_used_up_by_the_minute() {
        let deck = long();
        let clock = clock(&deck, &[(1, 4), (2, 8)]);
        let now = pace(&deck, 2, &clock, START + 10 * MINUTE);
        assert_eq!((now.spent, now.planned, now.behind), (2 * MINUTE, 4 * MINUTE, 0));
        assert_eq!(now.finish, START + 50 * MINUTE);
        let late = pace(&deck, 2, &clock, START + 15 * MINUTE);
        assert_eq!((late.spent, late.behind), (7 * MINUTE, 3 * MINUTE));
    }

    #[test]
    fn slides_passed_over_are_time_won() {
        let deck = long();
        let now = pace(&deck, 4, &clock(&deck, &[(4, 6)]), START + 6 * MINUTE);
        assert_eq!(now.behind, -10 * MINUTE);
        assert_eq!(now.finish, START + (6 + 2 + 10 + 10) * MINUTE, "never faster than twice");
    }

    #[test]
    fn the_first_minutes_say_nothing() {
        let deck = long();
        let now = pace(&deck, 0, &clock(&deck, &[]), START + TOO_EARLY - 1);
        assert_eq!(now.finish, START + TOO_EARLY - 1 + 46 * MINUTE);
    }

    #[test]
    fn on_a_break_its_rest_is_ahead() {
        let deck = long();
        let now = pace(&deck, 5, &clock(&deck, &[(1, 8), (5, 40)]), START + 43 * MINUTE);
        assert_eq!((now.spent, now.planned, now.break_in), (3 * MINUTE, 10 * MINUTE, None));
        let ratio = 43.0 / 23.0;
        assert_eq!(now.finish, START + 50 * MINUTE + 5 * (240_000.0_f64 * ratio).round() as i64);
    }

    #[test]
    fn during_a_pause_the_end_moves_on() {
        let deck = long();
        let mut clock = clock(&deck, &[(1, 4)]);
        clock.pause_or_resume(START + 6 * MINUTE);
        let (soon, later) = (START + 7 * MINUTE, START + 17 * MINUTE);
        let (soon, later) = (pace(&deck, 1, &clock, soon), pace(&deck, 1, &clock, later));
        assert_eq!(later.finish - soon.finish, 10 * MINUTE);
        assert_eq!(later.elapsed, soon.elapsed);
    }

    #[test]
    fn every_slide_has_its_times() {
        let deck = deck();
        let times = times(&deck, &clock(&deck, &[(3, 2)]), START + 5 * MINUTE);
        let line = |index: usize| times[index].clone();
        let title = TimeLine {
            module: "one".to_owned(),
            lesson: "Lesson a".to_owned(),
            slide: "The title".to_owned(),
            is_break: false,
            planned: 60,
            actual: 120,
        };
        assert_eq!(line(0), title);
        let pause = TimeLine {
            module: "one".to_owned(),
            is_break: true,
            planned: 600,
            actual: 180,
            ..TimeLine::default()
        };
        assert_eq!(line(3), pause);
        assert_eq!((times.len(), line(6).actual), (7, 0));
    }

    #[test]
    fn a_slide_that_is_not_there_and_a_clock_from_nowhere_do_no_harm() {
        let broken = r#"{"started":-9223372036854775808,"pauses":-9223372036854775808,"on":["a/title",-5],
            "spent":{"a/title":9223372036854775807}}"#;
        let clock: Clock = serde_json::from_str(broken).expect("it can be read");
        for deck in [Deck::default(), deck()] {
            for index in [0, 1, 7, usize::MAX] {
                for now in [i64::MIN, 0, i64::MAX] {
                    let _ = (pace(&deck, index, &clock, now), times(&deck, &clock, now));
                }
            }
        }
        assert_eq!(clock.spent_on(&Place::default(), 0), 0);
    }
}
