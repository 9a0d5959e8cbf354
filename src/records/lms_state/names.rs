//! Short names for questions, lessons and clauses, by which a state knows them in a course
//! that has changed meanwhile.
//!
//! A name is a few bits of a hash over the id, with the question's revision or the clause's
//! words: what was revised has another name. Names of one course are distinct.

use std::collections::BTreeMap;

use super::bits::{Reader, Writer};
use super::width_of;
use crate::course::fingerprint::hash;
use crate::course::outline::Outline;
use crate::learning::mastery::wordings;

/// The names of one kind of thing.
#[derive(Debug, Clone, Copy)]
pub struct Kind {
    mark: &'static str,
    /// Bits of a name.
    width: u32,
}

pub const WORDINGS: Kind = Kind { mark: "q", width: 16 };
pub const LESSONS: Kind = Kind { mark: "l", width: 12 };
pub const CLAUSES: Kind = Kind { mark: "c", width: 12 };

/// What a gone thing's id begins with; its name follows. No author can give such an id.
const GONE: &str = "~";

impl Kind {
    /// The names of some things, by the text that makes each out.
    fn name_all(self, texts: impl Iterator<Item = String>) -> BTreeMap<String, usize> {
        let mut texts: Vec<String> = texts.collect();
        texts.sort();
        texts.dedup();
        let mut taken = std::collections::BTreeSet::new();
        let mut named = BTreeMap::new();
        for text in texts {
            // Two of one hash: the second takes another one.
            let tries = (0..1_usize << self.width).map(|round| self.hash(&text, round));
            if let Some(name) = tries.into_iter().find(|name| !taken.contains(name)) {
                taken.insert(name);
                named.insert(text, name);
            }
        }
        named
    }

    fn hash(self, text: &str, round: usize) -> usize {
        let hashed = hash(&format!("{}{round}{text}", self.mark));
        usize::try_from(hashed >> (64 - self.width)).unwrap_or_default()
    }

    /// Bits of the distance to the next of so many names that are written as they are.
    fn low(self, count: usize) -> u32 {
        self.width.saturating_sub(width_of(count + 1))
    }

    /// How many bits up to so many names are at most.
    pub fn bits(self, count: usize) -> usize {
        let of = |count| count * (1 + self.low(count) as usize) + (1 << (self.width - self.low(count)));
        (1..=count).map(of).max().unwrap_or_default()
    }

    /// Writes names in their order, without their number.
    pub fn write(self, writer: &mut Writer, names: impl ExactSizeIterator<Item = usize>) {
        let low = self.low(names.len());
        let mut next = 0;
        for name in names {
            writer.small(name - next, low);
            next = name + 1;
        }
    }

    /// Reads so many names; calls back after each.
    pub fn read(
        self,
        reader: &mut Reader,
        count: usize,
        mut each: impl FnMut(&mut Reader, usize) -> Option<()>,
    ) -> Option<()> {
        let (low, mut next) = (self.low(count), 0);
        for _ in 0..count {
            let name = next + reader.small(low)?;
            next = name + 1;
            each(reader, name)?;
        }
        Some(())
    }
}

/// The names of a course's things, to and fro.
#[derive(Debug)]
pub struct Names {
    wordings: BTreeMap<String, usize>,
    lessons: BTreeMap<String, usize>,
    clauses: BTreeMap<String, usize>,
    /// Id and revision of each wording.
    asked: BTreeMap<usize, (String, u32)>,
    taught: BTreeMap<usize, String>,
    ruled: BTreeMap<usize, String>,
}

impl Names {
    pub fn of(outline: &Outline) -> Self {
        let all: Vec<(&str, u32)> = outline.questions().flat_map(wordings).collect();
        let of_wordings = WORDINGS.name_all(all.iter().map(|(id, revision)| format!("{id} {revision}")));
        let of_lessons = LESSONS.name_all(outline.lessons().map(|lesson| lesson.id.clone()));
        let clause_text = |id: &str, words: &str| format!("{id} {words}");
        let of_clauses =
            CLAUSES.name_all(outline.clauses.iter().map(|clause| clause_text(&clause.id, &clause.text)));
        let asked = all.iter().filter_map(|(id, revision)| {
            Some((*of_wordings.get(&format!("{id} {revision}"))?, ((*id).to_owned(), *revision)))
        });
        let ruled = outline.clauses.iter().filter_map(|clause| {
            Some((*of_clauses.get(&clause_text(&clause.id, &clause.text))?, clause.id.clone()))
        });
        Self {
            asked: asked.collect(),
            taught: of_lessons.iter().map(|(id, name)| (*name, id.clone())).collect(),
            ruled: ruled.collect(),
            wordings: of_wordings,
            lessons: of_lessons,
            clauses: of_clauses,
        }
    }

    /// The name of a wording as it is asked now. A gone one has kept its name.
    pub fn wording(&self, id: &str, revision: u32) -> Option<usize> {
        let gone = || gone_name(id).filter(|name| !self.asked.contains_key(name));
        self.wordings.get(&format!("{id} {revision}")).copied().or_else(gone)
    }

    pub fn lesson(&self, id: &str) -> Option<usize> {
        let gone = || gone_name(id).filter(|name| !self.taught.contains_key(name));
        self.lessons.get(id).copied().or_else(gone)
    }

    pub fn clause(&self, id: &str, words: &str) -> Option<usize> {
        let gone = || gone_name(id).filter(|name| !self.ruled.contains_key(name));
        self.clauses.get(&format!("{id} {words}")).copied().or_else(gone)
    }

    /// Id and revision of the wording with this name.
    pub fn asked(&self, name: usize) -> (String, u32) {
        self.asked.get(&name).cloned().unwrap_or_else(|| (gone_id(name), 1))
    }

    pub fn taught(&self, name: usize) -> String {
        self.taught.get(&name).cloned().unwrap_or_else(|| gone_id(name))
    }

    pub fn ruled(&self, name: usize) -> String {
        self.ruled.get(&name).cloned().unwrap_or_else(|| gone_id(name))
    }
}

fn gone_id(name: usize) -> String {
    format!("{GONE}{name}")
}

fn gone_name(id: &str) -> Option<usize> {
    id.strip_prefix(GONE)?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_one_course_are_distinct() {
        let named = LESSONS.name_all((0..2_000).map(|number| format!("lesson-{number}")));
        let distinct: std::collections::BTreeSet<usize> = named.values().copied().collect();
        assert_eq!((named.len(), distinct.len()), (2_000, 2_000));
        assert!(distinct.iter().all(|name| *name < 1 << LESSONS.width));
    }

    #[test]
    fn names_come_back_from_their_bits() {
        let names: Vec<usize> = vec![0, 1, 77, 4_000, 65_535];
        let mut writer = Writer::default();
        WORDINGS.write(&mut writer, names.iter().copied());
        let mut reader = Reader::of(&writer.letters()).expect("letters");
        let mut read = Vec::new();
        WORDINGS.read(&mut reader, names.len(), |_, name| {
            read.push(name);
            Some(())
        });
        assert_eq!(read, names);
    }
}
