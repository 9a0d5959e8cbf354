//! Records by key: in the browser's storage, and in this tab where that fails.
//!
//! The tab's own store is `window.name`, which lives through reloads and links
//! for as long as the tab is open, also where the browser blocks all storage.
//! Inside a learning system, the page around this one keeps all records: nothing of a
//! learner stays in the browser.

use std::cell::RefCell;
use std::collections::BTreeMap;

use wasm_bindgen::{JsCast, JsValue};
use web_sys::{BroadcastChannel, Storage, StorageEvent};

#[cfg(feature = "every-page")]
use super::host;
use super::page;

/// What stands before the tab's records in `window.name`.
const MARK: &str = "social-workshop-records:";

/// Where a record went.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kept {
    /// In the browser.
    Browser,
    /// In this tab alone, because the browser blocks storage.
    TabBlocked,
    /// In this tab alone, because the browser's storage is full.
    TabFull,
}

thread_local! {
    /// The tab's records, as far as they are known to be in `window.name`.
    static TAB: RefCell<BTreeMap<String, String>> = RefCell::new(read_tab());
    /// Some browsers bring a page back with the `window.name` that it was left with,
    /// and what later pages kept there is gone. A page that got a message in between
    /// is loaded anew instead.
    static LATER_PAGES: Option<BroadcastChannel> = BroadcastChannel::new(MARK).ok();
}

fn read_tab() -> BTreeMap<String, String> {
    let name = page::window().and_then(|window| window.name().ok()).unwrap_or_default();
    name.strip_prefix(MARK).and_then(|json| serde_json::from_str(json).ok()).unwrap_or_default()
}

fn change_tab(change: impl FnOnce(&mut BTreeMap<String, String>)) {
    TAB.with_borrow_mut(|tab| {
        change(tab);
        let json = serde_json::to_string(tab).unwrap_or_default();
        let name = if tab.is_empty() { String::new() } else { format!("{MARK}{json}") };
        if let Some(window) = page::window() {
            // The tab's records stay in memory where even the name is refused.
            let _ = window.set_name(&name);
        }
    });
    LATER_PAGES.with(|channel| {
        // Without the channel, nothing is lost but by going back.
        let _ = channel.as_ref().map(|channel| channel.post_message(&JsValue::TRUE));
    });
}

/// The browser's storage. None when it is blocked: asking for it throws then.
fn browser() -> Option<Storage> {
    page::window()?.local_storage().ok().flatten()
}

/// The record under a key.
pub fn get(key: &str) -> Option<String> {
    #[cfg(feature = "every-page")]
    if host::is_there() {
        return host::get(key);
    }
    let in_tab = TAB.with_borrow(|tab| tab.get(key).cloned());
    in_tab.or_else(|| browser()?.get_item(key).ok().flatten())
}

/// Keeps a record, in the browser if it lets us, else in this tab.
pub fn set(key: &str, record: &str) -> Kept {
    #[cfg(feature = "every-page")]
    if host::is_there() {
        host::set(key, record);
        return Kept::Browser;
    }
    let Some(storage) = browser() else {
        change_tab(|tab| drop(tab.insert(key.to_owned(), record.to_owned())));
        return Kept::TabBlocked;
    };
    if storage.set_item(key, record).is_err() {
        change_tab(|tab| drop(tab.insert(key.to_owned(), record.to_owned())));
        return Kept::TabFull;
    }
    forget_in_tab(key);
    // There is room again, perhaps for all that had to wait.
    settle()
}

/// Keeps all of these records in the browser, or none of them.
pub fn set_all(records: &[(String, String)]) -> Result<(), Kept> {
    #[cfg(feature = "every-page")]
    if host::is_there() {
        records.iter().for_each(|(key, record)| host::set(key, record));
        return Ok(());
    }
    let Some(storage) = browser() else {
        change_tab(|tab| tab.extend(records.iter().cloned()));
        return Ok(());
    };
    for (count, (key, record)) in records.iter().enumerate() {
        if storage.set_item(key, record).is_err() {
            for (written, _) in &records[..count] {
                let _ = storage.remove_item(written);
            }
            return Err(Kept::TabFull);
        }
    }
    Ok(())
}

/// Forgets a record.
pub fn remove(key: &str) {
    #[cfg(feature = "every-page")]
    if host::is_there() {
        return host::remove(key);
    }
    if let Some(storage) = browser() {
        let _ = storage.remove_item(key);
    }
    forget_in_tab(key);
}

fn forget_in_tab(key: &str) {
    if TAB.with_borrow(|tab| tab.contains_key(key)) {
        change_tab(|tab| drop(tab.remove(key)));
    }
}

/// Every record whose key begins with `prefix`: the rest of its key, and the record.
pub fn with_prefix(prefix: &str) -> BTreeMap<String, String> {
    #[cfg(feature = "every-page")]
    if host::is_there() {
        let known = host::keys().into_iter();
        return known
            .filter_map(|key| Some((key.strip_prefix(prefix)?.to_owned(), host::get(&key)?)))
            .collect();
    }
    let mut found = BTreeMap::new();
    if let Some(storage) = browser() {
        let length = storage.length().unwrap_or(0);
        for key in (0..length).filter_map(|index| storage.key(index).ok().flatten()) {
            if let (Some(rest), Ok(Some(record))) = (key.strip_prefix(prefix), storage.get_item(&key)) {
                found.insert(rest.to_owned(), record);
            }
        }
    }
    TAB.with_borrow(|tab| {
        let of_tab = tab.iter().filter_map(|(key, record)| Some((key.strip_prefix(prefix)?, record)));
        found.extend(of_tab.map(|(key, record)| (key.to_owned(), record.clone())));
    });
    found
}

/// Moves what an earlier page could keep in the tab alone into the browser, as
/// far as it lets us, and says where new records will go.
pub fn settle() -> Kept {
    #[cfg(feature = "every-page")]
    if host::is_there() {
        return Kept::Browser;
    }
    LATER_PAGES.with(|_opened| ());
    let waiting = TAB.with_borrow(Clone::clone);
    let Some(storage) = browser() else {
        return Kept::TabBlocked;
    };
    for (key, record) in waiting {
        if storage.set_item(&key, &record).is_err() {
            return Kept::TabFull;
        }
        change_tab(|tab| drop(tab.remove(&key)));
    }
    Kept::Browser
}

/// Reads the tab's records again: pages that came after this one may have changed them.
pub fn read_tab_again() {
    TAB.set(read_tab());
}

/// Calls back with key and record whenever another tab changes one; with no key
/// when it forgot everything.
pub fn on_change_elsewhere(mut callback: impl FnMut(Option<String>, Option<String>) + 'static) {
    let Some(window) = page::window() else { return };
    page::listen(&window, "storage", move |event| {
        if let Some(event) = event.dyn_ref::<StorageEvent>() {
            callback(event.key(), event.new_value());
        }
    });
}
