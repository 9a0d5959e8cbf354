use proptest::prelude::*;

use super::columns::ColumnNames;
use super::table::{MOST_BYTES, MOST_ROWS, TableRefusal};
use super::*;

fn read(bytes: &[u8]) -> Roster {
    let table = table::read(bytes).expect("a table");
    let columns = Columns::of(&table.head, &ColumnNames::default());
    people(&table, &columns)
}

fn lines(roster: &Roster) -> Vec<String> {
    let line = |person: &Person| {
        [&person.id, &person.name, &person.email, &person.department, &person.manager]
            .map(String::as_str)
            .join("|")
    };
    roster.people.iter().map(line).collect()
}

fn said(roster: &Roster) -> Vec<String> {
    roster.findings.iter().map(ToString::to_string).collect()
}

#[test]
fn a_table_of_any_system_is_read() {
    let expected = ["7|Jürgen Groß|j@example.com|Sales|Ana"];
    for text in [
        "Employee ID,Full name,E-mail,Department,Manager\n7,Jürgen Groß,j@example.com,Sales,Ana\n",
        "\u{feff}Personalnummer;Vorname;Name;E-Mail;Abteilung;Führungskraft\r\n7;Jürgen;Groß;j@example.com;Sales;Ana\r\n",
        "E-mail\tPersonnel Number\tLast name\tFirst name\tTeam\tSupervisor\nj@example.com\t7\tGroß\tJürgen\tSales\tAna",
        "sep=;\nid;Name;Mail;Dept.;Reports to\n7;\" Jürgen Groß \";j@example.com;Sales;Ana\n",
    ] {
        let roster = read(text.as_bytes());
        assert_eq!(lines(&roster), expected, "{text}");
        assert_eq!(roster.findings, [], "{text}");
    }
}

#[test]
fn any_letters_are_read() {
    let text = "id,name\n1,Jürgen\n2,李小龍\n";
    let units: Vec<u16> = text.encode_utf16().collect();
    let little: Vec<u8> = units.iter().flat_map(|unit| unit.to_le_bytes()).collect();
    let big: Vec<u8> = units.iter().flat_map(|unit| unit.to_be_bytes()).collect();
    let expected = ["1|Jürgen|||", "2|李小龍|||"];
    for bytes in [text.as_bytes(), &[b"\xff\xfe", &little[..]].concat(), &[b"\xfe\xff", &big[..]].concat()] {
        assert_eq!(lines(&read(bytes)), expected);
    }
    let old = b"id;name\n1;J\xfcrgen\n2;\x8amit \x80\n";
    assert_eq!(lines(&read(old)), ["1|Jürgen|||", "2|Šmit €|||"]);
    assert!(table::read(old).is_ok_and(|table| table.is_guessed));
}

