use proptest::prelude::*;

use super::*;

fn chain(months: impl IntoIterator<Item = u32>) -> Vec<String> {
    let mut last = None;
    let mut records = Vec::new();
    for months in months {
        let (sealed, text) =
            record(last.as_ref(), 1_795_649_400_000 + i64::from(months), "Ada", What::RenewalSet { months });
        last = Some(sealed);
        records.push(text);
    }
    records
}

#[test]
fn an_entry_is_one_line_of_json_with_its_digest() {
    insta::assert_snapshot!(chain([12, 6]).join("\n"), @r#"
    {"entry":{"form":1,"n":1,"at":1795649400012,"by":"Ada","what":{"renewal_set":{"months":12}}},"digest":"cce62af4b9ab35e66f40c46268163d6b465441ad205240d4548ffa21d54326a8"}
    {"entry":{"form":1,"n":2,"at":1795649400006,"by":"Ada","what":{"renewal_set":{"months":6}},"previous":"cce62af4b9ab35e66f40c46268163d6b465441ad205240d4548ffa21d54326a8"},"digest":"19273eddb4f5aa4d334509f24ee1fb93ac3db5c996380d434f38fdead57e121f"}
    "#);
}

#[test]
fn a_chain_that_nobody_touched_is_unbroken() {
    let log = Log::read(chain(1..=5));
    assert_eq!((log.broken, log.entries.len()), (None, 5));
    assert_eq!(log.last().map(|last| last.entry.n), Some(5));
    assert_eq!(Log::read(Vec::<String>::new()), Log::default());
}

#[test]
fn an_edit_shows_where_it_was_made() {
    for n in 1..=5 {
        let mut records = chain(1..=5);
        records[n - 1] = records[n - 1].replace("\"months\":", "\"months\":7");
        assert_eq!(Log::read(&records).broken, Some(Broken::Changed(n)));
    }
}

#[test]
fn an_edit_with_a_new_digest_shows_in_the_next_entry() {
    let mut records = chain(1..=3);
    let first = Sealed::from_record(&records[0]);
    let (_, forged) = record(first.as_ref(), 0, "Eve", What::RenewalSet { months: 0 });
    records[1] = forged;
    assert_eq!(Log::read(&records).broken, Some(Broken::OutOfPlace(3)));
}

#[test]
fn a_removal_and_another_order_show() {
    let mut records = chain(1..=4);
    records.remove(1);
    assert_eq!(Log::read(&records).broken, Some(Broken::OutOfPlace(2)));
    let mut records = chain(1..=4);
    records.swap(2, 3);
    assert_eq!(Log::read(&records).broken, Some(Broken::OutOfPlace(3)));
    let mut records = chain(1..=4);
    records.remove(0);
    assert_eq!(Log::read(&records).broken, Some(Broken::OutOfPlace(1)));
}

#[test]
fn what_cannot_be_read_takes_nothing_else_with_it() {
    let mut records = chain(1..=3);
    records[1] = "{".to_owned();
    let log = Log::read(&records);
    assert_eq!((log.broken, log.entries.len()), (Some(Broken::Unreadable(2)), 2));
}

#[test]
fn a_joined_log_counts_each_entry_once() {
    let ours = chain(1..=2);
    let last = Sealed::from_record(&ours[1]);
    let (theirs, their_record) = record(last.as_ref(), 9, "Bob", What::RenewalSet { months: 9 });
    let joined = What::Joined { after: 2, records: vec![their_record.clone(), ours[0].clone()] };
    let (_, record) = record(last.as_ref(), 10, "Ada", joined);
    let done = Log::read([ours[0].clone(), ours[1].clone(), record]).done();
    let by: Vec<_> = done.iter().map(|entry| (entry.n, entry.by.as_str())).collect();
    assert_eq!(by, [(1, "Ada"), (2, "Ada"), (theirs.entry.n, "Bob"), (3, "Ada")]);
}

proptest! {
    #[test]
    fn no_changed_byte_goes_unnoticed(at in 0_usize..10_000, byte in 32_u8..127) {
        let records = chain(1..=3);
        let whole = records.concat();
        let at = at % whole.len();
        prop_assume!(whole.as_bytes()[at] != byte);
        let mut changed = whole.clone();
        changed.replace_range(at..=at, &(byte as char).to_string());
        let mut rest = changed.as_str();
        let mut cut = Vec::new();
        for record in &records {
            let (head, tail) = rest.split_at(record.len());
            cut.push(head.to_owned());
            rest = tail;
        }
        prop_assert!(Log::read(&cut).broken.is_some());
    }

    #[test]
    fn what_is_no_record_is_not_read(text in ".{0,80}") {
        prop_assert_eq!(Sealed::from_record(&text), None);
    }
}
