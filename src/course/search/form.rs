//! The index as bytes. This is the only place that says their form.
//!
//! ```text
//! index  = "wsi" form:byte pages words bits check:4 bytes
//! pages  = count ( trail title address count place* )*     places are numbered through
//! place  = flags:byte [ title:text ] [ anchor:text ]       kind, then what is said of both
//! words  = count ( word states:number [ titled:number ] [ often:number ] )*
//! bits   = ( places [ which of them are titled ] [ which of them are often ] )*   a word each
//! ```
//!
//! A number has seven bits a byte, lowest first; a text is its length and its UTF-8.
//! Trails, addresses and words are how many bytes they share with the one before, and the
//! text of the rest; words rise.
//! `states` is twice two flags and the number of places. `bits` are rising numbers (`bits`).
//! The check is the FNV-1a hash, 32 bits, of all before it, lowest byte first.

use super::Kind;
use super::bits;

/// The form that this version writes and reads.
pub const FORM: u8 = 1;
pub(super) const MARK: &[u8; 3] = b"wsi";
/// More places, words, or places of all words, than any course has.
const MOST: usize = 1 << 24;

pub(super) const TITLE_IS_PAGES: u8 = 4;
pub(super) const ANCHOR_IS_SLUG: u8 = 8;
pub(super) const ANCHOR_IS_GIVEN: u8 = 16;
pub(super) const IN_TITLE: usize = 1;
pub(super) const OFTEN: usize = 2;

/// Why bytes are no index.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unreadable {
    /// Cut off, changed, or something else altogether.
    Damaged,
    /// A newer version of this crate wrote it.
    Newer,
}

/// An index in memory, whole and checked.
#[derive(Debug, Default)]
pub struct Index {
    pub(super) pages: Vec<Page>,
    pub(super) places: Vec<Place>,
    pub(super) words: Words,
    pub(super) postings: Vec<Posting>,
}

#[derive(Debug)]
pub(super) struct Page {
    pub trail: String,
    pub title: String,
    pub address: String,
}

#[derive(Debug)]
pub(super) struct Place {
    pub page: u32,
    pub kind: Kind,
    /// None: the page's.
    pub title: Option<String>,
    /// None: the top of the page.
    pub anchor: Option<String>,
}

/// Folded words in the order of their bytes, one after the other.
#[derive(Debug, Default)]
pub(super) struct Words {
    pub text: String,
    /// Where each word ends in the text.
    pub ends: Vec<u32>,
    /// Where the postings of each word end.
    pub postings: Vec<u32>,
}

impl Words {
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    pub fn get(&self, word: usize) -> &str {
        let start = word.checked_sub(1).map_or(0, |before| self.ends[before] as usize);
        &self.text[start..self.ends[word] as usize]
    }

    pub fn postings(&self, word: usize) -> std::ops::Range<usize> {
        let start = word.checked_sub(1).map_or(0, |before| self.postings[before] as usize);
        start..self.postings[word] as usize
    }
}

/// That a word is in a place: its number, whether in its title, whether more than once.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Posting(u32);

impl Posting {
    pub fn place(self) -> usize {
        (self.0 >> 2) as usize
    }
    pub fn in_title(self) -> bool {
        self.0 & 1 != 0
    }
    pub fn often(self) -> bool {
        self.0 & 2 != 0
    }
}

/// FNV-1a, 32 bits.
pub(super) fn check(bytes: &[u8]) -> [u8; 4] {
    let hash =
        bytes.iter().fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(*byte)).wrapping_mul(0x0100_0193));
    hash.to_le_bytes()
}

impl Index {
    /// Reads an index; every number in it is held against its bound.
    pub fn read(bytes: &[u8]) -> Result<Self, Unreadable> {
        let form = bytes.strip_prefix(MARK).and_then(|rest| rest.first());
        if form.is_some_and(|form| *form > FORM) {
            return Err(Unreadable::Newer);
        }
        Self::read_checked(bytes).filter(|_| form == Some(&FORM)).ok_or(Unreadable::Damaged)
    }

    fn read_checked(bytes: &[u8]) -> Option<Self> {
        let (content, written) = bytes.split_last_chunk::<4>()?;
        if check(content) != *written {
            return None;
        }
        Self::read_content(content.get(MARK.len() + 1..)?)
    }

