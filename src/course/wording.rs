//! The wording of every diagnostic, in one place: what is wrong (`Display`) and
//! what to write instead (`help`).

use std::fmt;

use super::mistake::Mistake;
use super::model::Verdict;

impl fmt::Display for Mistake {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Mistake::MissingFolder { path } => write!(f, "there is no folder `{path}`"),
            Mistake::EmptyCourse => f.write_str("this folder holds no lesson"),
            Mistake::NotUtf8 { line, column } => {
                write!(f, "this file is not UTF-8 text, from line {line}, column {column} on")
            }
            Mistake::LeavesFolder => f.write_str("this symbolic link leads out of the course folder"),
            Mistake::UnreadableFile { reason } => write!(f, "this file cannot be read: {reason}"),
            Mistake::ByteOrderMark => {
                f.write_str("this file begins with a byte order mark; it was passed over")
            }
            Mistake::WindowsLineEnds => {
                f.write_str("this file has Windows line ends; they were read as plain ones")
            }
            Mistake::UnknownFile { .. } => f.write_str("this file has no place in a course folder"),
            Mistake::EmptyModule => f.write_str("this module has no lesson"),
            Mistake::NoCourseFile => f.write_str("this course folder has no `course.toml`"),
            Mistake::BadToml { reason } => write!(f, "this is not TOML: {reason}"),
            Mistake::BadYaml { reason } => write!(f, "this front matter cannot be read: {reason}"),
            Mistake::UnknownKey { key, .. } => write!(f, "unknown key `{key}`"),
            Mistake::DuplicateKey { key } => write!(f, "the key `{key}` stands here twice"),
            Mistake::MissingKey { key } => write!(f, "the key `{key}` is missing"),
            Mistake::WrongType { key, expected } => write!(f, "`{key}` must be {expected}"),
            Mistake::BadValue { key, .. } => write!(f, "this value of `{key}` is not possible"),
            Mistake::UnknownValue { key, .. } => write!(f, "unknown value of `{key}`"),
            Mistake::NoFrontMatter => f.write_str("this lesson has no front matter"),
            Mistake::UnclosedFrontMatter => f.write_str("the front matter has no end"),
            Mistake::NoTitle => f.write_str("this page has no title"),
            Mistake::SecondTitle => f.write_str("a page has one heading of level 1, and it comes first"),
            Mistake::BadId { id } => write!(f, "`{id}` is not an id"),
            Mistake::ReservedId { id } => write!(f, "the id `{id}` is taken by a page of the app"),
            Mistake::DuplicateId { what, id, first } => {
                write!(f, "two {what}s have the id `{id}`; the first is at {first}")
            }
            Mistake::NoSlug { what: what @ ("file" | "module") } => {
                write!(f, "this {what} needs an id: no id can be made of its name")
            }
            Mistake::NoSlug { what } => write!(f, "this {what} needs an id: no id can be made of its text"),
            Mistake::BadHeadingAttributes => f.write_str("these braces are not read as attributes"),
            Mistake::UnknownClass { class, .. } => write!(f, "unknown class `.{class}`"),
            Mistake::UnknownAttribute { key, .. } => write!(f, "unknown attribute `{key}`"),
            Mistake::MisplacedClass { class, .. } => write!(f, "`.{class}` has no meaning here"),
            Mistake::ClassesClash { first, second } => {
                write!(f, "`.{first}` and `.{second}` cannot stand on one heading")
            }
            Mistake::NotSupportedYet { feature, consequence } => {
                write!(f, "{feature} are not supported yet; {consequence}")
            }
            Mistake::StrayHeading => {
                f.write_str("a question holds only `.hint`, `.why`, `.fixed` and `.notes` headings")
            }
            Mistake::DuplicatePart { class } => write!(f, "this question has two `.{class}` parts"),
            Mistake::EmptyHeading => f.write_str("this heading has no words"),
            Mistake::EmptyPart { class } => write!(f, "this `.{class}` part is empty"),
            Mistake::NoOptions { .. } => f.write_str("this question has no options"),
            Mistake::TooFewOptions => f.write_str("a question needs at least two options"),
            Mistake::NotAnOption => f.write_str("this list item is not an option"),
            Mistake::NoRightOption => f.write_str("no option is marked as right"),
            Mistake::SeveralVerdictsRight => f.write_str("a scenario has one right verdict"),
            Mistake::OptionWithoutReason { option } => write!(f, "the option “{option}” has no reason"),
            Mistake::EmptyOption => f.write_str("this option has no text"),
            Mistake::TextAfterReason => f.write_str("an option ends with its reason"),
            Mistake::TextAfterOptions => f.write_str("a question’s text stands before its options"),
            Mistake::SecondOptionList => f.write_str("a question has one list of options"),
            Mistake::BadOptionId => f.write_str("this option’s id cannot be read"),
            Mistake::WrongShape { class, found, .. } => {
                write!(f, "a `.{class}` question is not written as {found}")
            }
            Mistake::TooFewItems { what } => write!(f, "a question needs at least two {what}s"),
            Mistake::EmptyItem { what } => write!(f, "this {what} is empty"),
            Mistake::SaysTheSame { what, first } => {
                write!(f, "two {what}s say the same; the first is at {first}")
            }
            Mistake::StrayReason { class } => {
                write!(f, "what a `.{class}` question lists has no reasons of its own")
            }
            Mistake::NotANumber { written, unclear: true } => {
                write!(f, "“{written}” can be read as two different numbers")
            }
            Mistake::NotANumber { written, .. } => write!(f, "“{written}” is not a number"),
            Mistake::MistakeWithinTolerance { right } => {
                write!(f, "this known mistake counts as right: it is within the tolerance of {right}")
            }
            Mistake::KeyWithoutMeaning { key, on, .. } => write!(f, "`{key}` means nothing on {on}"),
            Mistake::UnknownQuestion { id, .. } => write!(f, "this course has no question `{id}`"),
            Mistake::BadVariant { reason } => f.write_str(reason),
            Mistake::VariantClause { clause, original: Some(original) } => {
                write!(f, "this variant turns on {clause}, but its question turns on {original}")
            }
            Mistake::VariantClause { clause, original: None } => {
                write!(f, "this variant turns on {clause}, but its question names no clause")
            }
            Mistake::UnknownVerdict { word, .. } => write!(f, "`{word}` is not a verdict"),
            Mistake::DuplicateVerdict { verdict } => write!(f, "the verdict {verdict} stands here twice"),
            Mistake::VerdictId => f.write_str("a verdict has its own id"),
            Mistake::FixedMissing => f.write_str("`FIX` is right, but nothing shows how to fix it"),
            Mistake::FixedWithoutFix => {
                f.write_str("there is a repaired post, but `FIX` is not the right verdict")
            }
            Mistake::FixedNotAQuote => f.write_str("a repaired post is a quote"),
            Mistake::NoDecidingClause => f.write_str("this scenario names no deciding clause"),
            Mistake::UnknownClause { id, .. } => write!(f, "the policy has no clause `{id}`"),
            Mistake::ClauseNotYours { id } => {
                write!(f, "`YOURS` is right, but clause {id} does not protect the employee")
            }
            Mistake::UnknownPlatform { id, .. } => write!(f, "unknown platform `{id}`"),
            Mistake::TaskListOutsideQuestion => f.write_str("options stand outside a question"),
            Mistake::RawHtml { tag } => write!(f, "raw HTML is not allowed: {tag}"),
            Mistake::HtmlAttribute { attribute } => write!(f, "the attribute `{attribute}` is not allowed"),
            Mistake::UnbalancedHtml { tag } => write!(f, "the tag <{tag}> has no partner"),
            Mistake::BadScheme { scheme } if scheme == "//" => f.write_str("a link cannot begin with `//`"),
            Mistake::BadScheme { scheme } => write!(f, "a link cannot begin with `{scheme}:`"),
            Mistake::MissingTarget { target, .. } if target.is_empty() => f.write_str("this leads nowhere"),
            Mistake::MissingTarget { target, .. } => write!(f, "this leads nowhere: there is no `{target}`"),
            Mistake::MissingAnchor { anchor, .. } => {
                write!(f, "this leads nowhere: there is no heading `#{anchor}` there")
            }
            Mistake::TargetLeavesFolder => f.write_str("this target is outside the course folder"),
            Mistake::ImageWithoutAlt => f.write_str("this image has no text alternative"),
            Mistake::MissingFootnote { label } => write!(f, "the footnote `{label}` is not defined"),
            Mistake::UnusedFootnote { label } => write!(f, "nothing refers to the footnote `{label}`"),
            Mistake::BadClauseId { id } => write!(f, "`{id}` is not the id of a clause"),
            Mistake::ClauseOutsideGroup { id } => write!(f, "clause {id} stands outside its group"),
            Mistake::NoTerms => f.write_str("this glossary has no terms"),
            Mistake::StaleFact { fact, review_by } => {
                write!(f, "the fact `{fact}` was to be reviewed by {review_by}")
            }
            Mistake::UnknownFact { name, .. } => write!(f, "platforms.toml has no fact `{name}`"),
            Mistake::UngradableFact { fact } => {
                write!(f, "the fact `{fact}` is not verified, so no question may turn on it")
            }
            Mistake::ExpiredFact { fact, review_by } => {
                write!(
                    f,
                    "the fact `{fact}` was to be reviewed by {review_by}, so no question may turn on it"
                )
            }
            Mistake::OverbroadWording { clause, words, reason } => {
                write!(f, "ask counsel about “{words}” in {clause}: {reason}")
            }
            Mistake::PolicyLacks { what, reason } => {
                write!(f, "ask counsel: this policy has no {what}; {reason}")
            }
            Mistake::Placeholder { text } => write!(f, "`{text}` is still to be filled in"),
        }
    }
}

