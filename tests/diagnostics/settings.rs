//! `course.toml`.

use insta::assert_snapshot;

use crate::course::course;

#[test]
fn a_course_has_a_title() {
    assert_snapshot!(course().settings("language = \"en\"\n").diagnostics(), @r#"
    error[missing-key]: the key `title` is missing
     --> course.toml:1:1
      |
    1 | language = "en"
      | ^
      |
      = help: add `title`
    "#);
}

#[test]
fn a_misspelt_setting_names_the_nearest() {
    assert_snapshot!(course().settings("title = \"T\"\nrecal_days = [3]\n").diagnostics(), @"
    error[unknown-key]: unknown key `recal_days`
     --> course.toml:2:1
      |
    2 | recal_days = [3]
      | ^^^^^^^^^^
      |
      = help: did you mean `recall_days`? Possible: title, id, language, pass, recall_days, assigned_by, contact, lrs
    ");
}

#[test]
fn a_setting_stands_once() {
    assert_snapshot!(course().settings("title = \"T\"\ntitle = \"U\"\n").diagnostics(), @r#"
    error[duplicate-key]: the key `title` stands here twice
     --> course.toml:2:1
      |
    2 | title = "U"
      | ^^^^^
      |
      = help: keep one of the two
    "#);
}

#[test]
fn a_text_without_quotation_marks_is_pointed_at() {
    assert_snapshot!(course().settings("title = Größe\n").diagnostics(), @"
    error[bad-toml]: this is not TOML: string values must be quoted, expected literal string
     --> course.toml:1:9
      |
    1 | title = Größe
      |         ^^^^^
      |
      = help: the format is described at toml.io; texts need quotation marks
    ");
}

#[test]
fn a_text_without_its_end_is_pointed_at() {
    assert_snapshot!(course().settings("id = \"größe\"\ntitle = \"Größe").diagnostics(), @r#"
    error[bad-toml]: this is not TOML: invalid basic string, expected `"`
     --> course.toml:2:15
      |
    2 | title = "Größe
      |               ^
      |
      = help: the format is described at toml.io; texts need quotation marks
    "#);
}

#[test]
fn settings_that_cannot_be_read_lack_nothing() {
    assert_eq!(course().settings("pass 80\n").codes(), ["bad-toml"]);
}

#[test]
fn each_impossible_value_is_pointed_at() {
    let settings = "\
title = \"T\"
pass = 101
language = \"en_US\"
recall_days = [14, 3]
id = \"My Course\"
";
    assert_snapshot!(course().settings(settings).diagnostics(), @r#"
    error[bad-value]: this value of `pass` is not possible
     --> course.toml:2:8
      |
    2 | pass = 101
      |        ^^^
      |
      = help: write a percentage from 0 to 100

    error[bad-value]: this value of `language` is not possible
     --> course.toml:3:12
      |
    3 | language = "en_US"
      |            ^^^^^^^
      |
      = help: write a language as in "en" or "de-AT"

    error[bad-value]: this value of `recall_days` is not possible
     --> course.toml:4:15
      |
    4 | recall_days = [14, 3]
      |               ^^^^^^^
      |
      = help: write a list of days, each later than the one before, as in [3, 14, 35]

    error[bad-id]: `My Course` is not an id
     --> course.toml:5:6
      |
    5 | id = "My Course"
      |      ^^^^^^^^^^^
      |
      = help: an id has letters and digits in lower case, with hyphens between: `my-question`
    "#);
}

#[test]
fn a_percentage_is_a_whole_number() {
    assert_snapshot!(course().settings("title = \"T\"\npass = 80.5\n").diagnostics(), @"
    error[wrong-type]: `pass` must be a percentage from 0 to 100
     --> course.toml:2:8
      |
    2 | pass = 80.5
      |        ^^^^
      |
      = help: write `pass` as a percentage from 0 to 100
    ");
}

#[test]
fn a_contact_has_a_name_an_address_and_nothing_else() {
    let settings = "title = \"T\"\n[contact]\nemail = \"people team\"\nphone = 1\n";
    assert_snapshot!(course().settings(settings).diagnostics(), @r#"
    error[missing-key]: the key `name` is missing
     --> course.toml:2:1
      |
    2 | [contact]
      | ^^^^^^^^^
      |
      = help: add `name`

    error[bad-value]: this value of `email` is not possible
     --> course.toml:3:9
      |
    3 | email = "people team"
      |         ^^^^^^^^^^^^^
      |
      = help: write an address as in people@example.com

    error[unknown-key]: unknown key `phone`
     --> course.toml:4:1
      |
    4 | phone = 1
      | ^^^^^
      |
      = help: possible: name, email
    "#);
}

#[test]
fn a_contact_is_one_table() {
    assert_snapshot!(course().settings("title = \"T\"\n[[contact]]\nname = \"A\"\n").diagnostics(), @"
    error[wrong-type]: `contact` must be a table with a name and an email
     --> course.toml:2:1
      |
    2 | [[contact]]
      | ^^^^^^^^^^^
      |
      = help: write `contact` as a table with a name and an email
    ");
}

#[test]
fn a_key_of_those_who_assign_has_43_letters() {
    let key = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8";
    let written = format!("title = \"T\"\nassigned_by = [\"{key}\", \"AAEC\", 7]\n");
    assert_snapshot!(course().settings(&written).diagnostics(), @r#"
    error[bad-value]: this value of `assigned_by` is not possible
     --> course.toml:2:63
      |
    2 | assigned_by = ["AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8", "AAEC", 7]
      |                                                               ^^^^^^
      |
      = help: write a list of public keys, each of 43 letters, as the Assign page shows its own

    error[bad-value]: this value of `assigned_by` is not possible
     --> course.toml:2:71
      |
    2 | assigned_by = ["AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8", "AAEC", 7]
      |                                                                       ^
      |
      = help: write a list of public keys, each of 43 letters, as the Assign page shows its own
    "#);
    assert_snapshot!(course().settings("title = \"T\"\nassigned_by = \"AAEC\"\n").diagnostics(), @r#"
    error[wrong-type]: `assigned_by` must be a list of public keys, each of 43 letters, as the Assign page shows its own
     --> course.toml:2:15
      |
    2 | assigned_by = "AAEC"
      |               ^^^^^^
      |
      = help: write `assigned_by` as a list of public keys, each of 43 letters, as the Assign page shows its own
    "#);
}

#[test]
fn an_lrs_has_an_address_to_which_a_password_may_go_and_nothing_else() {
    let settings = "title = \"T\"\n[lrs]\nendpoint = \"http://lrs.example.com/xapi/\"\nhomepage = \"people\"\n\
                    key = \"secret\"\nversion = \"1.0\"\nuser = \"x\"\n";
    assert_snapshot!(course().settings(settings).diagnostics(), @r#"
    error[bad-value]: this value of `endpoint` is not possible
     --> course.toml:3:12
      |
    3 | endpoint = "http://lrs.example.com/xapi/"
      |            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      |
      = help: write an address as in https://lrs.example.com/xapi/

    error[bad-value]: this value of `homepage` is not possible
     --> course.toml:4:12
      |
    4 | homepage = "people"
      |            ^^^^^^^^
      |
      = help: write an address as in https://people.example.com/

    error[bad-value]: this value of `key` is not possible
     --> course.toml:5:7
      |
    5 | key = "secret"
      |       ^^^^^^^^
      |
      = help: write a name and a password as in "user:password"

    error[bad-value]: this value of `version` is not possible
     --> course.toml:6:11
      |
    6 | version = "1.0"
      |           ^^^^^
      |
      = help: write "1.0.3" or "2.0.0"

    error[unknown-key]: unknown key `user`
     --> course.toml:7:1
      |
    7 | user = "x"
      | ^^^^
      |
      = help: possible: endpoint, homepage, key, version
    "#);
}

#[test]
fn an_lrs_is_one_table_with_two_addresses() {
    assert_snapshot!(course().settings("title = \"T\"\n[lrs]\nkey = \"a:b\"\n").diagnostics(), @r#"
    error[missing-key]: the key `endpoint` is missing
     --> course.toml:2:1
      |
    2 | [lrs]
      | ^^^^^
      |
      = help: add `endpoint`

    error[missing-key]: the key `homepage` is missing
     --> course.toml:2:1
      |
    2 | [lrs]
      | ^^^^^
      |
      = help: add `homepage`
    "#);
    assert_snapshot!(course().settings("title = \"T\"\nlrs = \"https://lrs.example.com\"\n").diagnostics(), @r#"
    error[wrong-type]: `lrs` must be a table with an endpoint and a homepage
     --> course.toml:2:7
      |
    2 | lrs = "https://lrs.example.com"
      |       ^^^^^^^^^^^^^^^^^^^^^^^^^
      |
      = help: write `lrs` as a table with an endpoint and a homepage
    "#);
}
