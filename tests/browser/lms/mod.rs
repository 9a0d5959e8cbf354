//! Exported packages in learning systems: such as others wrote, and small ones that are
//! stricter than those.

mod cmi5;
mod cmi5_rules;
mod frame;
mod package;
mod scormhost;
mod strict;
mod zips;
