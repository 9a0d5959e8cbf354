//! The pages of a package around the course: the one that the LMS opens, and its self-test.

use maud::{DOCTYPE, Markup, PreEscaped, html};

use super::Standard;
use crate::course::model::Course;
use crate::words::EN;

/// Scripts and styles come from the package alone. A cmi5 package calls its LMS, wherever
/// the launch says that it is.
fn policy(standard: Standard) -> String {
    let connect = if standard == Standard::Cmi5 { "'self' https: http:" } else { "'self'" };
    format!(
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src data:; \
         frame-src 'self'; connect-src {connect}; base-uri 'none'; form-action 'none'"
    )
}

/// The page that the LMS opens. It holds the course in a frame.
pub fn launch(course: &Course, standard: Standard) -> String {
    let words = &EN.lms;
    let body = html! {
        body.launch {
            noscript { p { (words.no_script) } }
            header #bar hidden {
                p #note hidden {}
                p #saved role="status" {}
                button #retry type="button" hidden { (words.retry) }
                button #download type="button" hidden { (words.download) }
                button #exit type="button" { (words.exit) }
            }
            main {
                h1.unseen #name { (course.settings.title) }
                iframe #course hidden title=(words.frame) {}
                div #stop hidden {
                    h1 #stop-title tabindex="-1" {}
                    p #stop-reason {}
                    p #stop-detail hidden {}
                    p { button #stop-choice type="button" hidden {} }
                    p #stop-test { a href="self-test.html" { (words.test.title) } }
                }
            }
        }
    };
    page(course, standard, &course.settings.title, "lms.js", None, body)
}

/// The page that tries out what the course needs of the LMS.
pub fn self_test(course: &Course, standard: Standard, wasm: &str) -> String {
    let words = &EN.lms.test;
    let body = html! {
        body {
            main.test {
                h1 { (words.title) }
                p { (words.lead) }
                ul #results {}
                p role="status" { strong #sum {} }
                noscript { p { (EN.lms.no_script) } }
            }
        }
    };
    page(course, standard, words.title, "self-test.js", Some(wasm), body)
}

fn page(
    course: &Course,
    standard: Standard,
    title: &str,
    script: &str,
    wasm: Option<&str>,
    body: Markup,
) -> String {
    // `<` would end the element that the words stand in.
    let words = serde_json::to_string(&EN.lms).unwrap_or_default().replace('<', "\\u003c");
    let settings = &course.settings;
    let language = &settings.language;
    let markup = html! {
        (DOCTYPE)
        html lang=(language) data-standard=(standard.name()) data-course=(settings.id) data-title=(settings.title) data-wasm=[wasm] {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta http-equiv="Content-Security-Policy" content=(policy(standard));
                meta name="color-scheme" content="light dark";
                title { (title) }
                link rel="icon" href="data:,";
                link rel="stylesheet" href="launch.css";
                script #words type="application/json" { (PreEscaped(words)) }
                script defer src="adapter.js" {}
                script defer src=(script) {}
            }
            (body)
        }
    };
    markup.into_string()
}
