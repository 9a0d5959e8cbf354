//! The words of what `course` rendered, without markup.

/// The words of some HTML.
pub fn text_of(html: &str) -> String {
    let mut text = String::new();
    add_text(html, &mut text);
    text
}

/// Adds the words of some HTML; only tags within a word leave no blank.
pub fn add_text(html: &str, text: &mut String) {
    const WITHIN: [&str; 9] = ["a", "abbr", "code", "del", "em", "kbd", "span", "strong", "sub"];
    let mut rest = html;
    while let Some((before, tag)) = rest.split_once('<') {
        text.push_str(&unescape(before));
        let (tag, after) = tag.split_once('>').unwrap_or((tag, ""));
        let name = tag.trim_start_matches('/').split([' ', '/']).next().unwrap_or_default();
        if !WITHIN.contains(&name) {
            text.push(' ');
        }
        rest = after;
    }
    text.push_str(&unescape(rest));
}

/// The characters that `course` escapes in HTML, as they are read.
pub fn unescape(text: &str) -> String {
    let text = text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&#39;", "'");
    text.replace("&amp;", "&")
}
