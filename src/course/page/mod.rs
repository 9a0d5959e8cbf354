//! The pages of the site as HTML: complete without JavaScript, with places where the app comes in.
//!
//! Knows: a course, the names of the files that pages load. Does not know: where
//! the files come from, nor any learner. The places, by attribute:
//!
//! | attribute | what the app does there |
//! |---|---|
//! | `data-question="id"` | puts the form in its `data-answer`; hides its `data-asked` where it shows a variant |
//! | `data-mount="name"` | puts the component of this name in it |
//! | `data-test-out="id"` | says how to skip the module |
//! | `data-lesson-state="id"`, `data-module-state="id"`, `data-clause-state="id"` | says where the learner stands |

mod home;
mod lesson;
mod platform;
mod policy;
mod present;
mod question;
mod search;
mod shell;

use std::collections::BTreeMap;

use super::model::{Clause, Course, Glossary, Lesson, Module, Policy, Question};
use super::outline::{
    ClauseWords, FORM, GlossaryFile, LessonFile, Outline, OutlineClause, OutlineLesson, OutlineModule,
    OutlineQuestion, OutlineVariant, PolicyFile,
};
use super::read::lesson_address;

/// The names of the files that pages load, seen from the site's root.
#[derive(Debug, Clone, Default)]
pub struct FileNames {
    pub style: String,
    pub room_style: String,
    pub boot: String,
    /// Shows the page as the learner prefers it.
    pub preferences: String,
    /// The module of lessons that wasm-bindgen made, and its WebAssembly.
    pub lesson_app: String,
    pub lesson_wasm: String,
    /// The same for every other page, and for what a lesson loads only when it is wanted.
    pub app: String,
    pub wasm: String,
    pub outline: String,
    /// The search index.
    pub search: String,
    /// The slides of every lesson.
    pub slides: String,
    /// The trainer's notes, where the course has some and they are not left out.
    pub notes: Option<String>,
    /// By lesson id.
    pub lessons: BTreeMap<String, String>,
    /// Where the course has a policy.
    pub policy: Option<String>,
    /// Where the course has a glossary.
    pub glossary: Option<String>,
    /// The site is in a package for an LMS: the LMS keeps records, and there is one learner.
    pub in_lms: bool,
    /// Further scripts, such as the one that reloads a page when its lesson was saved.
    pub scripts: Vec<String>,
}

/// The outline of a course whose lessons have these files, by lesson id.
pub fn outline(course: &Course, files: &BTreeMap<String, String>) -> Outline {
    let settings = &course.settings;
    let policy = course.policy.iter();
    let variants = Variants::of(course);
    Outline {
        form: FORM,
        id: settings.id.clone(),
        title: settings.title.clone(),
        language: settings.language.clone(),
        pass: settings.pass,
        recall_days: settings.recall_days.clone(),
        keys: settings.assigned_by.clone(),
        policy_version: policy.clone().map(|policy| policy.version.clone()).next().unwrap_or_default(),
        clauses: policy
            .flat_map(|policy| policy.clauses())
            .map(|clause| OutlineClause {
                id: clause.id.clone(),
                title: clause.title.clone(),
                text: clause.fingerprint(),
                critical: clause.critical,
            })
            .collect(),
        modules: course
            .modules
            .iter()
            .map(|module| OutlineModule {
                id: module.id.clone(),
                title: module.title.clone(),
                choose_any: module.choose_any,
                lessons: module
                    .lessons
                    .iter()
                    .map(|lesson| OutlineLesson {
                        id: lesson.id.clone(),
                        title: lesson.title.clone(),
                        address: lesson_address(&module.id, &lesson.id),
                        minutes: lesson.minutes,
                        file: files.get(&lesson.id).cloned().unwrap_or_default(),
                        questions: lesson
                            .asked()
                            .map(|question| outline_question(question, &variants))
                            .collect(),
                    })
                    .collect(),
            })
            .collect(),
    }
}

fn outline_question(question: &Question, variants: &Variants) -> OutlineQuestion {
    let variant = |variant: &&Question| OutlineVariant { id: variant.id.clone(), revision: variant.revision };
    OutlineQuestion {
        id: question.id.clone(),
        clause: question.clause.clone(),
        weight: question.weight,
        revision: question.revision,
        critical: question.critical,
        poll: !question.kind.is_graded(),
        variants: variants.of_question(&question.id).iter().map(variant).collect(),
    }
}

