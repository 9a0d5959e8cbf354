//! Wording in a policy that reaches further than the law of some country allows.
//!
//! The rules come from the United States labour board's memoranda on social media
//! policies (OM 12-59, 2012) and the Stericycle standard (2 August 2023), as the
//! research on policy and learning lists them. They only point: whether a rule is
//! lawful is for counsel to say. Only sentences that forbid or demand something
//! are looked at, and never a clause that protects the employee.

use regex::Regex;

/// A kind of wording.
#[derive(Debug)]
struct Rule {
    pattern: &'static str,
    /// Words that make it narrow enough, in the same clause.
    unless: Option<&'static str>,
    reason: &'static str,
}

const FORBIDS_OR_DEMANDS: &str = r"(?i)\b(must|may not|do not|don[’']t|never|not allowed|prohibited|forbidden|required|refrain|avoid|shall|need to|no employee)\b";

/// A sentence that gives, such as “we never ask for your password”, demands nothing.
const GIVES: &str = r"(?i)\b(we|managers?|nobody|no one|nothing here|nothing in this policy)\b[^.]{0,30}\b(never|do not|don[’']t|may not|must not|will not|asks?|stops|limits|forbids)\b";

const RULES: [Rule; 11] = [
    Rule {
        pattern: r"(?i)\b(disparag\w*|negative\w*|derogatory)\b",
        unless: Some(r"(?i)\bknowingly false\b"),
        reason: "it can be read to forbid criticism of pay or working conditions; name narrow things, such as statements known to be false",
    },
    Rule {
        pattern: r"(?i)\b(inappropriate\w*|disrespectful\w*|unprofessional\w*)\b",
        unless: None,
        reason: "nobody can tell where it ends; name narrow things, such as threats or unlawful harassment",
    },
    Rule {
        pattern: r"(?i)\b(politic\w*|religio\w*|inflammatory|objectionable)\b",
        unless: Some(r"(?i)\b(company|our) (name|logo|tools)\b|\bpaid time\b"),
        reason: "off-duty views are protected in many places; limit it to the company’s name, logo, tools and paid time",
    },
    Rule {
        pattern: r"(?i)\b(permission|approval|approved)\b[^.]*\bbefore\b[^.]*\b(post|publish|shar)\w*|\bbefore\b[^.]*\b(post|publish|shar)\w*[^.]*\b(permission|approval|approved)\b",
        unless: Some(r"(?i)\b(regulated|products? (and|or) services?|principal)\b"),
        reason: "asking before posting can keep people from protected talk; limit it to posts in the company’s name or to regulated roles",
    },
    Rule {
        pattern: r"(?i)\b(do not|don[’']t|never|must not|may not) (publicly )?(discuss|comment)\b",
        unless: Some(r"(?i)\b(for the company|on behalf|trade secrets?|unpublished|victims?)\b"),
        reason: "employees may discuss their work with each other and in public; say which narrow facts are meant",
    },
    Rule {
        pattern: r"(?i)\blegal matters?\b",
        unless: None,
        reason: "talk about a dispute at work can be protected; ask that nobody speaks for the company instead",
    },
    Rule {
        pattern: r"(?i)\b(logos?|trademarks?|company name)\b",
        unless: Some(
            r"(?i)\b(commercial|confus\w*|official|endors\w*|unless authorised|working conditions)\b",
        ),
        reason: "a name or logo may be shown when people talk about their work; limit it to confusing or commercial use",
    },
    Rule {
        pattern: r"(?i)\b(friend|follow|passwords?|log-?ins?|accept)\b[^.]*\b(manager|supervisor|company|request|us)\b",
        unless: Some(r"(?i)\b(report|phishing|sign-in links?|recruiters?)\b"),
        reason: "many laws bar employers from asking for accounts, log-ins or connections",
    },
    Rule {
        pattern: r"(?i)\b(must|required to|shall|expected to|need to) (regularly |always )?(share|like|repost|post|follow)\b",
        unless: None,
        reason: "advocacy is voluntary; demanded posts can be work, and readers must be told",
    },
    Rule {
        pattern: r"(?i)\b(no|not|never)\b[^.]*\b(photos?|photograph\w*|recordings?|record|film)\b",
        unless: Some(
            r"(?i)\b(consent|ask|patients?|customers?|children|unsafe|promot\w*|screens?|badges?)\b",
        ),
        reason: "pictures that document unsafe or unlawful conditions can be protected; say which pictures are meant and why",
    },
    Rule {
        pattern: r"(?i)\b(fully |completely )?accurate and not misleading\b|\bfriendly tone\b|\bpositive tone\b",
        unless: None,
        reason: "honest people make mistakes; forbid only what is known to be false",
    },
];

