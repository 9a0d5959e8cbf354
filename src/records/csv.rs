//! Tables for spreadsheets: UTF-8 with a byte order mark, lines that end with CRLF (RFC 4180).

use std::borrow::Cow;

const BYTE_ORDER_MARK: char = '\u{feff}';

/// A table of these rows, the head among them.
pub fn table<R, C>(rows: impl IntoIterator<Item = R>) -> String
where
    R: IntoIterator<Item = C>,
    C: AsRef<str>,
{
    let mut writer =
        csv::WriterBuilder::new().flexible(true).terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    for row in rows {
        let cells: Vec<C> = row.into_iter().collect();
        // Writing to memory does not fail.
        let _ = writer.write_record(cells.iter().map(|cell| safe(cell.as_ref()).into_owned()));
    }
    let bytes = writer.into_inner().unwrap_or_default();
    format!("{BYTE_ORDER_MARK}{}", String::from_utf8_lossy(&bytes))
}

/// A cell that no spreadsheet takes for a formula (OWASP, "CSV Injection").
pub fn safe(cell: &str) -> Cow<'_, str> {
    match cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠']) {
        true => Cow::Owned(format!("'{cell}")),
        false => Cow::Borrowed(cell),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_opens_in_any_spreadsheet() {
        let written = table([["Name", "Said"], ["Jürgen", "“a, b”; \"c\"\nd"], ["", "=1+1"]]);
        let expected = "\u{feff}Name,Said\r\nJürgen,\"“a, b”; \"\"c\"\"\nd\"\r\n,'=1+1\r\n";
        assert_eq!(written, expected);
        assert_eq!(table([[""; 0]; 0]), "\u{feff}");
    }

    #[test]
    fn no_cell_is_a_formula() {
        for cell in ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1"] {
            assert_eq!(safe(cell), format!("'{cell}"));
        }
        for cell in ["", "a=1", "1-2", " =1", "'"] {
            assert_eq!(safe(cell), cell);
        }
    }
}
