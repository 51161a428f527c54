//! The parts of a page that are alive in a browser. Every one of them also works as plain HTML.
