//! English, on My data.

use super::my_data::{MyData, Refusals};

pub(super) const MY_DATA: MyData = MyData {
    title: "My data",
    lead: "Everything you did here is stored in this browser, on this device, and nowhere else. \
           It leaves only when you export it.",
    what: "What is stored",
    records: |number| format!("Records: {number}"),
    since: |date| format!("The first is from {date}."),
    export_title: "Export",
    export_text: "A file with all your progress. Keep it as a copy, or import it on another device.",
    exported: "The file is in your downloads.",
    import_title: "Import",
    import_text: "Adds the progress from an exported file to yours. Nothing is replaced; importing twice changes nothing.",
    import: "Choose a file to import",
    imported: |new, known| format!("Imported. New records: {new}. Already here: {known}."),
    not_imported: "Nothing was imported.",
    no_room: "The storage of this browser is full. Free some space, then import the file again.",
    delete_title: "Delete",
    delete_text: "Removes this learner’s progress from this browser. It cannot be undone, so export it first.",
    delete: "Delete my progress …",
    delete_ask: |name| format!("Delete all progress of {name} in this browser?"),
    delete_yes: "Delete for good",
    cancel: "Cancel",
    deleted: "Your progress was deleted.",
    learners_title: "Learners on this browser",
    learners_text: "Share a device? Each learner has progress of their own. A name is only shown here.",
    learner: |number| format!("Learner {number}"),
    learner_name: "Name shown here",
    save_name: "Save name",
    name_saved: "Name saved.",
    studying: "studying now",
    switch: |name| format!("Switch to {name}"),
    add_learner: "Start as a new learner",
    damaged: |number| {
        format!(
            "Damaged records: {number}. They could not be read; they are kept aside and are part of an export."
        )
    },
    newer: |number| {
        format!(
            "Records of a newer version of this workshop: {number}. They are kept, and count again once the newer version is back."
        )
    },
};

pub(super) const REFUSALS: Refusals = Refusals {
    empty: "This file is empty. Export your progress again and choose the new file.",
    too_large: "This file is too large to be exported progress. Choose another file.",
    cut: "This file is cut off or damaged. Export your progress again and copy the file as a whole.",
    not_ours: "This file is not exported progress of a workshop. Its name begins with “progress-”.",
    newer_form: "This file was exported by a newer version of the workshop. Reload this page, then import it again.",
    other_course: |title| {
        format!("This file belongs to another course: “{title}”. Open that course and import it there.")
    },
    changed: "Records are missing in this file, or were added by hand. Export your progress again.",
    bad_id: "This file was changed by hand: a record has no proper id. Export your progress again.",
};
