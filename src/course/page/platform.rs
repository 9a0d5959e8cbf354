//! A platform's facts as a card, each with its date and how sure it is.

use maud::{Markup, html};

use crate::course::model::{Confidence, Counting, CountingUnit, Fact, Platform};
use crate::words::EN;

/// The card of a platform.
pub fn card(platform: &Platform) -> Markup {
    let title = format!("facts-{}", platform.id);
    html! {
        section.platform aria-labelledby=(title) {
            h2 id=(title) { ((EN.platform.at_a_glance)(&platform.name)) }
            dl {
                @if let Some(handle) = &platform.handle { div { dt { (EN.platform.handle) } dd { code { (handle) } } } }
                @if let Some(counting) = &platform.counting {
                    div { dt { (EN.platform.length) } dd { (counting_words(counting)) } }
                }
            }
            ul { @for fact in facts(platform, false) { li { (fact_line(fact)) } } }
            @if facts(platform, true).next().is_some() {
                details {
                    summary { (EN.platform.unverified_facts) }
                    ul { @for fact in facts(platform, true) { li { (fact_line(fact)) } } }
                }
            }
        }
    }
}

/// The facts that nobody has verified, or the others.
fn facts(platform: &Platform, unverified: bool) -> impl Iterator<Item = &Fact> {
    let is_wanted = move |fact: &&Fact| (fact.confidence == Confidence::Unverified) == unverified;
    platform.facts.iter().filter(is_wanted)
}

fn fact_line(fact: &Fact) -> Markup {
    let doubt = match fact.confidence {
        Confidence::Verified => None,
        Confidence::Conflict => Some(EN.platform.conflict),
        Confidence::Unverified => Some(EN.platform.unverified),
    };
    html! {
        (fact.text)
        p.facts {
            @if let Some(doubt) = doubt { span.mark { (doubt) } }
            span { (EN.platform.as_of) " " time datetime=(fact.as_of) { (fact.as_of) } }
            @if !fact.source.is_empty() { span { (EN.platform.source) ": " (fact.source) } }
        }
    }
}

fn counting_words(counting: &Counting) -> String {
    let unit = match counting.unit {
        CountingUnit::Character | CountingUnit::Utf16 => EN.platform.characters,
        CountingUnit::Grapheme => EN.platform.graphemes,
        CountingUnit::Weighted => EN.platform.weighted,
    };
    let link = counting.link.map(|link| (EN.platform.link)(link)).unwrap_or_default();
    format!("{} {unit}{link}", counting.limit)
}
