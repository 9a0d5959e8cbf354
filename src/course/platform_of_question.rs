//! What a question says of platforms: the one its draft is meant for, and the fact that decides it.

use super::diagnostic::nearest;
use super::markdown::Heading;
use super::mistake::Mistake;
use super::model::Confidence;
use super::platforms;
use super::render::Page;

/// Id and name of the platforms that a course without platforms.toml can name.
const KNOWN: [(&str, &str); 10] = [
    ("linkedin", "LinkedIn"),
    ("x", "X"),
    ("facebook", "Facebook"),
    ("instagram", "Instagram"),
    ("threads", "Threads"),
    ("tiktok", "TikTok"),
    ("youtube", "YouTube"),
    ("reddit", "Reddit"),
    ("bluesky", "Bluesky"),
    ("mastodon", "Mastodon"),
];

/// Ids and names of the platforms that this course can name.
fn known<'p>(page: &'p Page) -> Vec<(&'p str, &'p str)> {
    match &page.surroundings.platforms {
        Some(platforms) => {
            platforms.iter().map(|platform| (platform.id.as_str(), platform.name.as_str())).collect()
        }
        None => KNOWN.to_vec(),
    }
}

/// The name of the platform that a heading names.
pub fn name(heading: &Heading, page: &mut Page) -> Option<String> {
    let written = heading.attribute("platform")?;
    let known = known(page);
    if let Some((_, name)) = known.iter().find(|(id, _)| *id == written) {
        return Some((*name).to_owned());
    }
    let known: Vec<String> = known.iter().map(|(id, _)| (*id).to_owned()).collect();
    let nearest = nearest(written, known.iter().map(String::as_str));
    let span = heading.place_of(page.text, "platform");
    page.report.add(span, Mistake::UnknownPlatform { id: written.to_owned(), known, nearest });
    None
}

/// Whether a question may be asked: the fact that decides it, if it names one, must hold.
pub fn fact_holds(heading: &Heading, page: &mut Page) -> bool {
    let Some(written) = heading.attribute("fact") else {
        return true;
    };
    let platforms = page.surroundings.platforms.as_deref().unwrap_or_default();
    let fact = written.to_owned();
    let mistake = match platforms::find(platforms, written) {
        Err(nearest) => Mistake::UnknownFact { name: fact, nearest },
        Ok(found) if found.confidence != Confidence::Verified => Mistake::UngradableFact { fact },
        Ok(found) if found.review_by < page.surroundings.today => {
            Mistake::ExpiredFact { fact, review_by: found.review_by.clone() }
        }
        Ok(_) => return true,
    };
    page.report.add(heading.place_of(page.text, "fact"), mistake);
    false
}
