//! What the slides of a workshop took, as a table.

use super::csv::table;
use crate::live::pace::TimeLine;
use crate::words::Times;

/// A line a slide, in the order of the workshop.
pub fn csv(lines: &[TimeLine], titles: &Times) -> String {
    let head = [titles.module, titles.lesson, titles.slide, titles.planned, titles.actual].map(str::to_owned);
    let rows = lines.iter().map(|line| {
        let slide = if line.is_break { titles.break_title } else { &line.slide };
        let names = [&line.module, &line.lesson, slide].map(|name: &str| name.to_owned());
        let [module, lesson, slide] = names;
        [module, lesson, slide, minutes(line.planned), minutes(line.actual)]
    });
    table(std::iter::once(head).chain(rows))
}

fn minutes(seconds: u32) -> String {
    format!("{}:{:02}", seconds / 60, seconds % 60)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::EN;

    #[test]
    fn a_workshop_is_a_line_a_slide() {
        let line = |lesson: &str, slide: &str, planned, actual| TimeLine {
            module: "one".to_owned(),
            lesson: lesson.to_owned(),
            slide: slide.to_owned(),
            is_break: slide.is_empty(),
            planned,
            actual,
        };
        let lines =
            [line("Say, or not", "=Why?", 60, 59), line("", "", 600, 0), line("End", "Thanks", 90, 7384)];
        insta::assert_snapshot!(csv(&lines, &EN.times).replace("\r\n", "\n").trim_start_matches('\u{feff}'), @r#"
        Module,Lesson,Slide,Planned (min:s),Actual (min:s)
        one,"Say, or not",'=Why?,1:00,0:59
        one,,Break,10:00,0:00
        one,End,Thanks,1:30,123:04
        "#);
    }
}
