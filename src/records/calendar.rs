//! Recalls as a calendar file (RFC 5545), one whole day each.

use ics::components::Parameter;
use ics::properties::{Description, DtEnd, DtStart, Summary, Transp, URL};
use ics::{Event, ICalendar, escape_text};

use crate::learning::day::Day;

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
    let stamp = format!("{}T000000Z", compact(Day(made.div_euclid(86_400_000))));
    let mut calendar = ICalendar::new("2.0", "-//Social Workshop//Recalls//EN");
    for day in days {
        let id = format!("recall-{}-{}@social-workshop", compact(*day), entry.course);
        let mut event = Event::new(id, stamp.clone());
        let mut start = DtStart::new(compact(*day));
        start.add(Parameter::new("VALUE", "DATE"));
        let mut end = DtEnd::new(compact(day.plus(1)));
        end.add(Parameter::new("VALUE", "DATE"));
        event.push(start);
        event.push(end);
        event.push(Summary::new(escape_text(entry.title)));
        event.push(Description::new(escape_text(entry.text)));
        event.push(URL::new(entry.address));
        event.push(Transp::transparent());
        calendar.add_event(event);
    }
    calendar.to_string()
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
}
