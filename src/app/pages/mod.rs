//! The screens that the app adds to, one file each.

#[cfg(feature = "every-page")]
pub mod certificate;
#[cfg(feature = "every-page")]
pub mod home;
pub mod lesson;
#[cfg(feature = "every-page")]
pub mod my_answers;
#[cfg(feature = "every-page")]
pub mod my_data;
#[cfg(feature = "every-page")]
pub mod notes;
#[cfg(feature = "every-page")]
pub mod policy;
#[cfg(feature = "every-page")]
pub mod practice;
#[cfg(feature = "every-page")]
pub mod preferences;
#[cfg(feature = "every-page")]
pub mod pretest;
#[cfg(feature = "every-page")]
pub mod progress;
#[cfg(feature = "every-page")]
pub mod recall;
#[cfg(feature = "every-page")]
pub mod search;
