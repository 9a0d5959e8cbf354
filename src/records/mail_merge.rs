//! One link a person, as a table from which a mail program writes to each.

use super::assignment::Assignment;
use super::csv;
use super::roster::Person;
use crate::words::EN;

/// A line of the table.
#[derive(Debug, Clone)]
pub struct Letter<'a> {
    pub person: &'a Person,
    pub assignment: &'a Assignment,
    pub link: String,
}

/// The table. `course` is the title; `modules` and `due` are as people read them.
pub fn table(letters: &[Letter], course: &str, modules: &str, due: &str) -> String {
    let head = EN.mail_merge.columns().map(str::to_owned).to_vec();
    let line = |letter: &Letter| {
        let Person { id, name, email, department, manager } = letter.person;
        let fields = [id, name, email, department, manager];
        let mut cells: Vec<String> = fields.into_iter().cloned().collect();
        cells.extend(
            [course, modules, due, &letter.link, &letter.assignment.by, &letter.assignment.id]
                .map(str::to_owned),
        );
        cells
    };
    csv::table(std::iter::once(head).chain(letters.iter().map(line)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_person_has_a_line_with_their_own_link() {
        let person = |id: &str, name: &str| Person {
            id: id.to_owned(),
            name: name.to_owned(),
            email: format!("{id}@example.com"),
            ..Person::default()
        };
        let people = [person("7", "李小龍"), person("8", "=SUM(A1)")];
        let assignment =
            Assignment { id: "k3".to_owned(), by: "People team".to_owned(), ..Assignment::default() };
        let letters: Vec<_> = people
            .iter()
            .map(|person| Letter {
                person,
                assignment: &assignment,
                link: format!("https://example.com/#a={}", person.id),
            })
            .collect();
        let table = table(&letters, "Course", "A; B", "2027-01-15");
        insta::assert_snapshot!(table.trim_start_matches('\u{feff}').replace("\r\n", "\n"), @"
    Id,Name,Email,Department,Manager,Course,Modules,Due,Link,AssignedBy,Assignment
    7,李小龍,7@example.com,,,Course,A; B,2027-01-15,https://example.com/#a=7,People team,k3
    8,'=SUM(A1),8@example.com,,,Course,A; B,2027-01-15,https://example.com/#a=8,People team,k3
    ");
    }
}
