//! Every mistake a course can hold, as data: one variant a mistake.
//!
//! Knows: the stable code and the severity of each. Does not know: where it
//! stands (`diagnostic`) nor how it is worded (`wording`).

/// How bad it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The course cannot be built.
    Error,
    /// It can be built, with something left out or guessed.
    Warning,
    /// Good to know.
    Note,
}

impl Severity {
    /// The word that begins a diagnostic.
    pub fn word(self) -> &'static str {
        match self {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Note => "note",
        }
    }
}

/// A mistake in a course folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Mistake {
    MissingFolder { path: String },
    EmptyCourse,
    NotUtf8 { line: usize, column: usize },
    LeavesFolder,
    UnreadableFile { reason: String },
    ByteOrderMark,
    WindowsLineEnds,
    UnknownFile { nearest: Option<String> },
    EmptyModule,
    NoCourseFile,
    BadToml { reason: String },
    BadYaml { reason: String },
    UnknownKey { key: String, known: Vec<&'static str>, nearest: Option<String> },
    DuplicateKey { key: String },
    MissingKey { key: &'static str },
    WrongType { key: String, expected: &'static str },
    BadValue { key: String, expected: &'static str },
    UnknownValue { key: &'static str, known: Vec<&'static str>, nearest: Option<String> },
    NoFrontMatter,
    UnclosedFrontMatter,
    NoTitle,
    SecondTitle,
    BadId { id: String },
    ReservedId { id: String },
    DuplicateId { what: &'static str, id: String, first: String },
    NoSlug { what: &'static str },
    BadHeadingAttributes,
    UnknownClass { class: String, known: Vec<&'static str>, nearest: Option<String> },
    UnknownAttribute { key: String, known: Vec<&'static str>, nearest: Option<String> },
    MisplacedClass { class: String, place: &'static str },
    ClassesClash { first: String, second: String },
    NotSupportedYet { feature: String, consequence: &'static str },
    StrayHeading,
    DuplicatePart { class: &'static str },
    EmptyHeading,
    EmptyPart { class: String },
    NoOptions { shape: &'static str },
    TooFewOptions,
    NotAnOption,
    NoRightOption,
    SeveralVerdictsRight,
    OptionWithoutReason { option: String },
    EmptyOption,
    TextAfterReason,
    TextAfterOptions,
    SecondOptionList,
    BadOptionId,
    WrongShape { class: &'static str, found: String, example: &'static str },
    TooFewItems { what: &'static str },
    EmptyItem { what: &'static str },
    SaysTheSame { what: &'static str, first: String },
    StrayReason { class: &'static str },
    NotANumber { written: String, unclear: bool },
    MistakeWithinTolerance { right: String },
    KeyWithoutMeaning { key: String, on: &'static str, reason: &'static str },
    UnknownQuestion { id: String, nearest: Option<String> },
    BadVariant { reason: &'static str },
    VariantClause { clause: String, original: Option<String> },
    UnknownVerdict { word: String, nearest: Option<String> },
    DuplicateVerdict { verdict: &'static str },
    VerdictId,
    FixedMissing,
    FixedWithoutFix,
    FixedNotAQuote,
    NoDecidingClause,
    UnknownClause { id: String, nearest: Option<String>, has_policy: bool },
    ClauseNotYours { id: String },
    UnknownPlatform { id: String, known: Vec<String>, nearest: Option<String> },
    TaskListOutsideQuestion,
    RawHtml { tag: String },
    HtmlAttribute { attribute: String },
    UnbalancedHtml { tag: String },
    BadScheme { scheme: String },
    MissingTarget { target: String, nearest: Option<String> },
    MissingAnchor { anchor: String, nearest: Option<String> },
    TargetLeavesFolder,
    ImageWithoutAlt,
    MissingFootnote { label: String },
    UnusedFootnote { label: String },
    BadClauseId { id: String },
    ClauseOutsideGroup { id: String },
    NoTerms,
    StaleFact { fact: String, review_by: String },
    UnknownFact { name: String, nearest: Option<String> },
    UngradableFact { fact: String },
    ExpiredFact { fact: String, review_by: String },
    OverbroadWording { clause: String, words: String, reason: &'static str },
    PolicyLacks { what: &'static str, reason: &'static str },
    Placeholder { text: String },
}

impl Mistake {
    /// Its code: stable, and explained by `workshop check --explain CODE`.
    pub fn code(&self) -> &'static str {
        match self {
            Mistake::MissingFolder { .. } => "missing-folder",
            Mistake::EmptyCourse => "empty-course",
            Mistake::NotUtf8 { .. } => "not-utf8",
            Mistake::LeavesFolder => "leaves-folder",
            Mistake::UnreadableFile { .. } => "unreadable-file",
            Mistake::ByteOrderMark => "byte-order-mark",
            Mistake::WindowsLineEnds => "windows-line-ends",
            Mistake::UnknownFile { .. } => "unknown-file",
            Mistake::EmptyModule => "empty-module",
            Mistake::NoCourseFile => "no-course-file",
            Mistake::BadToml { .. } => "bad-toml",
            Mistake::BadYaml { .. } => "bad-yaml",
            Mistake::UnknownKey { .. } => "unknown-key",
            Mistake::DuplicateKey { .. } => "duplicate-key",
            Mistake::MissingKey { .. } => "missing-key",
            Mistake::WrongType { .. } => "wrong-type",
            Mistake::BadValue { .. } => "bad-value",
            Mistake::UnknownValue { .. } => "unknown-value",
            Mistake::NoFrontMatter => "no-front-matter",
            Mistake::UnclosedFrontMatter => "unclosed-front-matter",
            Mistake::NoTitle => "no-title",
            Mistake::SecondTitle => "second-title",
            Mistake::BadId { .. } => "bad-id",
            Mistake::ReservedId { .. } => "reserved-id",
            Mistake::DuplicateId { .. } => "duplicate-id",
            Mistake::NoSlug { .. } => "no-slug",
            Mistake::BadHeadingAttributes => "bad-heading-attributes",
            Mistake::UnknownClass { .. } => "unknown-class",
            Mistake::UnknownAttribute { .. } => "unknown-attribute",
            Mistake::MisplacedClass { .. } => "misplaced-class",
            Mistake::ClassesClash { .. } => "classes-clash",
            Mistake::NotSupportedYet { .. } => "not-supported-yet",
            Mistake::StrayHeading => "stray-heading",
            Mistake::DuplicatePart { .. } => "duplicate-part",
            Mistake::EmptyHeading => "empty-heading",
            Mistake::EmptyPart { .. } => "empty-part",
            Mistake::NoOptions { .. } => "no-options",
            Mistake::TooFewOptions => "too-few-options",
            Mistake::NotAnOption => "not-an-option",
            Mistake::NoRightOption => "no-right-option",
            Mistake::SeveralVerdictsRight => "several-verdicts-right",
            Mistake::OptionWithoutReason { .. } => "option-without-reason",
            Mistake::EmptyOption => "empty-option",
            Mistake::TextAfterReason => "text-after-reason",
            Mistake::TextAfterOptions => "text-after-options",
            Mistake::SecondOptionList => "second-option-list",
            Mistake::BadOptionId => "bad-option-id",
            Mistake::WrongShape { .. } => "wrong-shape",
            Mistake::TooFewItems { .. } => "too-few-items",
            Mistake::EmptyItem { .. } => "empty-item",
            Mistake::SaysTheSame { .. } => "says-the-same",
            Mistake::StrayReason { .. } => "stray-reason",
            Mistake::NotANumber { .. } => "not-a-number",
            Mistake::MistakeWithinTolerance { .. } => "mistake-within-tolerance",
            Mistake::KeyWithoutMeaning { .. } => "key-without-meaning",
            Mistake::UnknownQuestion { .. } => "unknown-question",
            Mistake::BadVariant { .. } => "bad-variant",
            Mistake::VariantClause { .. } => "variant-clause",
            Mistake::UnknownVerdict { .. } => "unknown-verdict",
            Mistake::DuplicateVerdict { .. } => "duplicate-verdict",
            Mistake::VerdictId => "verdict-id",
            Mistake::FixedMissing => "fixed-missing",
            Mistake::FixedWithoutFix => "fixed-without-fix",
            Mistake::FixedNotAQuote => "fixed-not-a-quote",
            Mistake::NoDecidingClause => "no-deciding-clause",
            Mistake::UnknownClause { .. } => "unknown-clause",
            Mistake::ClauseNotYours { .. } => "clause-not-yours",
            Mistake::UnknownPlatform { .. } => "unknown-platform",
            Mistake::TaskListOutsideQuestion => "task-list-outside-question",
            Mistake::RawHtml { .. } => "raw-html",
            Mistake::HtmlAttribute { .. } => "html-attribute",
            Mistake::UnbalancedHtml { .. } => "unbalanced-html",
            Mistake::BadScheme { .. } => "bad-scheme",
            Mistake::MissingTarget { .. } => "missing-target",
            Mistake::MissingAnchor { .. } => "missing-anchor",
            Mistake::TargetLeavesFolder => "target-leaves-folder",
            Mistake::ImageWithoutAlt => "image-without-alt",
            Mistake::MissingFootnote { .. } => "missing-footnote",
            Mistake::UnusedFootnote { .. } => "unused-footnote",
            Mistake::BadClauseId { .. } => "bad-clause-id",
            Mistake::ClauseOutsideGroup { .. } => "clause-outside-group",
            Mistake::NoTerms => "no-terms",
            Mistake::StaleFact { .. } => "stale-fact",
            Mistake::UnknownFact { .. } => "unknown-fact",
            Mistake::UngradableFact { .. } => "ungradable-fact",
            Mistake::ExpiredFact { .. } => "expired-fact",
            Mistake::OverbroadWording { .. } => "overbroad-wording",
            Mistake::PolicyLacks { .. } => "policy-lacks",
            Mistake::Placeholder { .. } => "placeholder",
        }
    }

    /// How bad it is.
    pub fn severity(&self) -> Severity {
        match self {
            Mistake::ByteOrderMark | Mistake::WindowsLineEnds => Severity::Note,
            Mistake::EmptyModule
            | Mistake::NoFrontMatter
            | Mistake::NotSupportedYet { .. }
            | Mistake::UnusedFootnote { .. }
            | Mistake::NoTerms
            | Mistake::StaleFact { .. }
            | Mistake::OverbroadWording { .. }
            | Mistake::PolicyLacks { .. } => Severity::Warning,
            _ => Severity::Error,
        }
    }
}
