//! The matrix, and what is known of one person.

use super::*;

#[test]
fn the_matrix_says_where_everybody_stands_in_colour_and_word() {
    let workshop = Workshop::of(&course());
    let screen = &workshop.visit();
    let (done, receipts) = company(screen);
    open_saved(screen, done, &receipts);
    has_rows(
        screen,
        &["Ada | Overdue | In progress", "Bob | Expiring | Expired", "李雷 | Passed | Not started"],
    );
    screen.says("due 2025-11-08");
    let tops = screen.script(
        "return [...document.querySelectorAll('.matrix tr')].map(row => row.getBoundingClientRect().top)
             .every((top, place, tops) => place === 0 || top >= tops[place - 1])
             && document.querySelector('.matrix table').offsetHeight > 3 * 40",
    );
    assert_eq!(tops, true, "the rows stand below each other");
    let colours = screen.script(
        "return new Set([...document.querySelectorAll('.matrix .standing')].map(state => getComputedStyle(state).backgroundColor)).size",
    );
    assert_eq!(colours, 5);
    has_no_barriers(screen);
}

#[test]
fn filters_show_whom_they_name() {
    let workshop = Workshop::of(&course());
    let screen = &workshop.visit();
    let (done, receipts) = company(screen);
    open_saved(screen, done, &receipts);
    let ada = "Ada | Overdue | In progress";
    let lei = "李雷 | Passed | Not started";
    screen.combobox("State").select("Overdue");
    screen.announces("1 of 3 people");
    has_rows(screen, &[ada]);
    screen.combobox("State").select("All");
    screen.combobox("Department").select("IT");
    screen.textbox("Name, e-mail or id").fill("李");
    has_rows(screen, &[lei]);
    screen.textbox("Name, e-mail or id").fill("nobody");
    screen.says("Nobody fits. Choose less.");
}

#[test]
fn a_person_is_looked_into_exempted_and_the_exemption_ends() {
    let workshop = Workshop::of(&course());
    let screen = &workshop.visit();
    let (done, receipts) = company(screen);
    open_saved(screen, done, &receipts);
    screen.button("Ada").click();
    let dialog = screen.dialog("Ada");
    dialog.says("Department: Sales");
    dialog.disclosure("In progress, November 24, 2025 at 4:10 PM").click();
    dialog.says("Mastered: 1 of 3; needed: 2. 4 attempts.");
    dialog.says("Assigned by People team on");
    dialog.says("Not signed. Came in on");
    has_no_barriers(screen);

    dialog.button("Exempt").click();
    dialog.says("Say why: the reason stands in the log.");
    dialog.textbox("Reason").fill("On leave");
    dialog.button("Exempt").click();
    dialog.says("All modules: On leave (Hal)");
    screen.press(Key::Escape);
    dialog.is_gone();
    screen.button("Ada").has_focus();
    screen.wait_until("the matrix says so", || rows(screen)[0] == "Ada | Exempt | Exempt");
    screen.button("Ada").click();
    dialog.button("End all exemptions").click();
    screen.wait_until("they are ended", || !screen.text().contains("All modules: On leave"));
    dialog.button("Close").click();
    screen.wait_until("the matrix says so", || rows(screen)[0] == "Ada | Overdue | In progress");
}

#[test]
fn somebody_who_is_removed_is_gone_with_their_receipts() {
    let workshop = Workshop::of(&course());
    let screen = &workshop.visit();
    let (done, receipts) = company(screen);
    open_saved(screen, done, &receipts);
    screen.button("Bob").click();
    let dialog = screen.dialog("Bob");
    dialog.disclosure("Remove this person …").click();
    dialog.button("Remove for good").click();
    screen.announces("Removed.");
    screen.wait_until("Bob is gone", || rows(screen).len() == 2);
    assert_eq!(count(screen, "receipts"), 2);
    screen.says("The chain is unbroken: 3 entries");
}

#[test]
fn five_thousand_people_scroll_to_the_last_one() {
    let workshop = Workshop::of(&course());
    let screen = &workshop.visit();
    let people =
        (1..=5000).map(|number| person(&format!("p{number:04}"), &format!("Person {number:04}"), "All"));
    open_saved(screen, vec![What::RosterTaken { people: people.collect() }], &[]);
    screen.says("5,000 of 5,000 people");
    let rendered = "return document.querySelectorAll('.matrix tbody.person-rows tr').length";
    assert!(screen.script(rendered).as_i64().expect("a number") < 100);
    assert_eq!(screen.script("return document.querySelector('.matrix table').ariaRowCount ?? document.querySelector('.matrix table').getAttribute('aria-rowcount')"), "5001");
    tab_to(screen, "region", "People and modules");
    screen.press(Key::End);
    screen.wait_until("the last one is there", || {
        rows(screen).last().is_some_and(|row| row.starts_with("Person 5000"))
    });
    let last = "return [...document.querySelectorAll('.matrix tbody.person-rows tr')].at(-1).getAttribute('aria-rowindex')";
    assert_eq!(screen.script(last), "5001");
    // Its row is in sight, and where it belongs.
    let gap = screen.script(
        "const region = document.querySelector('.matrix');
         return region.getBoundingClientRect().bottom - [...region.querySelectorAll('tbody.person-rows tr')].at(-1).getBoundingClientRect().bottom",
    );
    assert!((-2.0..40.0).contains(&gap.as_f64().expect("pixels")), "{gap}");
    screen.script("const height = document.querySelector('.matrix tbody.person-rows tr').getBoundingClientRect().height;
         document.querySelector('.matrix').scrollTop = 2500 * height");
    screen
        .wait_until("the middle is there", || rows(screen).iter().any(|row| row.starts_with("Person 2500")));
    assert!(screen.script(rendered).as_i64().expect("a number") < 100);
}

#[test]
fn the_whole_matrix_is_printed_on_landscape() {
    let workshop = Workshop::of(&course());
    let screen = &workshop.visit();
    let people =
        (1..=200).map(|number| person(&format!("p{number:04}"), &format!("Person {number:04}"), "All"));
    open_saved(screen, vec![What::RosterTaken { people: people.collect() }], &[]);
    screen.button("Person 0001").appears();
    let sheets = screen.print();
    assert!(sheets.len() > 3 && sheets.iter().all(|sheet| sheet.size == (297, 210)), "{sheets:?}");
    assert!(sheets[0].says("Log entry 1, seal "));
    for name in ["Person 0001", "Person 0100", "Person 0200"] {
        assert_eq!(sheets.iter().map(|sheet| sheet.times(name)).sum::<usize>(), 1, "{name}");
    }
    assert!(sheets.iter().all(|sheet| !sheet.says("Bring in")));
    assert!(sheets.iter().all(|sheet| sheet.says("Not assigned")));
}
