//! What a learner prefers on this device, and its form in storage.
//!
//! Form 1: `{"form":1,"theme":"dark","size":"large","motion":"reduced","speed":"1.25","voice":ID}`;
//! what is as it comes is left out. A value that no version writes counts as left
//! out; a damaged record or one of a newer form counts as none, and is kept until
//! something is changed. `src/app/preferences.js` reads the same form before a page is shown.

use serde::Serialize;
use serde_json::Value;

const FORM: u32 = 1;

/// What is preferred; each as it comes unless it was changed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Preferences {
    pub theme: Theme,
    pub size: TextSize,
    pub motion: Motion,
    pub speed: Speed,
    /// The id of the voice that reads aloud; empty for the device's own choice.
    pub voice: String,
}

/// One of a few values, each with a name in storage; the default's name is empty.
pub trait Preference: Copy + Default + PartialEq + 'static {
    /// In the order in which they are offered.
    const ALL: &'static [Self];

    fn name(self) -> &'static str;

    fn from_name(name: &str) -> Self {
        Self::ALL.iter().copied().find(|value| value.name() == name).unwrap_or_default()
    }
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Theme {
    #[default]
    Device,
    Light,
    Dark,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum TextSize {
    Small,
    #[default]
    Normal,
    Large,
    Larger,
    Largest,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Motion {
    #[default]
    Device,
    Reduced,
}

/// How fast a lesson is read aloud.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Speed {
    Slower,
    Slow,
    #[default]
    Normal,
    Fast,
    Faster,
    Fastest,
}

impl Preference for Theme {
    const ALL: &'static [Self] = &[Self::Device, Self::Light, Self::Dark];

    fn name(self) -> &'static str {
        match self {
            Self::Device => "",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }
}

impl Preference for TextSize {
    const ALL: &'static [Self] = &[Self::Small, Self::Normal, Self::Large, Self::Larger, Self::Largest];

    fn name(self) -> &'static str {
        match self {
            Self::Small => "small",
            Self::Normal => "",
            Self::Large => "large",
            Self::Larger => "larger",
            Self::Largest => "largest",
        }
    }
}

impl Preference for Motion {
    const ALL: &'static [Self] = &[Self::Device, Self::Reduced];

    fn name(self) -> &'static str {
        match self {
            Self::Device => "",
            Self::Reduced => "reduced",
        }
    }
}

impl Preference for Speed {
    const ALL: &'static [Self] =
        &[Self::Slower, Self::Slow, Self::Normal, Self::Fast, Self::Faster, Self::Fastest];

    fn name(self) -> &'static str {
        match self {
            Self::Slower => "0.6",
            Self::Slow => "0.8",
            Self::Normal => "",
            Self::Fast => "1.25",
            Self::Faster => "1.5",
            Self::Fastest => "2",
        }
    }
}

impl Speed {
    /// As a multiple of the voice's own speed.
    pub fn rate(self) -> f32 {
        self.name().parse().unwrap_or(1.0)
    }
}

#[derive(Serialize)]
struct RecordOut<'a> {
    form: u32,
    #[serde(skip_serializing_if = "str::is_empty")]
    theme: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    size: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    motion: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    speed: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    voice: &'a str,
}

impl Preferences {
    /// The preferences as they are stored.
    pub fn to_record(&self) -> String {
        let record = RecordOut {
            form: FORM,
            theme: self.theme.name(),
            size: self.size.name(),
            motion: self.motion.name(),
            speed: self.speed.name(),
            voice: &self.voice,
        };
        serde_json::to_string(&record).unwrap_or_default()
    }

    /// Reads what is stored, whatever it is.
    pub fn from_record(record: &str) -> Self {
        let record: Value = serde_json::from_str(record).unwrap_or_default();
        if record["form"] != FORM {
            return Self::default();
        }
        let named = |field: &str| record[field].as_str().unwrap_or_default();
        Self {
            theme: Theme::from_name(named("theme")),
            size: TextSize::from_name(named("size")),
            motion: Motion::from_name(named("motion")),
            speed: Speed::from_name(named("speed")),
            voice: named("voice").to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn any_of<P: Preference + std::fmt::Debug>() -> impl Strategy<Value = P> {
        proptest::sample::select(P::ALL)
    }

    #[test]
    fn what_is_as_it_comes_is_left_out() {
        assert_eq!(Preferences::default().to_record(), r#"{"form":1}"#);
    }

    #[test]
    fn a_damaged_or_newer_record_counts_as_none() {
        for record in ["", "{", "null", "[]", "7", r#"{"theme":"dark"}"#, r#"{"form":2,"theme":"dark"}"#] {
            assert_eq!(Preferences::from_record(record), Preferences::default(), "{record}");
        }
    }

    #[test]
    fn a_value_that_no_version_writes_loses_itself_alone() {
        let record = r#"{"form":1,"theme":"purple","size":9,"motion":"reduced"}"#;
        let read = Preferences::from_record(record);
        assert_eq!(read, Preferences { motion: Motion::Reduced, ..Preferences::default() });
    }

    #[test]
    fn each_speed_is_the_rate_in_its_name() {
        let rates: Vec<f32> = Speed::ALL.iter().map(|speed| speed.rate()).collect();
        assert_eq!(rates, [0.6, 0.8, 1.0, 1.25, 1.5, 2.0]);
    }

    proptest! {
        #[test]
        fn preferences_come_back_from_their_record(
            theme in any_of(), size in any_of(), motion in any_of(), speed in any_of(), voice in ".*",
        ) {
            let preferences = Preferences { theme, size, motion, speed, voice };
            prop_assert_eq!(Preferences::from_record(&preferences.to_record()), preferences);
        }

        #[test]
        fn any_record_can_be_read(record in ".*") {
            let _ = Preferences::from_record(&record);
        }
    }
}
