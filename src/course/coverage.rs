//! Which clause is taught and tested where, and where that is too little.
//!
//! The rules are those of the research on judgement tests: every clause is met
//! twice, critical ones four times, and at least once in a post that is fine. A variant
//! is a further wording of what is met already, and a poll asks nothing. A clause is
//! mastered with two wordings, so the core path has two of each clause it asks about.

use std::collections::BTreeSet;
use std::fmt;

use super::model::{Course, Kind, Lesson, Question, Verdict};

const SCENARIOS_A_CLAUSE: usize = 2;
const SCENARIOS_A_CRITICAL_CLAUSE: usize = 4;
const WORDINGS_TO_MASTER_A_CLAUSE: usize = 2;

/// What a course asks about one clause.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    pub clause: String,
    pub critical: bool,
    /// Ids of the lessons that teach it.
    pub lessons: Vec<String>,
    pub questions: usize,
    /// Scenarios by their right verdict, in the order of [`Verdict::ALL`].
    pub scenarios: [usize; 4],
    /// Other wordings of these questions and scenarios.
    pub variants: usize,
}

impl Row {
    fn all_scenarios(&self) -> usize {
        self.scenarios.iter().sum()
    }
}

/// Something that is asked too little.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Gap {
    TooFewScenarios { clause: String, found: usize, needed: usize },
    NeverFine { clause: String },
    TooFewWordings { clause: String, found: usize },
    MoreObjectivesThanQuestions { lesson: String, objectives: usize, questions: usize },
    QuestionWithoutClause { lesson: String, question: String },
}

impl fmt::Display for Gap {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Gap::TooFewScenarios { clause, found, needed } => {
                write!(f, "clause {clause} decides {found} scenarios; it needs {needed}")
            }
            Gap::NeverFine { clause } => {
                write!(
                    f,
                    "clause {clause} has no scenario that ends in POST or YOURS; show it done right once"
                )
            }
            Gap::TooFewWordings { clause, found } => {
                write!(
                    f,
                    "clause {clause} is asked in {found} wording on the core path; add a variant, so that it can be mastered on one day"
                )
            }
            Gap::MoreObjectivesThanQuestions { lesson, objectives, questions } => {
                write!(
                    f,
                    "lesson {lesson} has {objectives} objectives and {questions} questions; each objective needs one"
                )
            }
            Gap::QuestionWithoutClause { lesson, question } => {
                write!(f, "question {question} of lesson {lesson} names no clause; add `clause=…`")
            }
        }
    }
}

/// One row a clause, in policy order.
pub fn matrix(course: &Course) -> Vec<Row> {
    let clauses = course.policy.iter().flat_map(|policy| policy.clauses());
    clauses
        .map(|clause| {
            let asked = |question: &&Question| question.clause.as_deref() == Some(&clause.id);
            let mut row = Row {
                clause: clause.id.clone(),
                critical: clause.critical,
                lessons: teaching(course, &clause.id),
                questions: 0,
                scenarios: [0; 4],
                variants: 0,
            };
            for question in course.questions().filter(asked) {
                match right_verdict(question) {
                    _ if question.variant_of.is_some() => row.variants += 1,
                    Some(verdict) => row.scenarios[verdict as usize] += 1,
                    None => row.questions += 1,
                }
            }
            row
        })
        .collect()
}

/// The verdict that is right in a scenario; none for other questions.
pub fn right_verdict(question: &Question) -> Option<Verdict> {
    let right =
        question.options.iter().find(|option| option.right).filter(|_| question.kind == Kind::Scenario)?;
    Verdict::from_id(&right.id)
}

fn teaching(course: &Course, clause: &str) -> Vec<String> {
    let teaches = |lesson: &Lesson| {
        lesson.clauses.iter().any(|named| named == clause)
            || lesson.asked().any(|question| question.clause.as_deref() == Some(clause))
    };
    let lessons: BTreeSet<&str> = course
        .lessons()
        .filter(|(_, lesson)| teaches(lesson))
        .map(|(_, lesson)| lesson.id.as_str())
        .collect();
    lessons.into_iter().map(str::to_owned).collect()
}

/// In how many wordings the core path asks about a clause: its questions, and their variants anywhere.
fn core_wordings(course: &Course, clause: &str) -> usize {
    let asked = course.core_lessons().flat_map(|(_, lesson)| lesson.asked());
    let asked: BTreeSet<&str> = asked
        .filter(|question| question.clause.as_deref() == Some(clause))
        .map(|question| question.id.as_str())
        .collect();
    let family = |question: &Question| question.variant_of.clone().unwrap_or_else(|| question.id.clone());
    course.questions().filter(|question| asked.contains(family(question).as_str())).count()
}

/// All gaps of a course.
pub fn gaps(course: &Course) -> Vec<Gap> {
    let mut gaps = Vec::new();
    for row in matrix(course) {
        let needed = if row.critical { SCENARIOS_A_CRITICAL_CLAUSE } else { SCENARIOS_A_CLAUSE };
        let found = row.all_scenarios();
        if found < needed {
            gaps.push(Gap::TooFewScenarios { clause: row.clause.clone(), found, needed });
        }
        let fine = row.scenarios[Verdict::Post as usize] + row.scenarios[Verdict::Yours as usize];
        if found > 0 && fine == 0 {
            gaps.push(Gap::NeverFine { clause: row.clause.clone() });
        }
        let found = core_wordings(course, &row.clause);
        if (1..WORDINGS_TO_MASTER_A_CLAUSE).contains(&found) {
            gaps.push(Gap::TooFewWordings { clause: row.clause, found });
        }
    }
    for (_, lesson) in course.lessons() {
        let graded = || lesson.asked().filter(|question| question.kind.is_graded());
        let (objectives, questions) = (lesson.objectives.len(), graded().count());
        if objectives > questions {
            gaps.push(Gap::MoreObjectivesThanQuestions { lesson: lesson.id.clone(), objectives, questions });
        }
        for question in graded().filter(|question| question.clause.is_none()) {
            let (lesson, question) = (lesson.id.clone(), question.id.clone());
            gaps.push(Gap::QuestionWithoutClause { lesson, question });
        }
    }
    gaps
}

