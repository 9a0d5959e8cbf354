//! HTML and callouts in a text.

use insta::assert_snapshot;

use crate::course::course;

#[test]
fn the_harmless_tags_are_possible() {
    let text = "\
Press <kbd title=\"a > b\">A</kbd>, H<sub>2</sub>O,<br/> <abbr
title=\"x\">y</abbr>

<details
  open lang=\"en\"><summary>More</summary>

Text.

</details>

`<b>` and

    <script>
";
    assert_eq!(course().body(text).diagnostics(), "");
}

#[test]
fn html_is_refused() {
    assert_snapshot!(course().body("Größe <b>first</b>\n\n<div class=\"x\">\n").diagnostics(), @r#"
    error[raw-html]: raw HTML is not allowed: <b>
     --> 01-start/01-why.md:4:7
      |
    4 | Größe <b>first</b>
      |       ^^^
      |
      = help: write it as Markdown; only kbd, sub, sup, abbr, details, summary and br are possible

    error[raw-html]: raw HTML is not allowed: </b>
     --> 01-start/01-why.md:4:15
      |
    4 | Größe <b>first</b>
      |               ^^^^
      |
      = help: write it as Markdown; only kbd, sub, sup, abbr, details, summary and br are possible

    error[raw-html]: raw HTML is not allowed: <div>
     --> 01-start/01-why.md:6:1
      |
    6 | <div class="x">
      | ^^^^^^^^^^^^^^^
      |
      = help: write it as Markdown; only kbd, sub, sup, abbr, details, summary and br are possible
    "#);
}

#[test]
fn a_comment_is_html_and_noted_once() {
    assert_snapshot!(course().body("<!-- to do:\n<b>more</b>\n-->\n").diagnostics(), @"
    error[raw-html]: raw HTML is not allowed: <!-- to do:…
     --> 01-start/01-why.md:4:1
      |
    4 | <!-- to do:
      | ^^^^^^^^^^^
      |
      = help: write it as Markdown; only kbd, sub, sup, abbr, details, summary and br are possible
    ");
}

#[test]
fn html_is_refused_wherever_it_stands() {
    let text = "\
# Why <i>
> <b>

1. <u>

| <a> |
|---|
| <p> |

Text[^1] *<s>* [<q>](#a)

## A <em> {#a}

[^1]: <hr>
";
    assert_eq!(course().lesson(&format!("---\nminutes: 1\n---\n{text}")).codes(), ["raw-html"; 9]);
}

#[test]
fn a_tag_has_few_attributes() {
    assert_snapshot!(course().body("<kbd class=\"big\" onclick=x>A</kbd><br style=\"x\">\n").diagnostics(), @r#"
    error[html-attribute]: the attribute `class` is not allowed
     --> 01-start/01-why.md:4:6
      |
    4 | <kbd class="big" onclick=x>A</kbd><br style="x">
      |      ^^^^^
      |
      = help: only title, open, lang and dir are possible

    error[html-attribute]: the attribute `onclick` is not allowed
     --> 01-start/01-why.md:4:18
      |
    4 | <kbd class="big" onclick=x>A</kbd><br style="x">
      |                  ^^^^^^^
      |
      = help: only title, open, lang and dir are possible

    error[html-attribute]: the attribute `style` is not allowed
     --> 01-start/01-why.md:4:39
      |
    4 | <kbd class="big" onclick=x>A</kbd><br style="x">
      |                                       ^^^^^
      |
      = help: only title, open, lang and dir are possible
    "#);
}

#[test]
fn a_tag_is_closed_in_its_section() {
    assert_snapshot!(course().body("<details>\n\nText.\n\n## Größe\n\n</details>\n").diagnostics(), @"
    error[unbalanced-html]: the tag <details> has no partner
     --> 01-start/01-why.md:4:1
      |
    4 | <details>
      | ^^^^^^^^^
      |
      = help: open and close it within the same section

    error[unbalanced-html]: the tag </details> has no partner
      --> 01-start/01-why.md:10:1
       |
    10 | </details>
       | ^^^^^^^^^^
       |
       = help: open and close it within the same section
    ");
}

#[test]
fn tags_close_in_order() {
    assert_snapshot!(course().body("<kbd>A<sub>B</kbd></sub>\n").diagnostics(), @"
    error[unbalanced-html]: the tag <kbd> has no partner
     --> 01-start/01-why.md:4:1
      |
    4 | <kbd>A<sub>B</kbd></sub>
      | ^^^^^
      |
      = help: open and close it within the same section

    error[unbalanced-html]: the tag </kbd> has no partner
     --> 01-start/01-why.md:4:13
      |
    4 | <kbd>A<sub>B</kbd></sub>
      |             ^^^^^^
      |
      = help: open and close it within the same section
    ");
}

#[test]
fn a_tag_over_two_lines_of_a_quote_is_pointed_at() {
    assert_snapshot!(course().body("> ü <b title=\"ü\n> ü\">ü</b>\n").diagnostics(), @r#"
    error[raw-html]: raw HTML is not allowed: <b>
     --> 01-start/01-why.md:4:5
      |
    4 | > ü <b title="ü
      |     ^^^^^^^^^^^
      |
      = help: write it as Markdown; only kbd, sub, sup, abbr, details, summary and br are possible

    error[raw-html]: raw HTML is not allowed: </b>
     --> 01-start/01-why.md:5:7
      |
    5 | > ü">ü</b>
      |       ^^^^
      |
      = help: write it as Markdown; only kbd, sub, sup, abbr, details, summary and br are possible
    "#);
}

#[test]
fn a_callout_is_one_of_five() {
    assert_snapshot!(course().body("> [!INFO]\n> Text.\n\n> [!TIP]\n> Text.\n").diagnostics(), @"
    error[bad-value]: this value of `callout` is not possible
     --> 01-start/01-why.md:4:3
      |
    4 | > [!INFO]
      |   ^^^^^^^
      |
      = help: write [!NOTE], [!TIP], [!IMPORTANT], [!WARNING] or [!CAUTION]
    ");
}
