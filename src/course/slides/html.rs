//! The parts of a slide as HTML, whole or some of their items.