/// The matrix as lines of text.
pub fn table(rows: &[Row]) -> String {
    let mut text = format!(
        "{:<10}{:>10}{:>8}{:>7}{:>7}{:>7}{:>10}  lessons\n",
        "clause", "questions", "POST", "FIX", "DON'T", "YOURS", "variants"
    );
    for row in rows {
        let [post, fix, dont, yours] = row.scenarios;
        let clause = if row.critical { format!("{} !", row.clause) } else { row.clause.clone() };
        let lessons = row.lessons.join(" ");
        text.push_str(&format!(
            "{clause:<10}{:>10}{post:>8}{fix:>7}{dont:>7}{yours:>7}{:>10}  {lessons}\n",
            row.questions, row.variants
        ));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::course::read::read;
    use crate::course::source::SourceFolder;

    const POLICY: &str =
        "---\nversion: 1\n---\n## A {#AAA}\n### One {#AAA-1}\nText.\n### Two {#AAA-2 .critical}\nText.\n";

    fn scenario(id: usize, clause: &str, right: &str) -> String {
        let option = |word: &str| format!("- [{}] {word}\n  > Why.\n", if word == right { "x" } else { " " });
        format!("## S {{#s-{id} .scenario clause={clause}}}\n\n{}{}\n", option("POST"), option("DON'T"))
    }

    fn course(scenarios: &[(&str, &str)], front: &str) -> Course {
        let body: String =
            scenarios.iter().enumerate().map(|(id, (clause, right))| scenario(id, clause, right)).collect();
        let lesson = format!("---\ntitle: L\n{front}---\nText.\n\n{body}");
        let files =
            [("course.toml", "title = \"C\""), ("policy.md", POLICY), ("01-m/01-l.md", lesson.as_str())];
        let (course, diagnostics) = read(&SourceFolder::from_texts("c", files));
        assert_eq!(diagnostics, []);
        course
    }

    #[test]
    fn a_course_that_asks_enough_has_no_gaps() {
        let enough = [
            ("AAA-1", "POST"),
            ("AAA-1", "DON'T"),
            ("AAA-2", "POST"),
            ("AAA-2", "DON'T"),
            ("AAA-2", "DON'T"),
            ("AAA-2", "DON'T"),
        ];
        let course = course(&enough, "objectives: [Judge]\n");
        assert_eq!(gaps(&course), []);
        assert_eq!(matrix(&course)[1].scenarios, [1, 0, 3, 0]);
        assert_eq!(matrix(&course)[1].lessons, ["l"]);
    }

    #[test]
    fn variants_are_further_wordings_and_polls_count_for_nothing() {
        let lesson = format!(
            "---\ntitle: L\nobjectives: [A, B]\n---\n{}## V {{.scenario variant-of=s-0}}\n\n- [x] POST\n  > Why.\n\
             - [ ] DON'T\n  > Why.\n\n## P {{.quiz .poll}}\n\n- A\n- B\n",
            scenario(0, "AAA-1", "POST")
        );
        let files =
            [("course.toml", "title = \"C\""), ("policy.md", POLICY), ("01-m/01-l.md", lesson.as_str())];
        let (course, diagnostics) = read(&SourceFolder::from_texts("c", files));
        assert_eq!(diagnostics, []);
        let row = &matrix(&course)[0];
        assert_eq!((row.questions, row.scenarios, row.variants), (0, [1, 0, 0, 0], 1));
        assert!(table(&matrix(&course)).contains("variants"));
        let lesson = "l".to_owned();
        let gap = Gap::MoreObjectivesThanQuestions { lesson, objectives: 2, questions: 1 };
        assert_eq!(gaps(&course).last(), Some(&gap));
    }

    #[test]
    fn a_variant_makes_a_second_wording() {
        let needs_a_wording = |body: &str| {
            let lesson = format!("---\ntitle: L\n---\n{body}");
            let files =
                [("course.toml", "title = \"C\""), ("policy.md", POLICY), ("01-m/01-l.md", lesson.as_str())];
            let (course, diagnostics) = read(&SourceFolder::from_texts("c", files));
            assert_eq!(diagnostics, []);
            gaps(&course).contains(&Gap::TooFewWordings { clause: "AAA-1".to_owned(), found: 1 })
        };
        let once = scenario(0, "AAA-1", "POST");
        let variant = scenario(1, "AAA-1", "POST").replace("clause=AAA-1", "variant-of=s-0");
        assert!(needs_a_wording(&once));
        assert!(!needs_a_wording(&format!("{once}{variant}")));
    }

    #[test]
    fn each_gap_is_named() {
        let course = course(&[("AAA-1", "DON'T"), ("AAA-1", "DON'T")], "objectives: [A, B, C]\n");
        let words: Vec<String> = gaps(&course).iter().map(ToString::to_string).collect();
        assert_eq!(
            words,
            [
                "clause AAA-1 has no scenario that ends in POST or YOURS; show it done right once",
                "clause AAA-2 decides 0 scenarios; it needs 4",
                "lesson l has 3 objectives and 2 questions; each objective needs one",
            ]
        );
    }
}
