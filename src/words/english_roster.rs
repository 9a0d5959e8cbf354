//! English, for rosters.

use super::roster::RosterWords;

pub(super) const ROSTER: RosterWords = RosterWords {
    empty: "This file is empty. Nothing was taken from it.",
    too_large: "This file is larger than 20 MB. Nothing was taken from it; leave out the columns that are not \
                needed, or divide it.",
    too_many_rows: "This roster has more than 50,000 people. Nothing was taken from it; divide it into smaller \
                    ones, by department for one.",
    workbook: "This is a workbook. Open it in your spreadsheet, save the sheet as “CSV UTF-8”, and choose that \
               file.",
    not_text: "This is no table of text. Save the roster as “CSV UTF-8” and choose that file.",
    open_quote: |row| {
        format!(
            "Row {row} has a quotation mark that is not closed, so where its cells end is not certain. Nothing \
             was taken from the file; close it and choose the file again."
        )
    },
    head_alone: "This roster has one row only. The first row names the columns, and people stand below it.",

    row: |row| format!("Row {row}"),
    again: |id, first| format!("“{id}” is in row {first} already, so this row is left out."),
    unknown: "neither an id nor an e-mail address, so this row is left out.",
    too_many_cells: "more cells than the first row has names, so this row is left out. Put quotation marks around \
                     a cell that holds the separator.",
    bad_email: |email| format!("“{email}” is no e-mail address; the link is made all the same."),
};
