//! Grading: what an answer earns.

use crate::course::model::{Kind, Question};

/// What an answer earned, of what it could earn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Grade {
    pub earned: u32,
    pub possible: u32,
}

/// Grades the options with these ids. Where all that apply are asked for, each
/// right one earns a point and each wrong one takes a point away.
pub fn grade(question: &Question, chosen: &[String]) -> Grade {
    let right = question.options.iter().filter(|option| option.right);
    let (hits, misses) = question.options.iter().filter(|option| chosen.contains(&option.id)).fold(
        (0_u32, 0_u32),
        |(hits, misses), option| if option.right { (hits + 1, misses) } else { (hits, misses + 1) },
    );
    let possible = match question.kind {
        Kind::One | Kind::Scenario => 1,
        _ => u32::try_from(right.count()).unwrap_or(u32::MAX),
    };
    Grade { earned: hits.saturating_sub(misses).min(possible), possible }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::course::model::{Choice, Html};

    fn question(kind: Kind, right: &[bool]) -> Question {
        let option = |(index, right): (usize, &bool)| Choice {
            id: index.to_string(),
            text: Html::default(),
            reason: Html::default(),
            right: *right,
            ..Choice::default()
        };
        Question {
            id: "q".into(),
            kind,
            title: String::new(),
            level: 2,
            prompt: Html::default(),
            draft: None,
            platform: None,
            options: right.iter().enumerate().map(option).collect(),
            fixed: None,
            hints: vec![],
            why: None,
            clause: None,
            weight: 1,
            attempts: None,
            revision: 1,
            critical: false,
            variant_of: None,
            tolerance: 0.0,
        }
    }

    fn points(question: &Question, chosen: &[&str]) -> (u32, u32) {
        let chosen: Vec<String> = chosen.iter().map(|id| (*id).to_owned()).collect();
        let grade = grade(question, &chosen);
        (grade.earned, grade.possible)
    }

    #[test]
    fn one_right_option_earns_one_point() {
        let question = question(Kind::One, &[false, true, false]);
        assert_eq!(points(&question, &["1"]), (1, 1));
        assert_eq!(points(&question, &["0"]), (0, 1));
    }

    #[test]
    fn a_wrong_choice_takes_a_point_away_but_never_below_none() {
        let question = question(Kind::Many, &[true, true, false, false]);
        assert_eq!(points(&question, &["0", "1"]), (2, 2));
        assert_eq!(points(&question, &["0"]), (1, 2));
        assert_eq!(points(&question, &["0", "1", "2"]), (1, 2));
        assert_eq!(points(&question, &["2", "3"]), (0, 2));
        assert_eq!(points(&question, &["0", "1", "2", "3"]), (0, 2));
    }

    #[test]
    fn an_option_that_is_gone_earns_nothing() {
        assert_eq!(points(&question(Kind::One, &[true, false]), &["gone"]), (0, 1));
    }
}