    /// None where a number leaves its bound.
    pub(super) fn read_content(content: &[u8]) -> Option<Self> {
        let mut index = Self::default();
        let mut bytes = Bytes(content);
        for _ in 0..bytes.count()? {
            index.read_page(&mut bytes)?;
        }
        let lists = read_words(&mut bytes, &mut index.words, index.places.len())?;
        let mut bits = bits::Reader::new(bytes.0);
        let mut places = Vec::new();
        let mut chosen = Vec::new();
        for list in lists {
            let start = index.postings.len();
            places.clear();
            bits.rising(list.places, index.places.len(), &mut places);
            index.postings.extend(places.iter().map(|place| Posting((*place as u32) << 2)));
            for (count, state) in [(list.titled, IN_TITLE), (list.often, OFTEN)] {
                chosen.clear();
                bits.rising(count, list.places, &mut chosen);
                for at in &chosen {
                    index.postings[start + at].0 |= state as u32;
                }
            }
            index.words.postings.push(index.postings.len() as u32);
            // Bits that are not there are no reason to make more room.
            if !bits.is_within() || index.postings.len() > MOST {
                return None;
            }
        }
        Some(index)
    }

    fn read_page(&mut self, bytes: &mut Bytes) -> Option<()> {
        let before = self.pages.last();
        let (mut trail, mut address) =
            before.map(|page| (page.trail.clone(), page.address.clone())).unwrap_or_default();
        bytes.text_after(&mut trail)?;
        let title = bytes.text()?.to_owned();
        bytes.text_after(&mut address)?;
        let page = self.pages.len() as u32;
        self.pages.push(Page { trail, title, address });
        for _ in 0..bytes.count()? {
            let flags = bytes.byte().filter(|flags| *flags < 2 * ANCHOR_IS_GIVEN)?;
            let kind = *Kind::ALL.get(usize::from(flags & 3))?;
            let title = if flags & TITLE_IS_PAGES == 0 { Some(bytes.text()?.to_owned()) } else { None };
            let anchor = if flags & ANCHOR_IS_GIVEN != 0 {
                Some(bytes.text()?.to_owned())
            } else if flags & ANCHOR_IS_SLUG != 0 {
                title.as_deref().map(crate::course::id::slug)
            } else {
                None
            };
            self.places.push(Place { page, kind, title, anchor });
        }
        (self.places.len() <= MOST).then_some(())
    }
}

/// How many numbers a word's lists hold.
struct Lists {
    places: usize,
    titled: usize,
    often: usize,
}

fn read_words(bytes: &mut Bytes, words: &mut Words, places: usize) -> Option<Vec<Lists>> {
    let count = bytes.count()?;
    let mut lists = Vec::with_capacity(count);
    let mut word = String::new();
    for _ in 0..count {
        let before = word.clone();
        bytes.text_after(&mut word)?;
        let states = bytes.number()?;
        let places = Some(states >> 2).filter(|count| (1..=places).contains(count))?;
        let mut chosen = |state| match states & state {
            0 => Some(0),
            _ => bytes.number().filter(|count| *count <= places),
        };
        lists.push(Lists { places, titled: chosen(IN_TITLE)?, often: chosen(OFTEN)? });
        if word <= before {
            return None;
        }
        words.text.push_str(&word);
        words.ends.push(u32::try_from(words.text.len()).ok()?);
    }
    Some(lists)
}

/// Bytes that are read from the front.
struct Bytes<'b>(&'b [u8]);

impl<'b> Bytes<'b> {
    fn byte(&mut self) -> Option<u8> {
        let (first, rest) = self.0.split_first()?;
        self.0 = rest;
        Some(*first)
    }

    fn number(&mut self) -> Option<usize> {
        let mut number = 0;
        for shift in [0, 7, 14, 21] {
            let byte = self.byte()?;
            number |= usize::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return Some(number);
            }
        }
        None
    }

    /// How many things follow: each takes a byte at least.
    fn count(&mut self) -> Option<usize> {
        self.number().filter(|count| *count <= self.0.len().min(MOST))
    }

    fn text(&mut self) -> Option<&'b str> {
        let length = self.number()?;
        let (text, rest) = self.0.split_at_checked(length)?;
        self.0 = rest;
        std::str::from_utf8(text).ok()
    }

    /// A text that shares its beginning with the one before it.
    fn text_after(&mut self, text: &mut String) -> Option<()> {
        let shared = self.number()?;
        if !text.is_char_boundary(shared) {
            return None;
        }
        text.truncate(shared);
        text.push_str(self.text()?);
        Some(())
    }
}
