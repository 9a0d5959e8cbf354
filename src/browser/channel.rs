//! Messages between the windows of one browser.

use wasm_bindgen::JsCast;
use web_sys::{BroadcastChannel, MessageEvent};

use super::page;

/// A channel that all windows of this site hear who opened it by the same name.
#[derive(Debug, Clone)]
pub struct Channel(BroadcastChannel);

impl Channel {
    /// Opens a channel, and calls back with each text that another window posts. None
    /// where the browser has none.
    pub fn open(name: &str, mut callback: impl FnMut(String) + 'static) -> Option<Self> {
        let channel = BroadcastChannel::new(name).ok()?;
        page::listen(&channel, "message", move |event| {
            let message = event.dyn_ref::<MessageEvent>().and_then(|event| event.data().as_string());
            if let Some(text) = message {
                callback(text);
            }
        });
        Some(Self(channel))
    }

    /// Posts a text to all other windows.
    pub fn post(&self, text: &str) {
        // A channel is refused nothing while it is open, and it is open as long as the page.
        let _ = self.0.post_message(&text.into());
    }
}

/// Posts a text to all other windows, and hears nothing.
#[cfg(feature = "every-page")]
pub fn tell(name: &str, text: &str) {
    if let Ok(channel) = BroadcastChannel::new(name) {
        // A channel is refused nothing while it is open.
        let _ = channel.post_message(&text.into());
        channel.close();
    }
}
