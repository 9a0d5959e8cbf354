//! Tabs of a browser.

use thirtyfour::WindowHandle;

use super::screen::Screen;

/// A tab that can be gone back to.
#[derive(Debug, Clone, PartialEq, Eq)]
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

    /// Opens a window beside this one, so that both stay in sight, and looks at it.
    pub fn new_window(&self) -> Tab {
        let tab = Tab(self.must("open a window", self.driver().new_window()));
        self.look_at(&tab);
        tab
    }

    pub fn look_at(&self, tab: &Tab) {
        self.must("change the tab", self.driver().switch_to_window(tab.0.clone()));
    }

    /// Waits for a tab that is none of these, as a page opens it, and looks at it.
    pub fn look_at_another(&self, known: &[&Tab]) -> Tab {
        let tab = self.wait_for("another tab is there", || {
            let open = self.run(self.driver().windows()).map_err(|error| error.to_string())?;
            let mut others = open.into_iter().map(Tab).filter(|tab| !known.contains(&tab));
            others.next().ok_or_else(|| "there is none".to_owned())
        });
        self.look_at(&tab);
        tab
    }

    /// Closes the tab that is looked at, and looks at another one.
    pub fn close_tab(&self, next: &Tab) {
        self.must("close the tab", self.driver().close_window());
        self.look_at(next);
    }
}
