//! What a planned workshop takes: its modules with their lessons, its breaks, and what is left of its target.

use serde::Serialize;

use super::plan::Plan;
use crate::course::slides::{LessonSlides, SlidesFile};

/// A workshop in minutes.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Schedule {
    /// In the order of the plan.
    pub modules: Vec<ScheduledModule>,
    /// Of all breaks together.
    pub breaks: u32,
    /// Breaks included.
    pub total: u32,
    pub target: Option<u32>,
    /// What the target leaves; below zero where the workshop is too long.
    pub spare: Option<i64>,
}

/// A module of a workshop.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct ScheduledModule {
    pub id: String,
    pub title: String,
    /// All its seconds, rounded up.
    pub minutes: u32,
    pub lessons: Vec<ScheduledLesson>,
    /// Minutes of the break after it.
    pub break_after: Option<u32>,
}

/// A lesson of a workshop.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct ScheduledLesson {
    pub id: String,
    pub title: String,
    /// Rounded up, so that the lessons of a module may be more than the module.
    pub minutes: u32,
}

impl Schedule {
    /// The schedule of a plan. `titles` are ids and titles of modules.
    pub fn of(slides: &SlidesFile, titles: &[(String, String)], plan: &Plan) -> Self {
        let title =
            |id: &String| titles.iter().find(|(found, _)| found == id).map(|(_, title)| title.clone());
        let module = |id: &String| ScheduledModule {
            id: id.clone(),
            title: title(id).unwrap_or_default(),
            minutes: module_minutes(slides, id),
            lessons: lessons(slides, id).map(scheduled).collect(),
            break_after: plan.breaks.get(id).copied(),
        };
        let modules: Vec<ScheduledModule> = plan.modules.iter().map(module).collect();
        let breaks: u32 = modules.iter().filter_map(|module| module.break_after).sum();
        let total = breaks + modules.iter().map(|module| module.minutes).sum::<u32>();
        let spare = plan.target.map(|target| i64::from(target) - i64::from(total));
        Self { modules, breaks, total, target: plan.target, spare }
    }

    /// Whether it takes more than its target.
    pub fn is_too_long(&self) -> bool {
        self.spare.is_some_and(|spare| spare < 0)
    }
}

/// The minutes of a module: all its seconds, rounded up.
pub fn module_minutes(slides: &SlidesFile, id: &str) -> u32 {
    lessons(slides, id).map(seconds).sum::<u32>().div_ceil(60)
}

fn lessons<'s>(slides: &'s SlidesFile, module: &str) -> impl Iterator<Item = &'s LessonSlides> {
    slides.lessons.iter().filter(move |lesson| lesson.module == module)
}

fn seconds(lesson: &LessonSlides) -> u32 {
    lesson.slides.iter().map(|slide| slide.seconds).sum()
}

fn scheduled(lesson: &LessonSlides) -> ScheduledLesson {
    ScheduledLesson {
        id: lesson.id.clone(),
        title: lesson.title.clone(),
        minutes: seconds(lesson).div_ceil(60),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::course::model::Html;
    use crate::course::slides::{Content, Slide};

    fn lesson(module: &str, id: &str, seconds: &[u32]) -> LessonSlides {
        let slide = |seconds: &u32| Slide {
            id: "title".into(),
            title: Html::default(),
            seconds: *seconds,
            content: Content::Text(Vec::new()),
        };
        let slides = seconds.iter().map(slide).collect();
        LessonSlides { id: id.into(), title: id.to_uppercase(), module: module.into(), slides }
    }

    fn schedule(modules: &[&str], breaks: &[(&str, u32)], target: Option<u32>) -> Schedule {
        let lessons =
            vec![lesson("a", "one", &[20, 70]), lesson("a", "two", &[91]), lesson("b", "three", &[60])];
        let plan = Plan {
            modules: modules.iter().map(ToString::to_string).collect(),
            breaks: breaks.iter().map(|(id, minutes)| (id.to_string(), *minutes)).collect(),
            target,
        };
        let titles = [("a".to_owned(), "First".to_owned()), ("b".to_owned(), "Second".to_owned())];
        Schedule::of(&SlidesFile { form: 1, lessons }, &titles, &plan)
    }

    #[test]
    fn seconds_are_rounded_up_once_a_module() {
        let found = schedule(&["b", "a"], &[("b", 10)], None);
        let modules: Vec<_> =
            found.modules.iter().map(|module| (module.title.as_str(), module.minutes)).collect();
        assert_eq!(modules, [("Second", 1), ("First", 4)]);
        let lessons: Vec<_> = found.modules[1].lessons.iter().map(|lesson| lesson.minutes).collect();
        assert_eq!((lessons, found.breaks, found.total, found.spare), (vec![2, 2], 10, 15, None));
    }

    #[test]
    fn a_workshop_fits_its_target_to_the_minute() {
        assert_eq!(schedule(&["a", "b"], &[], Some(5)).spare, Some(0));
        assert!(!schedule(&["a", "b"], &[], Some(5)).is_too_long());
        assert!(schedule(&["a", "b"], &[("a", 1)], Some(5)).is_too_long());
        assert!(!schedule(&["a", "b"], &[("a", 1)], None).is_too_long());
    }
}
