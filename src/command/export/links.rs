//! Links of a package's pages to what is not in it: a package of some modules names lessons
//! of others. Their words stay, and lead nowhere.

use std::collections::{BTreeMap, BTreeSet};

use crate::course::target::in_address;

const HREF: &str = " href=\"";

/// Takes the target from every link that leads to no file.
pub fn loosen(files: &mut BTreeMap<String, Vec<u8>>) {
    let known: BTreeSet<String> = files.keys().map(|path| in_address(path)).collect();
    for (path, bytes) in files.iter_mut().filter(|(path, _)| path.ends_with(".html")) {
        if let Ok(page) = std::str::from_utf8(bytes) {
            *bytes = loosened(path, page, &known).into_bytes();
        }
    }
}

fn loosened(path: &str, page: &str, known: &BTreeSet<String>) -> String {
    let mut out = String::with_capacity(page.len());
    let mut rest = page;
    while let Some((before, after)) = rest.split_once(HREF) {
        out.push_str(before);
        let (target, behind) = after.split_once('"').unwrap_or((after, ""));
        if leads_somewhere(path, target, known) {
            out.push_str(HREF);
            out.push_str(target);
            out.push('"');
        }
        rest = behind;
    }
    out.push_str(rest);
    out
}

fn leads_somewhere(path: &str, target: &str, known: &BTreeSet<String>) -> bool {
    let file = target.split(['#', '?']).next().unwrap_or_default();
    if file.is_empty() || target.contains(':') || target.starts_with('/') {
        return true;
    }
    let mut parts: Vec<&str> = path.split('/').collect();
    parts.pop();
    for part in file.split('/') {
        match part {
            ".." => drop(parts.pop()),
            "." => {}
            part => parts.push(part),
        }
    }
    known.contains(&parts.join("/"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_to_what_is_not_there_keeps_its_words() {
        let page = "<p><a href=\"../b/c.html#x\">C</a> <a class=\"y\" href=\"../d/e.html\">E</a> <a href=\"#z\">Z</a> \
                    <a href=\"https://example.org\">O</a></p>";
        let mut files = BTreeMap::from([
            ("site/a/a.html".to_owned(), page.as_bytes().to_vec()),
            ("site/b/c.html".to_owned(), Vec::new()),
        ]);
        loosen(&mut files);
        assert_eq!(
            String::from_utf8_lossy(&files["site/a/a.html"]),
            "<p><a href=\"../b/c.html#x\">C</a> <a class=\"y\">E</a> <a href=\"#z\">Z</a> \
             <a href=\"https://example.org\">O</a></p>"
        );
    }
}
