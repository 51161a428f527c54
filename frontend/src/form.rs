//! What a form page knows: where it goes, what was typed, what is wrong.
