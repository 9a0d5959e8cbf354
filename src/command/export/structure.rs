//! `cmi5.xml`: what a cmi5 package says of itself (`CourseStructure.xsd` of the specification).

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};

use crate::course::model::Course;
use crate::course::target::in_address;

const NAMESPACE: &str = "https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd";
/// What stands before the ids of courses: an address that names this program and no machine.
const ISSUER: &str = "https://social-workshop.example";

type Written = std::io::Result<()>;
type Out = Writer<Vec<u8>>;

/// The structure of a course: one unit that must be completed or passed.
pub fn structure(course: &Course, id: &str) -> std::io::Result<Vec<u8>> {
    let settings = &course.settings;
    let mut out = Writer::new_with_indent(Vec::new(), b' ', 1);
    out.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    let id = format!("{ISSUER}/{}", in_address(id));
    let unit = format!("{id}/unit");
    let mark = format!("{:.2}", f64::from(settings.pass.min(100)) / 100.0);
    let modules: Vec<&str> = course.modules.iter().map(|module| module.title.as_str()).collect();
    let described = |out: &mut Out| -> Written {
        words(out, "title", &settings.language, &settings.title)?;
        words(out, "description", &settings.language, &modules.join(" · "))
    };
    out.create_element("courseStructure").with_attribute(("xmlns", NAMESPACE)).write_inner_content(
        |out| {
            out.create_element("course")
                .with_attribute(("id", id.as_str()))
                .write_inner_content(described)?;
            // Without `moveOn`, a unit is done before it is opened.
            let attributes = [
                ("id", unit.as_str()),
                ("moveOn", "CompletedOrPassed"),
                ("masteryScore", mark.as_str()),
                ("launchMethod", "AnyWindow"),
            ];
            out.create_element("au").with_attributes(attributes).write_inner_content(|out| {
                described(out)?;
                out.create_element("url").write_text_content(BytesText::new(super::LAUNCH)).map(|_| ())
            })?;
            Ok(())
        },
    )?;
    Ok(out.into_inner())
}

fn words(out: &mut Out, name: &str, language: &str, words: &str) -> Written {
    out.create_element(name).write_inner_content(|out| {
        let text = out.create_element("langstring").with_attribute(("lang", language));
        text.write_text_content(BytesText::new(words)).map(|_| ())
    })?;
    Ok(())
}