impl Mistake {
    /// What to write instead.
    pub fn help(&self) -> String {
        match self {
            Mistake::MissingFolder { path } => format!("name the course folder, or make a new one with `workshop new {path}`"),
            Mistake::EmptyCourse => "put a lesson into a module folder, such as `01-start/01-welcome.md`; `workshop new DIR` writes an example".to_owned(),
            Mistake::NotUtf8 { .. } => "save it again with the encoding UTF-8".to_owned(),
            Mistake::LeavesFolder => "copy the file into the course folder".to_owned(),
            Mistake::UnreadableFile { .. } => "check its permissions".to_owned(),
            Mistake::ByteOrderMark => "save it as UTF-8 without a byte order mark (BOM)".to_owned(),
            Mistake::WindowsLineEnds => "nothing needs to be done; to be rid of this note, save it with LF line ends".to_owned(),
            Mistake::EmptyModule => "add a lesson beside this file, such as `01-first-steps.md`".to_owned(),
            Mistake::NoCourseFile => "write a file `course.toml` with at least the line `title = \"…\"`".to_owned(),
            Mistake::BadToml { .. } => "the format is described at toml.io; texts need quotation marks".to_owned(),
            Mistake::BadYaml { .. } => "write one `key: value` a line; a value that holds `: ` needs quotation marks".to_owned(),
            Mistake::DuplicateKey { .. } => "keep one of the two".to_owned(),
            Mistake::MissingKey { key } => format!("add `{key}`"),
            Mistake::WrongType { key, expected } => format!("write `{key}` as {expected}"),
            Mistake::BadValue { expected, .. } => format!("write {expected}"),
            Mistake::NoFrontMatter => "begin the file with lines `---`, `title: …`, `minutes: …`, `---`".to_owned(),
            Mistake::UnclosedFrontMatter => "close it with a line `---`".to_owned(),
            Mistake::NoTitle => "add `title: …` to the front matter, or a first heading `# …`".to_owned(),
            Mistake::SecondTitle => "make this a heading of level 2 (`##`)".to_owned(),
            Mistake::BadId { .. } => "an id has letters and digits in lower case, with hyphens between: `my-question`".to_owned(),
            Mistake::ReservedId { .. } => "choose another id".to_owned(),
            Mistake::DuplicateId { what: "lesson" | "question" | "option" | "step" | "pair", .. } => "give one of them another id; progress is kept under it".to_owned(),
            Mistake::DuplicateId { what: "module", .. } => "rename one of the two folders; the number in front is no part of the id".to_owned(),
            Mistake::DuplicateId { what: "term", .. } => "join the two".to_owned(),
            Mistake::DuplicateId { .. } => "give one of them another id".to_owned(),
            Mistake::NoSlug { what: "file" } => "write one into its front matter: `id: my-id`".to_owned(),
            Mistake::NoSlug { what: "module" } => "rename the folder: `01-my-module`".to_owned(),
            Mistake::NoSlug { what: "term" } => "write it with a letter or a digit".to_owned(),
            Mistake::NoSlug { .. } => "write one yourself: `{#my-id}`".to_owned(),
            Mistake::BadHeadingAttributes => "write them at the end of the heading’s line, closed: `{#id .quiz clause=DSC-2}`".to_owned(),
            Mistake::MisplacedClass { class, place } => format!("`.{class}` belongs {place}"),
            Mistake::ClassesClash { .. } => "keep one of the two".to_owned(),
            Mistake::NotSupportedYet { .. } => "the format allows it, and a later version will show it".to_owned(),
            Mistake::StrayHeading => "give it one of these classes, or end the question with a heading of its own level".to_owned(),
            Mistake::DuplicatePart { .. } => "make one of the two".to_owned(),
            Mistake::EmptyHeading => "write its text in front of the braces, or delete it".to_owned(),
            Mistake::EmptyPart { .. } => "write its text below the heading, or delete it".to_owned(),
            Mistake::NoOptions { shape } => format!("write {shape}"),
            Mistake::TooFewOptions => "add an option, each wrong one a mistake that people really make".to_owned(),
            Mistake::NotAnOption => "begin it with `[ ]` and a blank, or with `[x]` and a blank where it is right".to_owned(),
            Mistake::NoRightOption => "mark one with `[x]`".to_owned(),
            Mistake::SeveralVerdictsRight => "mark one option with `[x]`; name the deciding clause if two seem right".to_owned(),
            Mistake::OptionWithoutReason { .. } => "add a quote below it, its `>` under the `[`: `  > Why it is right or wrong.`".to_owned(),
            Mistake::EmptyOption => "write its text behind the brackets".to_owned(),
            Mistake::TextAfterReason => "write all of the reason into one quote".to_owned(),
            Mistake::TextAfterOptions => "move it up, or into a part `### Why {.why}`".to_owned(),
            Mistake::SecondOptionList => "join the two lists, or start a new question".to_owned(),
            Mistake::BadOptionId => "write it before the text, closed: `{#my-id} Text`".to_owned(),
            Mistake::WrongShape { example, .. } => format!("write {example}"),
            Mistake::TooFewItems { what } => format!("add a {what}"),
            Mistake::EmptyItem { .. } => "write its words, or delete it".to_owned(),
            Mistake::SaysTheSame { .. } => "reword one of the two, or delete it; learners could not tell them apart".to_owned(),
            Mistake::StrayReason { .. } => "move it into a part `### Why {.why}`".to_owned(),
            Mistake::NotANumber { unclear: true, .. } => "write `1000` for a thousand, `1.0` for one".to_owned(),
            Mistake::NotANumber { .. } => "write digits alone, as in `23`, `-4` or `2.5`; a unit belongs into the question’s text".to_owned(),
            Mistake::MistakeWithinTolerance { .. } => "make `tolerance` smaller, or delete this mistake".to_owned(),
            Mistake::KeyWithoutMeaning { reason, .. } => format!("take it away: {reason}"),
            Mistake::UnknownQuestion { nearest, .. } => match nearest {
                Some(nearest) => format!("did you mean `{nearest}`?"),
                None => "name the id of a question or scenario of this course".to_owned(),
            },
            Mistake::BadVariant { .. } => "name the question of which all variants are other wordings".to_owned(),
            Mistake::VariantClause { .. } => "leave `clause` out: a variant takes the clause of its question".to_owned(),
            Mistake::DuplicateVerdict { .. } => "keep one of the two".to_owned(),
            Mistake::VerdictId => "take the id away: a verdict is known by its word".to_owned(),
            Mistake::FixedMissing => "add `### Fixed {.fixed}` with the repaired post as a quote".to_owned(),
            Mistake::FixedWithoutFix => "delete the part `.fixed`, or mark `FIX` with `[x]`".to_owned(),
            Mistake::FixedNotAQuote => "begin its lines with `> `".to_owned(),
            Mistake::NoDecidingClause => "add `clause=…` to its heading".to_owned(),
            Mistake::ClauseNotYours { .. } => "cite a clause marked `.yours` in the policy, or choose another verdict".to_owned(),
            Mistake::TaskListOutsideQuestion => "add `{.quiz}` or `{.scenario}` to the heading above".to_owned(),
            Mistake::RawHtml { .. } => "write it as Markdown; only kbd, sub, sup, abbr, details, summary and br are possible".to_owned(),
            Mistake::HtmlAttribute { .. } => "only title, open, lang and dir are possible".to_owned(),
            Mistake::UnbalancedHtml { .. } => "open and close it within the same section".to_owned(),
            Mistake::BadScheme { .. } => "use `https:`, `mailto:`, `#…` or a file of this folder".to_owned(),
            Mistake::TargetLeavesFolder => "copy the file into the course folder, and name it as seen from this file".to_owned(),
            Mistake::ImageWithoutAlt => "say in the brackets what it shows: `![A badge with its barcode covered](…)`".to_owned(),
            Mistake::MissingFootnote { label } => format!("add a line `[^{label}]: …`"),
            Mistake::UnusedFootnote { label } => format!("refer to it with `[^{label}]`, or delete it"),
            Mistake::BadClauseId { .. } => "a clause’s id is LETTERS-NUMBER, as in `DSC-2`; a group’s is LETTERS".to_owned(),
            Mistake::ClauseOutsideGroup { .. } => "put it below a heading `## … {#LETTERS}` with the same letters".to_owned(),
            Mistake::NoTerms => "write the term on one line and `: its meaning` on the next".to_owned(),
            Mistake::StaleFact { .. } => {
                "look it up, then change text, source, as_of and review_by; until then it decides no question".to_owned()
            }
            Mistake::UnknownFact { nearest, .. } => match nearest {
                Some(nearest) => format!("did you mean `{nearest}`?"),
                None => "write the platform’s id, a dot and the fact’s id: `mastodon.visibility`".to_owned(),
            },
            Mistake::UngradableFact { .. } => {
                "verify it and set its confidence to \"verified\", or ask about something else".to_owned()
            }
            Mistake::ExpiredFact { .. } => {
                "review the fact in platforms.toml; until then this question is left out of the site".to_owned()
            }
            Mistake::OverbroadWording { .. } => {
                "this is a pointer, not a verdict: counsel knows the law where your people work".to_owned()
            }
            Mistake::PolicyLacks { .. } => "add it, or have counsel confirm that it can be left out".to_owned(),
            Mistake::Placeholder { .. } => "write what holds for your company".to_owned(),
            Mistake::UnknownFile { nearest } => match nearest {
                Some(nearest) => format!("did you mean `{nearest}`?"),
                None => "lessons stand in module folders, such as `01-start/01-why.md`; \
                         beside them stand course.toml, policy.md and glossary.md"
                    .to_owned(),
            },
            Mistake::UnknownKey { known, nearest, .. }
            | Mistake::UnknownAttribute { known, nearest, .. }
            | Mistake::UnknownValue { known, nearest, .. } => {
                did_you_mean(nearest, "", known)
            }
            Mistake::UnknownClass { known, nearest, .. } => did_you_mean(nearest, ".", known),
            Mistake::UnknownVerdict { nearest, .. } => did_you_mean(nearest, "", &Verdict::ALL.map(Verdict::word)),
            Mistake::UnknownClause { has_policy: false, .. } => {
                "this course has no policy.md; write the clause there first".to_owned()
            }
            Mistake::UnknownClause { nearest, .. } => match nearest {
                Some(nearest) => format!("did you mean `{nearest}`?"),
                None => "name a clause of policy.md, or add it there".to_owned(),
            },
            Mistake::UnknownPlatform { known, nearest, .. } => {
                did_you_mean(nearest, "", &known.iter().map(String::as_str).collect::<Vec<_>>())
            }
            Mistake::MissingTarget { nearest, .. } => match nearest {
                Some(nearest) => format!("did you mean `{nearest}`?"),
                None => "name a file of this folder, as seen from this file".to_owned(),
            },
            Mistake::MissingAnchor { nearest, .. } => match nearest {
                Some(nearest) => format!("did you mean `#{nearest}`?"),
                None => "name the id of a heading: `{#my-id}`".to_owned(),
            },
        }
    }
}

/// `nearest` may be none of `known`: a class that was written as a key.
fn did_you_mean(nearest: &Option<String>, prefix: &str, known: &[&str]) -> String {
    let possible: Vec<String> = known.iter().map(|known| format!("{prefix}{known}")).collect();
    let possible = possible.join(", ");
    match nearest {
        Some(nearest) if known.contains(&nearest.as_str()) => {
            format!("did you mean `{prefix}{nearest}`? Possible: {possible}")
        }
        Some(nearest) => format!("did you mean `{prefix}{nearest}`?"),
        None if known.is_empty() => "take it away; nothing of the kind is possible here".to_owned(),
        None => format!("possible: {possible}"),
    }
}
