//! Recalls and due days as calendar files (RFC 5545), one whole day each.

use ics::components::Parameter;
use ics::properties::{Description, DtEnd, DtStart, Summary, Transp, Trigger, URL};
use ics::{Alarm, Event, ICalendar, escape_text};

use crate::learning::day::Day;

/// Before a due day: a week and a day.
const REMINDERS: [&str; 2] = ["-P7D", "-P1D"];

/// What each entry says.
#[derive(Debug, Clone, Copy)]
pub struct Entry<'a> {
    /// Of the course: the same entry in a later file replaces this one.
    pub course: &'a str,
    pub title: &'a str,
    pub text: &'a str,
    /// The address of the page where a recall begins.
    pub address: &'a str,
}

/// A calendar file with an entry for each day. `made` is when it is made, in
/// milliseconds since 1970.
pub fn of_recalls(days: &[Day], entry: Entry, made: i64) -> String {
    let mut calendar = ICalendar::new("2.0", "-//Social Workshop//Recalls//EN");
    for day in days {
        let id = format!("recall-{}-{}@social-workshop", compact(*day), entry.course);
        let (title, text) = (entry.title, entry.text);
        calendar.add_event(whole_day(id, *day, &Said { title, text, address: entry.address }, made));
    }
    calendar.to_string()
}

/// What the entry of a due day says.
#[derive(Debug, Clone, Copy)]
pub struct Said<'a> {
    pub title: &'a str,
    pub text: &'a str,
    /// The assignment’s link.
    pub address: &'a str,
}

/// A calendar file with the day on which an assignment is due, and a reminder a week and a
/// day before. A later file of the same assignment replaces it.
pub fn of_due(assignment: &str, due: Day, said: &Said, made: i64) -> String {
    let mut calendar = ICalendar::new("2.0", "-//Social Workshop//Assignments//EN");
    let mut event = whole_day(format!("{assignment}@social-workshop"), due, said, made);
    for reminder in REMINDERS {
        event.add_alarm(Alarm::display(Trigger::new(reminder), Description::new(escape_text(said.title))));
    }
    calendar.add_event(event);
    calendar.to_string()
}

fn whole_day<'a>(id: String, day: Day, said: &Said<'a>, made: i64) -> Event<'a> {
    let stamp = format!("{}T000000Z", compact(Day(made.div_euclid(86_400_000))));
    let mut event = Event::new(id, stamp);
    let mut start = DtStart::new(compact(day));
    start.add(Parameter::new("VALUE", "DATE"));
    let mut end = DtEnd::new(compact(day.plus(1)));
    end.add(Parameter::new("VALUE", "DATE"));
    event.push(start);
    event.push(end);
    event.push(Summary::new(escape_text(said.title)));
    event.push(Description::new(escape_text(said.text)));
    event.push(URL::new(said.address));
    event.push(Transp::transparent());
    event
}

fn compact(day: Day) -> String {
    day.to_string().replace('-', "")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_recall_is_a_whole_day_in_the_calendar() {
        let entry = Entry {
            course: "small",
            title: "Recall: A, B; C",
            text: "Five minutes.",
            address: "https://example.com/recall.html",
        };
        // 28 November 2026.
        let file = of_recalls(&[Day(20_785)], entry, 1_795_649_400_000);
        assert!(file.contains("\r\n"));
        insta::assert_snapshot!(file.replace("\r\n", "\n"), @r"
        BEGIN:VCALENDAR
        VERSION:2.0
        PRODID:-//Social Workshop//Recalls//EN
        BEGIN:VEVENT
        UID:recall-20261128-small@social-workshop
        DTSTAMP:20261125T000000Z
        DTSTART;VALUE=DATE:20261128
        DTEND;VALUE=DATE:20261129
        SUMMARY:Recall: A\, B\; C
        DESCRIPTION:Five minutes.
        URL:https://example.com/recall.html
        TRANSP:TRANSPARENT
        END:VEVENT
        END:VCALENDAR
        ");
    }

    #[test]
    fn a_due_day_is_a_whole_day_with_two_reminders() {
        let address =
            "https://training.example.com/workshop/assigned.html#a=gePJNs5IsSgzLS80KihBDwkOrPZj8RIWm9E";
        let said = Said { title: "Due: Say who you are", text: "Two modules;\nby the People team", address };
        let file = of_due("k3hd8v5wq2pt", Day(20_833), &said, 1_795_649_400_000);
        assert!(file.split("\r\n").all(|line| line.len() <= 75));
        insta::assert_snapshot!(file.replace("\r\n", "\n"), @r"
    BEGIN:VCALENDAR
    VERSION:2.0
    PRODID:-//Social Workshop//Assignments//EN
    BEGIN:VEVENT
    UID:k3hd8v5wq2pt@social-workshop
    DTSTAMP:20261125T000000Z
    DTSTART;VALUE=DATE:20270115
    DTEND;VALUE=DATE:20270116
    SUMMARY:Due: Say who you are
    DESCRIPTION:Two modules\;\nby the People team
    URL:https://training.example.com/workshop/assigned.html#a=gePJNs5IsSgzLS80K
     ihBDwkOrPZj8RIWm9E
    TRANSP:TRANSPARENT
    BEGIN:VALARM
    ACTION:DISPLAY
    TRIGGER:-P7D
    DESCRIPTION:Due: Say who you are
    END:VALARM
    BEGIN:VALARM
    ACTION:DISPLAY
    TRIGGER:-P1D
    DESCRIPTION:Due: Say who you are
    END:VALARM
    END:VEVENT
    END:VCALENDAR
    ");
    }
}
