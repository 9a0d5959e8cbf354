//! How high the stage is, on which slides are laid out: as high as all who watch can see.

/// The height of a stage that is as wide as 1280 pixels.
pub const USUAL_HEIGHT: u32 = 720;
const HEIGHTS: (u32, u32) = (640, 960);

/// The height, of a stage that is 1280 pixels wide.
#[derive(Debug)]
pub struct StageHeight {
    /// Of the stage that fills this window, where one does.
    own: Option<u32>,
    last: u32,
}

impl Default for StageHeight {
    fn default() -> Self {
        Self { own: None, last: USUAL_HEIGHT }
    }
}

impl StageHeight {
    /// Of the stage that fills this window; None where none does.
    pub fn fills_window(&mut self, height: Option<u32>) {
        self.own = height.map(possible);
    }

    pub fn own(&self) -> Option<u32> {
        self.own
    }

    /// The lowest of this window and of those that watch; as it was last where nobody does.
    pub fn for_audience(&mut self, lowest: Option<u32>) -> u32 {
        if let Some(height) = lowest.map(possible).into_iter().chain(self.own).min() {
            self.last = height;
        }
        self.last
    }
}

fn possible(height: u32) -> u32 {
    height.clamp(HEIGHTS.0, HEIGHTS.1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lowest_window_decides_and_is_remembered() {
        let mut height = StageHeight::default();
        assert_eq!(height.for_audience(None), USUAL_HEIGHT);
        height.fills_window(Some(800));
        assert_eq!(height.for_audience(Some(768)), 768);
        height.fills_window(None);
        assert_eq!(height.for_audience(None), 768);
        assert_eq!(height.for_audience(Some(100)), 640);
        assert_eq!(height.for_audience(Some(4000)), 960);
    }
}