/// Words that should make counsel look, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    pub words: String,
    pub reason: &'static str,
}

/// The rules, ready to use.
#[derive(Debug)]
pub struct Overbreadth {
    forbids_or_demands: Regex,
    gives: Regex,
    rules: Vec<(Regex, Option<Regex>, &'static str)>,
}

impl Overbreadth {
    /// Compiles the rules. None if one of them is not a pattern, which a test rules out.
    pub fn new() -> Option<Self> {
        let rules = RULES.iter().map(|rule| {
            let unless = rule.unless.map(Regex::new).transpose().ok()?;
            Some((Regex::new(rule.pattern).ok()?, unless, rule.reason))
        });
        Some(Self {
            forbids_or_demands: Regex::new(FORBIDS_OR_DEMANDS).ok()?,
            gives: Regex::new(GIVES).ok()?,
            rules: rules.collect::<Option<_>>()?,
        })
    }

    /// What a clause's words should make counsel look at.
    pub fn find(&self, clause: &str) -> Vec<Finding> {
        let mut findings: Vec<Finding> = Vec::new();
        for sentence in sentences(clause) {
            if !self.forbids_or_demands.is_match(sentence) || self.gives.is_match(sentence) {
                continue;
            }
            for (pattern, unless, reason) in &self.rules {
                let Some(found) = pattern.find(sentence) else { continue };
                let narrow = unless.as_ref().is_some_and(|unless| unless.is_match(clause));
                if !narrow && !findings.iter().any(|earlier| earlier.reason == *reason) {
                    findings.push(Finding { words: found.as_str().to_owned(), reason });
                }
            }
        }
        findings
    }

    /// Whether a policy speaks of confidential things without saying what they are.
    pub fn undefined_confidential(policy: &str) -> bool {
        let lower = policy.to_lowercase();
        let speaks = lower.contains("confidential");
        let defines = [
            "confidential means",
            "confidential information means",
            "confidential is:",
            "we mean by confidential",
        ]
        .iter()
        .any(|definition| lower.contains(definition));
        speaks && !defines
    }
}

fn sentences(text: &str) -> impl Iterator<Item = &str> {
    text.split_inclusive(['.', '!', '?', '\n']).map(str::trim).filter(|sentence| !sentence.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reasons(clause: &str) -> usize {
        Overbreadth::new().expect("the rules compile").find(clause).len()
    }

    #[test]
    fn wording_that_boards_have_faulted_is_pointed_out() {
        for clause in [
            "Employees must not make negative or disparaging comments about the company.",
            "Avoid inappropriate or unprofessional posts.",
            "You may not post about politics or religion.",
            "You must get approval from Communications before you post about work.",
            "Do not discuss your work online.",
            "Never comment on legal matters.",
            "You may not use the company logo.",
            "You must accept your manager’s friend request.",
            "Every employee is required to share our posts.",
            "No photos or recordings at work, never.",
            "Posts must be completely accurate and not misleading.",
        ] {
            assert!(reasons(clause) > 0, "{clause}");
        }
    }

    #[test]
    fn careful_wording_is_left_alone() {
        for clause in [
            "We will not ask for your log-in, and managers do not send follow requests.",
            "Personal political activity is yours.",
            "Keep the company name, logo, tools and paid time out of it: you must not use them unless authorised.",
            "Do not post threats, unlawful harassment or statements that you know to be false.",
            "Ask people who can be recognised before you post their picture; do not post a photo without consent.",
            "Taking part is optional.",
        ] {
            assert_eq!(reasons(clause), 0, "{clause}");
        }
    }
}
