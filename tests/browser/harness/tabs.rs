//! Tabs of a browser.

use thirtyfour::WindowHandle;

use super::screen::Screen;

/// A tab that can be gone back to.
#[derive(Debug, Clone)]
pub struct Tab(WindowHandle);

impl Screen {
    /// The tab that is looked at.
    pub fn tab(&self) -> Tab {
        Tab(self.must("name the tab", self.driver().window()))
    }

    /// Opens a tab and looks at it.
    pub fn new_tab(&self) -> Tab {
        let tab = Tab(self.must("open a tab", self.driver().new_tab()));
        self.look_at(&tab);
        tab
    }

    pub fn look_at(&self, tab: &Tab) {
        self.must("change the tab", self.driver().switch_to_window(tab.0.clone()));
    }

    /// Closes the tab that is looked at, and looks at another one.
    pub fn close_tab(&self, next: &Tab) {
        self.must("close the tab", self.driver().close_window());
        self.look_at(next);
    }
}
