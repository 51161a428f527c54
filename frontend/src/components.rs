//! The parts pages are made of, one a file, after the patterns of GOV.UK and the NHS.
