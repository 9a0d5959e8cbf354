//! Where links and images lead: which targets are allowed, and whether they exist.

use std::collections::{BTreeMap, BTreeSet};

use super::diagnostic::{Diagnostic, nearest};
use super::id;
use super::mistake::Mistake;
use super::render::Page;
use super::source::{self, Span};

/// A checked target, as an address seen from its page.
#[derive(Debug, PartialEq, Eq)]
pub enum Target {
    /// A clause of the policy.
    Clause(String),
    /// Another site, or a mail.
    Away(String),
    /// A page or file of this site.
    Here(String),
}

/// The folder of the site that holds the course's own images and files.
pub const FILES: &str = "_workshop/files";

/// The ids of a page, and the ones it hopes to find on other pages.
#[derive(Debug, Default)]
pub struct Anchors {
    taken: BTreeSet<String>,
    /// Not made of a text, because an author gives them.
    reserved: BTreeSet<String>,
    sought: Vec<Sought>,
}

#[derive(Debug)]
struct Sought {
    path: String,
    anchor: String,
    span: Span,
}

impl Anchors {
    /// Notes an id that an author gave.
    pub fn take(&mut self, id: String) -> String {
        self.taken.insert(id.clone());
        id
    }

    /// Keeps an id free for what an author gives it to.
    pub fn reserve(&mut self, id: &str) {
        self.reserved.insert(id.to_owned());
    }

    /// An id made of `wish` that nothing on the page has yet.
    pub fn take_free(&mut self, wish: &str) -> String {
        let wish = if wish.is_empty() { "section" } else { wish };
        let numbered = (2..).map(|number| format!("{wish}-{number}"));
        let mut candidates = std::iter::once(wish.to_owned()).chain(numbered);
        let free = candidates
            .find(|candidate| !self.taken.contains(candidate) && !self.reserved.contains(candidate));
        self.take(free.unwrap_or_default())
    }

    fn seek(&mut self, path: &str, anchor: &str, span: &Span) {
        self.sought.push(Sought { path: path.to_owned(), anchor: unescaped(anchor), span: span.clone() });
    }
}

/// Reads a target; notes what is wrong with it.
pub fn read(address: &str, page: &mut Page, span: &Span) -> Option<Target> {
    if let Some(anchor) = address.strip_prefix('#') {
        page.anchors.seek(page.path, anchor, span);
        return Some(Target::Here(address.to_owned()));
    }
    if let Some(scheme) = scheme(address) {
        if matches!(scheme.as_str(), "https" | "mailto") {
            return Some(Target::Away(address.to_owned()));
        }
        page.report.add(span.clone(), Mistake::BadScheme { scheme });
        return None;
    }
    file_target(address, page, span)
}

/// Reads the address of an image: a file of the course folder, or one of another site.
pub fn read_image(address: &str, page: &mut Page, span: &Span) -> Option<String> {
    match read(address, page, span)? {
        Target::Away(address) if scheme(&address).as_deref() == Some("https") => Some(address),
        Target::Here(address) if address.starts_with(&format!("{}{FILES}/", page.root)) => Some(address),
        _ => {
            let expected = "the file of an image, such as `badge.png`";
            page.report.add(span.clone(), Mistake::BadValue { key: "image".to_owned(), expected });
            None
        }
    }
}

/// A clause that stands in brackets.
pub fn clause(clause: &str, page: &mut Page, span: &Span) -> Option<Target> {
    check_clause(clause, page, span).then(|| Target::Clause(clause.to_owned()))
}

/// Whether the policy has this clause; notes it where it has not.
pub fn check_clause(clause: &str, page: &mut Page, span: &Span) -> bool {
    let known = &page.surroundings.clauses;
    if id::is_clause_id(clause) && known.contains_key(clause) {
        return true;
    }
    let nearest = nearest(clause, known.keys().map(String::as_str));
    let has_policy = page.surroundings.has_policy;
    page.report.add(span.clone(), Mistake::UnknownClause { id: clause.to_owned(), nearest, has_policy });
    false
}

