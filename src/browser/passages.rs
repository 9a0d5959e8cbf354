//! The page's text as passages: one for each paragraph, list item, heading …

use web_sys::{Element, Node, Range};

use super::page;

/// The text of one block, from first to last node.
#[derive(Debug)]
pub struct Passage {
    block: Element,
    nodes: Vec<Node>,
    pub text: String,
}

/// What is a block of its own.
const BLOCKS: &str = "h1, h2, h3, h4, h5, h6, p, li, dt, dd, td, th, caption, figcaption, blockquote, label, legend, summary, pre, div, section, main";
/// `NodeFilter.SHOW_TEXT`
const TEXT: u32 = 4;

/// The passages inside an element, in order. `is_wanted` is asked of each text's parent.
pub fn passages(root: &Element, is_wanted: impl Fn(&Element) -> bool) -> Vec<Passage> {
    let mut passages: Vec<Passage> = Vec::new();
    let document = page::document();
    let Some(walker) = document.and_then(|page| page.create_tree_walker_with_what_to_show(root, TEXT).ok())
    else {
        return passages;
    };
    while let Ok(Some(node)) = walker.next_node() {
        let Some(parent) = node.parent_element().filter(|parent| is_wanted(parent)) else { continue };
        let Some(block) = parent.closest(BLOCKS).ok().flatten() else { continue };
        let text = node.node_value().unwrap_or_default();
        match passages.last_mut().filter(|passage| passage.block == block) {
            Some(passage) => {
                passage.nodes.push(node);
                passage.text.push_str(&text);
            }
            None => passages.push(Passage { block, nodes: vec![node], text }),
        }
    }
    passages
}

impl Passage {
    /// A part of it, counted in UTF-16. None where the page has changed meanwhile.
    pub fn range(&self, from: usize, to: usize) -> Option<Range> {
        let range = page::document()?.create_range().ok()?;
        let (node, offset) = self.place(from, false)?;
        range.set_start(node, offset).ok()?;
        let (node, offset) = self.place(to, true)?;
        range.set_end(node, offset).ok()?;
        self.block.is_connected().then_some(range)
    }

    /// Node and offset of a place; an end may be at the end of a node.
    fn place(&self, at: usize, is_end: bool) -> Option<(&Node, u32)> {
        let mut before = 0;
        for node in &self.nodes {
            let length = node.node_value().map_or(0, |text| text.encode_utf16().count());
            let inside = at - before;
            if inside < length || (is_end && inside == length) {
                return Some((node, u32::try_from(inside).ok()?));
            }
            before += length;
        }
        None
    }
}
