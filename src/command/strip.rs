//! Scripts and style sheets without what no browser reads: comments, and the blanks at the
//! beginning of lines. A phone loads them before anything else.
//!
//! Works line by line, for the files of this project and the script that wasm-bindgen makes.
//! Does not know: comments behind code, which stay; texts over several lines, which
//! must not be in these files.

/// A script without lines of comments and indentation.
pub fn script(script: &str) -> String {
    let mut stripped = String::with_capacity(script.len());
    let mut in_comment = false;
    for line in script.lines().map(str::trim_start) {
        in_comment |= line.starts_with("/*");
        if in_comment {
            in_comment = !line.trim_end().ends_with("*/");
        } else if !line.is_empty() && !line.starts_with("//") {
            stripped.push_str(line);
            stripped.push('\n');
        }
    }
    stripped
}

/// A style sheet without comments and indentation, and with line ends only where
/// they may stand for a blank.
pub fn style(style: &str) -> String {
    let mut stripped = String::with_capacity(style.len());
    for line in without_comments(style).lines().map(str::trim).filter(|line| !line.is_empty()) {
        stripped.push_str(line);
        if !line.ends_with(['{', '}', ';', ',']) {
            stripped.push('\n');
        }
    }
    stripped
}

fn without_comments(style: &str) -> String {
    let mut rest = style;
    let mut kept = String::with_capacity(style.len());
    while let Some((before, comment)) = rest.split_once("/*") {
        kept.push_str(before);
        rest = comment.split_once("*/").map_or("", |(_, after)| after);
    }
    kept + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_script_loses_comments_and_indentation() {
        let written = "/** Of two\n * lines.\n */\nfunction a() {\n  // Why.\n  /* One. */\n  return \"  // b\"; // c\n}\n\n";
        assert_eq!(script(written), "function a() {\nreturn \"  // b\"; // c\n}\n");
    }

    #[test]
    fn a_style_sheet_loses_comments_and_line_ends() {
        let written = "/* Colours.\n   All. */\na,\nb {\n  margin: 0\n    auto; /* so */\n  color: red;\n}\n@media (a)\n  and (b) {\n}\n";
        assert_eq!(style(written), "a,b {margin: 0\nauto;color: red;}@media (a)\nand (b) {}");
    }
}
