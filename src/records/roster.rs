//! The people of a company, as HR's own table has them.

use serde::{Deserialize, Serialize};

/// Somebody on the roster. Every field but the id may be empty.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Person {
    /// The person's id in HR's own system; where the table has none, the e-mail address.
    pub id: String,
    pub name: String,
    pub email: String,
    pub department: String,
    pub manager: String,
}