#[test]
fn what_is_wrong_with_a_row_is_said_with_its_number() {
    let text = "id,name,email\n\n1,Ann,ann@example.com\n,,\n1,Ann again,\n,Nobody,\n\
                2,\"Bo\nb\",bob at example\n3,Eve,eve@example.com,more\n,Flo,Flo@example.com\n,Flo,flo@example.com\n";
    let roster = read(text.as_bytes());
    assert_eq!(
        lines(&roster),
        ["1|Ann|ann@example.com||", "2|Bo\nb|bob at example||", "Flo@example.com|Flo|Flo@example.com||"]
    );
    insta::assert_snapshot!(said(&roster).join("\n"), @"
    Row 5: “1” is in row 3 already, so this row is left out.
    Row 6: neither an id nor an e-mail address, so this row is left out.
    Row 7: “bob at example” is no e-mail address; the link is made all the same.
    Row 9: more cells than the first row has names, so this row is left out. Put quotation marks around a cell that holds the separator.
    Row 11: “flo@example.com” is in row 10 already, so this row is left out.
    ");
    let left_out: Vec<_> = roster.findings.iter().map(Finding::leaves_out).collect();
    assert_eq!(left_out, [true, true, false, true, true]);
}

#[test]
fn a_file_that_is_no_roster_is_refused_whole() {
    let refusal = |bytes: &[u8]| table::read(bytes).expect_err("refused");
    assert_eq!(refusal(b""), TableRefusal::Empty);
    assert_eq!(refusal(b"\n\r\n , ,\n"), TableRefusal::Empty);
    assert_eq!(refusal(b"id,name\n"), TableRefusal::HeadAlone);
    assert_eq!(refusal(b"PK\x03\x04 and more"), TableRefusal::Workbook);
    assert_eq!(refusal(b"i\0d\0,\0"), TableRefusal::NotText);
    assert_eq!(refusal(&vec![b'a'; MOST_BYTES + 1]), TableRefusal::TooLarge);
    let open = format!("id,name\n1,Ann\n2,\"Bob\n{}", "3,Eve\n".repeat(500));
    assert_eq!(refusal(open.as_bytes()), TableRefusal::OpenQuote(3));
    let row = |number| format!("{number},N\n");
    let most: String = (0..MOST_ROWS).map(row).collect();
    assert_eq!(read(format!("id,name\n{most}").as_bytes()).people.len(), MOST_ROWS);
    let many: String = (0..100_000).map(row).collect();
    assert_eq!(refusal(format!("id,name\n{many}").as_bytes()), TableRefusal::TooManyRows);
}

#[test]
fn every_refusal_says_what_to_do() {
    let all = [
        TableRefusal::Empty,
        TableRefusal::TooLarge,
        TableRefusal::TooManyRows,
        TableRefusal::Workbook,
        TableRefusal::NotText,
        TableRefusal::OpenQuote(7),
        TableRefusal::HeadAlone,
    ];
    insta::assert_snapshot!(all.map(|refusal| refusal.to_string()).join("\n"), @"
    This file is empty. Nothing was taken from it.
    This file is larger than 20 MB. Nothing was taken from it; leave out the columns that are not needed, or divide it.
    This roster has more than 50,000 people. Nothing was taken from it; divide it into smaller ones, by department for one.
    This is a workbook. Open it in your spreadsheet, save the sheet as “CSV UTF-8”, and choose that file.
    This is no table of text. Save the roster as “CSV UTF-8” and choose that file.
    Row 7 has a quotation mark that is not closed, so where its cells end is not certain. Nothing was taken from the file; close it and choose the file again.
    This roster has one row only. The first row names the columns, and people stand below it.
    ");
}

#[test]
fn columns_that_hr_chose_are_found_again() {
    let head = ["Nr", "Wer", "Kontakt"].map(str::to_owned);
    let mut columns = Columns::of(&head, &ColumnNames::default());
    assert!(!columns.identify());
    columns.set(Column::Id, Some(0));
    columns.set(Column::Name, Some(1));
    assert!(columns.identify());
    let names = columns.names(&head);
    assert_eq!(serde_json::to_string(&names).expect("JSON"), r#"{"id":"Nr","name":"Wer"}"#);
    let moved = ["Wer", "Nr"].map(str::to_owned);
    assert_eq!(Columns::of(&moved, &names).get(Column::Id), Some(1));
    let other = ["Employee ID", "Name"].map(str::to_owned);
    assert_eq!(Columns::of(&other, &names).get(Column::Id), Some(0));
    columns.set(Column::Name, None);
    assert_eq!(columns.get(Column::Name), None);
}

#[test]
fn a_name_alone_is_the_whole_name() {
    let head = ["id", "Name"].map(str::to_owned);
    let columns = Columns::of(&head, &ColumnNames::default());
    assert_eq!((columns.get(Column::Name), columns.get(Column::FamilyName)), (Some(1), None));
}

proptest! {
    #[test]
    fn any_bytes_are_read_or_refused(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        if let Ok(table) = table::read(&bytes) {
            let _ = people(&table, &Columns::of(&table.head, &ColumnNames::default()));
        }
    }

    #[test]
    fn names_in_any_script_come_back(names in proptest::collection::vec("[\\p{L}\\p{M}' ,;\"-]{1,30}", 1..20)) {
        let rows = names.iter().enumerate().map(|(index, name)| vec![index.to_string(), name.clone()]);
        let written = super::super::csv::table(std::iter::once(vec!["id".to_owned(), "name".to_owned()]).chain(rows));
        let read = read(written.as_bytes());
        let expected: Vec<_> = names.iter().map(|name| super::super::csv::safe(name).trim().to_owned()).collect();
        prop_assert_eq!(read.people.into_iter().map(|person| person.name).collect::<Vec<_>>(), expected);
    }
}
