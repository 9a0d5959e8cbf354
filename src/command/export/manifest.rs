//! `imsmanifest.xml`: what a SCORM package says of itself.
//!
//! One course is one SCO: systems differ in all that goes beyond (records of issue trackers
//! are full of it). Element orders are those of the XSDs of SCORM 1.2 and SCORM 2004.

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};

use super::Standard;
use crate::course::model::Course;
use crate::course::target::in_address;

const IMS_12: &str = "http://www.imsproject.org/xsd/imscp_rootv1p1p2";
const ADL_12: &str = "http://www.adlnet.org/xsd/adlcp_rootv1p2";
const IMS_2004: &str = "http://www.imsglobal.org/xsd/imscp_v1p1";
const ADL_2004: &str = "http://www.adlnet.org/xsd/adlcp_v1p3";
const SEQUENCING: &str = "http://www.adlnet.org/xsd/adlseq_v1p3";
const NAVIGATION: &str = "http://www.adlnet.org/xsd/adlnav_v1p3";
const SIMPLE_SEQUENCING: &str = "http://www.imsglobal.org/xsd/imsss";

type Written = std::io::Result<()>;
type Out = Writer<Vec<u8>>;

/// The manifest of a course whose package holds these files.
pub fn manifest(course: &Course, id: &str, standard: Standard, files: &[&str]) -> std::io::Result<Vec<u8>> {
    let mut out = Writer::new_with_indent(Vec::new(), b' ', 1);
    out.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    let root = match standard {
        Standard::Scorm2004 => vec![
            ("xmlns", IMS_2004),
            ("xmlns:adlcp", ADL_2004),
            ("xmlns:adlseq", SEQUENCING),
            ("xmlns:adlnav", NAVIGATION),
            ("xmlns:imsss", SIMPLE_SEQUENCING),
        ],
        _ => vec![("xmlns", IMS_12), ("xmlns:adlcp", ADL_12)],
    };
    // An XML name begins with a letter.
    let identifier = format!("course-{id}");
    out.create_element("manifest")
        .with_attributes([("identifier", identifier.as_str()), ("version", "1")])
        .with_attributes(root)
        .write_inner_content(|out| {
            metadata(out, standard)?;
            organizations(out, course, standard)?;
            resources(out, standard, files)
        })?;
    Ok(out.into_inner())
}

fn text(out: &mut Out, name: &str, words: &str) -> Written {
    out.create_element(name).write_text_content(BytesText::new(words)).map(|_| ())
}

fn metadata(out: &mut Out, standard: Standard) -> Written {
    let version = if standard == Standard::Scorm2004 { "2004 4th Edition" } else { "1.2" };
    out.create_element("metadata").write_inner_content(|out| {
        text(out, "schema", "ADL SCORM")?;
        text(out, "schemaversion", version)
    })?;
    Ok(())
}

fn organizations(out: &mut Out, course: &Course, standard: Standard) -> Written {
    let title = course.settings.title.as_str();
    let item = |out: &mut Out| -> Written {
        text(out, "title", title)?;
        match standard {
            Standard::Scorm2004 => sequencing(out, course.settings.pass),
            _ => text(out, "adlcp:masteryscore", &course.settings.pass.to_string()),
        }
    };
    out.create_element("organizations").with_attribute(("default", "organization")).write_inner_content(
        |out| {
            let organization =
                out.create_element("organization").with_attribute(("identifier", "organization"));
            organization.write_inner_content(|out| {
                text(out, "title", title)?;
                let attributes = [("identifier", "item"), ("identifierref", "resource")];
                out.create_element("item").with_attributes(attributes).write_inner_content(item)?;
                Ok(())
            })?;
            Ok(())
        },
    )?;
    Ok(())
}

/// The course itself says when it is completed and passed; the mark stands here so that
/// administrators see it, and the LMS passes it on.
fn sequencing(out: &mut Out, pass: u32) -> Written {
    let measure = format!("{:.2}", f64::from(pass.min(100)) / 100.0);
    out.create_element("imsss:sequencing").write_inner_content(|out| {
        out.create_element("imsss:objectives").write_inner_content(|out| {
            let objective = out.create_element("imsss:primaryObjective");
            let attributes = [("objectiveID", "passed"), ("satisfiedByMeasure", "true")];
            objective
                .with_attributes(attributes)
                .write_inner_content(|out| text(out, "imsss:minNormalizedMeasure", &measure))?;
            Ok(())
        })?;
        let controls = [("completionSetByContent", "true"), ("objectiveSetByContent", "true")];
        out.create_element("imsss:deliveryControls").with_attributes(controls).write_empty()?;
        Ok(())
    })?;
    Ok(())
}

fn resources(out: &mut Out, standard: Standard, files: &[&str]) -> Written {
    // The case of this attribute differs between the two.
    let kind = if standard == Standard::Scorm2004 { "adlcp:scormType" } else { "adlcp:scormtype" };
    let attributes =
        [("identifier", "resource"), ("type", "webcontent"), (kind, "sco"), ("href", super::LAUNCH)];
    out.create_element("resources").write_inner_content(|out| {
        out.create_element("resource").with_attributes(attributes).write_inner_content(|out| {
            // Some systems delete what is not listed.
            for file in files {
                let address = in_address(file);
                out.create_element("file").with_attribute(("href", address.as_str())).write_empty()?;
            }
            Ok(())
        })?;
        Ok(())
    })?;
    Ok(())
}