/// `https` of `https://…`. A path has no scheme, nor has `//host`, which is refused as `//`.
fn scheme(address: &str) -> Option<String> {
    if address.starts_with("//") {
        return Some("//".to_owned());
    }
    let (before, _) = address.split_once(':')?;
    let before: String = before.chars().filter(|c| !c.is_control() && !c.is_whitespace()).collect();
    let is_scheme = before.starts_with(|c: char| c.is_ascii_alphabetic())
        && before.chars().all(|c| c.is_ascii_alphanumeric() || "+-.".contains(c));
    is_scheme.then(|| before.to_ascii_lowercase())
}

fn file_target(address: &str, page: &mut Page, span: &Span) -> Option<Target> {
    let (written, anchor) =
        address.split_once('#').map_or((address, None), |(path, anchor)| (path, Some(anchor)));
    if written.starts_with('/') || written.contains('\\') {
        page.report.add(span.clone(), Mistake::TargetLeavesFolder);
        return None;
    }
    let Some(path) = source::resolve(page.path, &unescaped(written)) else {
        page.report.add(span.clone(), Mistake::TargetLeavesFolder);
        return None;
    };
    if let Some(found) = page.surroundings.addresses.get(&path) {
        if let Some(anchor) = anchor {
            page.anchors.seek(&path, anchor, span);
        }
        let anchor = anchor.map(|anchor| format!("#{anchor}")).unwrap_or_default();
        return Some(Target::Here(format!("{}{found}{anchor}", page.root)));
    }
    if page.surroundings.folder.others.contains(&path) {
        page.assets.insert(path.clone());
        return Some(Target::Here(format!("{}{FILES}/{}", page.root, in_address(&path))));
    }
    let folder = page.surroundings.folder;
    let files = folder
        .others
        .iter()
        .map(String::as_str)
        .chain(page.surroundings.addresses.keys().map(String::as_str));
    let nearest = nearest(&path, files).map(|nearest| source::relative(page.path, &nearest));
    page.report.add(span.clone(), Mistake::MissingTarget { target: written.to_owned(), nearest });
    None
}

/// A path with `%20` and the like written out.
fn unescaped(path: &str) -> String {
    let bytes = path.as_bytes();
    let mut out = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while at < bytes.len() {
        let code = path.get(at + 1..at + 3).filter(|_| bytes[at] == b'%');
        match code.and_then(|code| u8::from_str_radix(code, 16).ok()) {
            Some(byte) => {
                out.push(byte);
                at += 3;
            }
            None => {
                out.push(bytes[at]);
                at += 1;
            }
        }
    }
    String::from_utf8(out).unwrap_or_else(|_| path.to_owned())
}

/// A path as it stands in an address.
pub fn in_address(path: &str) -> String {
    let mut address = String::with_capacity(path.len());
    for byte in path.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'.' | b'~' | b'/' => {
                address.push(byte as char)
            }
            other => address.push_str(&format!("%{other:02X}")),
        }
    }
    address
}

/// Once every page is rendered: the links to headings that do not exist.
pub fn check_anchors(pages: &BTreeMap<String, Anchors>) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for (path, anchors) in pages {
        for sought in &anchors.sought {
            let Some(there) = pages.get(&sought.path) else { continue };
            if there.taken.contains(&sought.anchor) {
                continue;
            }
            let nearest = nearest(&sought.anchor, there.taken.iter().map(String::as_str));
            let mistake = Mistake::MissingAnchor { anchor: sought.anchor.clone(), nearest };
            found.push(Diagnostic { mistake, path: path.clone(), span: sought.span.clone() });
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn schemes_are_seen_through_disguises() {
        assert_eq!(scheme("JavaScript:alert(1)").as_deref(), Some("javascript"));
        assert_eq!(scheme("java\tscript:alert(1)").as_deref(), Some("javascript"));
        assert_eq!(scheme("//host/x").as_deref(), Some("//"));
        assert_eq!(scheme("../01-why/a.md#x"), None);
        assert_eq!(scheme("a b:c.png"), Some("ab".into()));
    }

    #[test]
    fn escaped_blanks_name_the_same_file() {
        assert_eq!(unescaped("my%20file.png"), "my file.png");
        assert_eq!(unescaped("100%"), "100%");
        assert_eq!(in_address("my file.png"), "my%20file.png");
    }
}
