//! The names in statements: IRIs of verbs, activities and extensions, and ids of statements.
//!
//! Verbs and types are ADL's and Activity Streams' own. Activities and extensions begin with
//! the address that the course's owner gave (`homepage`), since IRIs belong to whoever owns
//! the domain: `HOME/courses/COURSE/questions/QUESTION`, `HOME/xapi/EXTENSION`.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

use crate::records::digest;

pub const ANSWERED: &str = "http://adlnet.gov/expapi/verbs/answered";
pub const ATTEMPTED: &str = "http://adlnet.gov/expapi/verbs/attempted";
pub const COMPLETED: &str = "http://adlnet.gov/expapi/verbs/completed";
pub const EXPERIENCED: &str = "http://adlnet.gov/expapi/verbs/experienced";
pub const PASSED: &str = "http://adlnet.gov/expapi/verbs/passed";
/// "The actor is aware of the object's existence" (Activity Base Schema): receipt, no consent.
pub const ACKNOWLEDGED: &str = "http://activitystrea.ms/schema/1.0/acknowledge";

pub const COURSE: &str = "http://adlnet.gov/expapi/activities/course";
pub const MODULE: &str = "http://adlnet.gov/expapi/activities/module";
pub const LESSON: &str = "http://adlnet.gov/expapi/activities/lesson";
pub const INTERACTION: &str = "http://adlnet.gov/expapi/activities/cmi.interaction";
pub const CLAUSE: &str = "http://activitystrea.ms/schema/1.0/article";

/// What stands in an IRI as it is.
const PLAIN: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'_').remove(b'.');

/// Something that a course has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Thing<'a> {
    Course,
    Module(&'a str),
    Lesson(&'a str),
    Question(&'a str),
    Clause(&'a str),
}

/// The IRIs of one course.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Names {
    /// Ends with a slash.
    home: String,
    course: String,
}

impl Names {
    /// The names of a course, which begin with its owner's address.
    pub fn of(homepage: &str, course: &str) -> Self {
        let home = format!("{}/", homepage.trim_end_matches('/'));
        Self { course: format!("{home}courses/{}", utf8_percent_encode(course, PLAIN)), home }
    }

    /// The IRI of a thing of the course.
    pub fn of_thing(&self, thing: Thing) -> String {
        let (folder, id) = match thing {
            Thing::Course => return self.course.clone(),
            Thing::Module(id) => ("modules", id),
            Thing::Lesson(id) => ("lessons", id),
            Thing::Question(id) => ("questions", id),
            Thing::Clause(id) => ("clauses", id),
        };
        format!("{}/{folder}/{}", self.course, utf8_percent_encode(id, PLAIN))
    }

    /// What kind of thing of this course an IRI names, as the folder that it stands in, and the
    /// thing's id. Both are empty for the course itself. None for another course's.
    pub fn read<'i>(&self, iri: &'i str) -> Option<(&'i str, String)> {
        let rest = iri.strip_prefix(&self.course)?;
        if rest.is_empty() {
            return Some(("", String::new()));
        }
        let (folder, id) = rest.strip_prefix('/')?.split_once('/')?;
        Some((folder, percent_decode_str(id).decode_utf8().ok()?.into_owned()))
    }

    /// The IRI of an extension of ours.
    pub fn extension(&self, name: &str) -> String {
        format!("{}xapi/{name}", self.home)
    }
}

/// The UUID that follows from some texts: the same ones give the same id.
///
/// It is SHA-256 in the dress of version 5, the last one in RFC 4122, which xAPI names:
/// some stores refuse the later version 8.
pub fn uuid(texts: &[&str]) -> String {
    let mut bytes = Vec::new();
    for text in texts {
        bytes.extend((text.len() as u64).to_be_bytes());
        bytes.extend(text.as_bytes());
    }
    let mut id = [0; 16];
    id.copy_from_slice(&digest::sha256(&bytes)[..16]);
    id[6] = id[6] & 0x0f | 0x50;
    id[8] = id[8] & 0x3f | 0x80;
    let hex: String = id.iter().map(|byte| format!("{byte:02x}")).collect();
    [&hex[..8], &hex[8..12], &hex[12..16], &hex[16..20], &hex[20..]].join("-")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_thing_is_read_back_from_its_name() {
        let names = Names::of("https://people.example.com", "social-workshop");
        let iri = names.of_thing(Thing::Question("über-cafés"));
        assert_eq!(iri, "https://people.example.com/courses/social-workshop/questions/%C3%BCber-caf%C3%A9s");
        assert_eq!(names.read(&iri), Some(("questions", "über-cafés".to_owned())));
        assert_eq!(names.read(&names.of_thing(Thing::Course)), Some(("", String::new())));
        assert_eq!(names.read("https://people.example.com/courses/social-workshop-2"), None);
        assert_eq!(names.read("https://other.example.com/courses/social-workshop"), None);
        assert_eq!(names.extension("sure"), "https://people.example.com/xapi/sure");
        assert_eq!(Names::of("https://people.example.com/", "social-workshop"), names);
    }

    #[test]
    fn an_id_follows_from_its_texts_and_from_nothing_else() {
        assert_eq!(uuid(&["a", "b"]), uuid(&["a", "b"]));
        assert_ne!(uuid(&["a", "b"]), uuid(&["ab", ""]));
        // It is in the records of companies: another one would send everything once more.
        assert_eq!(uuid(&["a", "b"]), "3c9d5910-45bc-5876-b9d0-399bbfb05c6a");
    }
}
