//! The screens that the app adds to, one file each.

pub mod certificate;
pub mod home;
pub mod lesson;
pub mod my_answers;
pub mod my_data;
pub mod notes;
pub mod policy;
pub mod practice;
pub mod preferences;
pub mod pretest;
pub mod progress;
pub mod recall;
pub mod search;