/// The variants of a course by the question that they vary.
#[derive(Debug, Default)]
pub struct Variants<'c>(BTreeMap<&'c str, Vec<&'c Question>>);

impl<'c> Variants<'c> {
    /// Looks through a course once.
    pub fn of(course: &'c Course) -> Self {
        let mut variants: BTreeMap<&str, Vec<&Question>> = BTreeMap::new();
        for question in course.questions() {
            if let Some(varied) = &question.variant_of {
                variants.entry(varied).or_default().push(question);
            }
        }
        Self(variants)
    }

    fn of_question(&self, id: &str) -> &[&'c Question] {
        self.0.get(id).map_or(&[], Vec::as_slice)
    }
}

/// The questions of a lesson, as the browser loads them: each with its variants behind it.
pub fn lesson_file<'c>(lesson: &'c Lesson, variants: &Variants<'c>) -> LessonFile {
    let with_variants = |question: &'c Question| {
        std::iter::once(question).chain(variants.of_question(&question.id).iter().copied())
    };
    LessonFile { form: FORM, questions: lesson.asked().flat_map(with_variants).cloned().collect() }
}

/// The words of a policy, as the browser loads them.
pub fn policy_file(policy: &Policy) -> PolicyFile {
    let words = |clause: &Clause| ClauseWords { id: clause.id.clone(), words: clause.words.clone() };
    PolicyFile { form: FORM, clauses: policy.clauses().map(words).collect() }
}

/// A glossary, as the browser loads it.
pub fn glossary_file(glossary: &Glossary) -> GlossaryFile {
    GlossaryFile { form: FORM, terms: glossary.terms.clone() }
}

/// Every page by its address. `template` is the project's `index.html`;
/// `base` is where the site's root will be, for the page of a wrong address.
pub fn all(course: &Course, names: &FileNames, template: &str, base: &str) -> Vec<(String, String)> {
    let site = shell::Site { course, names, template };
    let mut pages = vec![
        ("index.html".to_owned(), home::home(&site)),
        ("search.html".to_owned(), search::search(&site)),
        ("progress.html".to_owned(), home::progress(&site)),
        ("my-data.html".to_owned(), home::my_data(&site)),
        ("assigned.html".to_owned(), home::assigned(&site)),
        ("my-answers.html".to_owned(), home::my_answers(&site)),
        ("certificate.html".to_owned(), home::certificate(&site)),
        ("notes.html".to_owned(), home::notes(&site)),
        ("preferences.html".to_owned(), home::preferences(&site)),
        ("records.html".to_owned(), home::records(&site)),
        ("assign.html".to_owned(), home::assign(&site)),
        ("404.html".to_owned(), home::not_found(&site, base)),
    ];
    pages.extend(home::sessions(&site));
    pages.extend(present::pages(&site));
    if let Some(found) = &course.policy {
        pages.push(("policy.html".to_owned(), policy::policy(&site, found)));
    }
    if let Some(found) = &course.glossary {
        pages.push(("glossary.html".to_owned(), policy::glossary(&site, found)));
    }
    for module in &course.modules {
        pages.push((format!("{}/index.html", module.id), home::module(&site, module)));
    }
    let core: Vec<_> = course.core_lessons().collect();
    add_lessons(&site, &core, &mut pages);
    for module in course.modules.iter().filter(|module| module.choose_any) {
        let lessons: Vec<_> = module.lessons.iter().map(|lesson| (module, lesson)).collect();
        add_lessons(&site, &lessons, &mut pages);
    }
    pages
}

/// The pages of lessons that follow each other.
fn add_lessons(site: &shell::Site, lessons: &[(&Module, &Lesson)], pages: &mut Vec<(String, String)>) {
    for (index, (module, lesson)) in lessons.iter().enumerate() {
        let neighbours = lesson::Neighbours {
            before: index.checked_sub(1).map(|before| lessons[before]),
            after: lessons.get(index + 1).copied(),
        };
        let address = format!("{}/{}.html", module.id, lesson.id);
        pages.push((address, lesson::lesson(site, module, lesson, &neighbours)));
    }
}
