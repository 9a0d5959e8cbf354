//! The log, the report, copies and deletion.

use super::*;

#[test]
fn the_log_shows_where_its_chain_breaks() {
    let workshop = Workshop::of(&course());
    let screen = &workshop.visit();
    let (done, receipts) = company(screen);
    open_saved(screen, done, &receipts);
    screen.combobox("A pass is good").select("for 12 months");
    screen.button("Set").click();
    screen.announces("Kept.");
    let log = screen.region("Log");
    log.says("The chain is unbroken: 3 entries, seal ");
    log.disclosure("Show the entries").click();
    log.says("Renewal: a pass is good for 12 months");
    log.says("Taken: 4 receipts");

    screen.script(
        "return new Promise(done => {
             indexedDB.open('workshop/small-course/records').onsuccess = event => {
                 const database = event.target.result;
                 const log = database.transaction('log', 'readwrite').objectStore('log');
                 log.get(2).onsuccess = event =>
                     log.put(event.target.result.replace('Hal', 'Eve'), 2).onsuccess = () => { database.close(); done(); };
             };
         })",
    );
    screen.reload();
    log.says("The chain breaks. Entry 2 was changed after it was written.");
    screen.button("Ada").appears();
}

#[test]
fn a_receipt_that_was_changed_where_it_is_kept_does_not_count() {
    let workshop = Workshop::of(&course());
    let screen = &workshop.visit();
    let (done, receipts) = company(screen);
    open_saved(screen, done, &receipts);
    screen.script(
        "return new Promise(done => {
             indexedDB.open('workshop/small-course/records').onsuccess = event => {
                 const database = event.target.result;
                 const receipts = database.transaction('receipts', 'readwrite').objectStore('receipts');
                 receipts.openCursor().onsuccess = event => {
                     const cursor = event.target.result;
                     if (!cursor) { database.close(); return done(); }
                     cursor.update(cursor.value.replace('in_progress', 'passed'));
                     cursor.continue();
                 };
             };
         })",
    );
    screen.reload();
    screen.region("Log").says("1 receipt of the log cannot be found as it was taken");
    screen.wait_until("it does not count", || rows(screen)[0] == "Ada | Overdue | Not started");
}

#[test]
fn two_tabs_write_into_one_log() {
    let workshop = Workshop::of(&course());
    let screen = &workshop.visit();
    let (done, receipts) = company(screen);
    open_saved(screen, done, &receipts);
    let first = screen.tab();
    let second = screen.new_tab();
    screen.open(RECORDS);
    let set = |months: &str| {
        screen.combobox("A pass is good").select(months);
        screen.button("Set").click();
    };
    set("for 6 months");
    screen.region("Log").says("3 entries");
    screen.look_at(&first);
    screen.region("Log").says("3 entries");
    set("for 24 months");
    screen.region("Log").says("The chain is unbroken: 4 entries");
    screen.look_at(&second);
    screen.region("Log").says("The chain is unbroken: 4 entries");
}

#[test]
fn all_records_can_be_saved_and_deleted() {
    let workshop = Workshop::of(&course());
    let screen = &workshop.visit();
    let (done, receipts) = company(screen);
    open_saved(screen, done.clone(), &receipts);
    let folder = downloads(screen);
    screen.button("Save all records").click();
    let text = screen.wait_for("the file is there", || {
        let file = fs::read_dir(folder.path()).ok().and_then(|mut files| files.next()?.ok());
        let file = file.filter(|file| file.file_name().to_string_lossy().ends_with(".json"));
        let text = file.and_then(|file| fs::read_to_string(file.path()).ok());
        text.filter(|text| text.ends_with('}')).ok_or_else(|| "there is none".to_owned())
    });
    assert_eq!(text, saved(done, &receipts));
    screen.button("Delete all records …").click();
    let dialog = screen.dialog("Delete all records of this course in this browser?");
    dialog.button("Cancel").click();
    screen.button("Ada").appears();
    screen.button("Delete all records …").click();
    dialog.button("Delete for good").click();
    screen.announces("All records were deleted.");
    screen.says("Nothing is here yet");
    assert_eq!((count(screen, "log"), count(screen, "receipts")), (0, 0));
}

#[test]
fn the_report_is_saved_for_people_and_for_other_systems() {
    let workshop = Workshop::of(&course());
    let screen = &workshop.visit();
    let (done, receipts) = company(screen);
    open_saved(screen, done, &receipts);
    let folder = downloads(screen);
    let csv = |screen: &Screen| {
        screen.wait_for("the file is there", || {
            let file = fs::read_dir(folder.path()).ok().and_then(|mut files| files.next()?.ok());
            let file = file.filter(|file| file.file_name().to_string_lossy().ends_with(".csv"));
            let path = file.ok_or("there is none")?.path();
            let text = fs::read_to_string(&path).map_err(|error| error.to_string())?;
            if text.is_empty() {
                return Err("it is empty".to_owned());
            }
            fs::remove_file(path).map_err(|error| error.to_string())?;
            Ok(text)
        })
    };
    screen.button("Save as CSV").click();
    screen.announces("The file is in your downloads.");
    let text = csv(screen);
    assert!(text.starts_with("\u{feff}person_id,name,email,"), "{text}");
    assert_eq!(text.lines().count(), 7, "{text}");
    assert!(text.contains(",2025-11-08,overdue,"), "{text}");

    let report = screen.region("Report as CSV");
    report.disclosure("For another system").click();
    report.combobox("System").select("LearnUpon");
    screen.button("Save as CSV").click();
    let text = csv(screen);
    assert!(text.starts_with("Login ID,Course Name,"), "{text}");
    assert!(text.contains("3@example.com,A small course,04/10/2024,"), "{text}");
    assert_eq!(text.lines().count(), 4, "{text}");
    report.textbox("Columns").fill("nmae = Name");
    screen.button("Save as CSV").click();
    report.says("Line 1 of the columns: there is no column “nmae”.");
}
