//! Moments as other systems read them (RFC 3339, UTC).

use crate::learning::day::Day;

const DAY: i64 = 86_400_000;

/// A moment, in milliseconds since 1970: `2026-11-28T09:05:00.120Z`.
pub fn utc(at: i64) -> String {
    let day = Day(at.div_euclid(DAY));
    let rest = at.rem_euclid(DAY);
    let (hour, minute, second) = (rest / 3_600_000, rest / 60_000 % 60, rest / 1000 % 60);
    format!("{day}T{hour:02}:{minute:02}:{second:02}.{:03}Z", rest % 1000)
}

/// Reads a moment (RFC 3339), to the millisecond. None where it is none.
pub fn read(text: &str) -> Option<i64> {
    let (date, time) = text.split_once(['T', 't', ' '])?;
    let zone = time.find(['Z', 'z', '+', '-'])?;
    let (clock, zone) = time.split_at(zone);
    let number =
        |text: &str| text.parse::<i64>().ok().filter(|_| text.bytes().all(|byte| byte.is_ascii_digit()));
    let ahead = match zone.split_at(1) {
        ("+", ahead) => minutes(ahead)?,
        ("-", behind) => -minutes(behind)?,
        (_, rest) => rest.is_empty().then_some(0)?,
    };
    let (clock, fraction) = clock.split_once('.').unwrap_or((clock, "0"));
    let (hours, second) = clock.rsplit_once(':')?;
    let fraction = number(format!("{fraction:0<3}").get(..3)?)?;
    let minute = minutes(hours)? - ahead;
    Some(Day::parse(date)?.start() + minute * 60_000 + number(second)? * 1000 + fraction)
}

/// `HH:MM` in minutes.
fn minutes(text: &str) -> Option<i64> {
    let (hours, minutes) = text.split_once(':')?;
    Some(hours.parse::<u8>().ok().map(i64::from)? * 60 + minutes.parse::<u8>().ok().map(i64::from)?)
}

/// A length of time in milliseconds (ISO 8601), with two digits behind the second: `PT5M30.25S`.
/// xAPI compares no more of them, and SCORM 2004 allows no more.
pub fn length(milliseconds: i64) -> String {
    let hundredths = milliseconds.max(0) / 10;
    let (hours, minutes, rest) = (hundredths / 360_000, hundredths / 6000 % 60, hundredths % 6000);
    let hours = if hours > 0 { format!("{hours}H") } else { String::new() };
    let minutes = if minutes > 0 { format!("{minutes}M") } else { String::new() };
    let seconds = match rest % 100 {
        0 => format!("{}S", rest / 100),
        part => format!("{}.{part:02}S", rest / 100),
    };
    format!("PT{hours}{minutes}{seconds}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_is_written_in_utc() {
        assert_eq!(utc(1_795_649_400_120), "2026-11-25T23:30:00.120Z");
        assert_eq!(utc(-1), "1969-12-31T23:59:59.999Z");
    }

    #[test]
    fn a_moment_is_read_in_any_zone() {
        for text in [
            "2026-11-25T23:30:00.120Z",
            "2026-11-25T23:30:00.12Z",
            "2026-11-26T00:30:00.120999+01:00",
            "2026-11-25T18:00:00.120-05:30",
        ] {
            assert_eq!(read(text), Some(1_795_649_400_120), "{text}");
        }
        for text in [
            "",
            "yesterday",
            "2026-11-25",
            "2026-13-25T00:00:00Z",
            "2026-11-25T23:30Z",
            "2026-11-25T23:30:00",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }

    #[test]
    fn a_length_has_two_digits_at_most() {
        assert_eq!(length(330_255), "PT5M30.25S");
        assert_eq!(length(3_600_000), "PT1H0S");
        assert_eq!(length(0), "PT0S");
        assert_eq!(length(-5), "PT0S");
        assert_eq!(length(1_050), "PT1.05S");
    }
}
