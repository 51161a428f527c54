//! What a telephone's camera reads: a page's codes, drawn as they are printed and read by another library than the one that made them.

use regex::Regex;
use scraper::{Html, Selector};

/// Dots of the picture for each module.
const DOTS: usize = 4;

/// What each code of a page says, in their order.
///
/// # Panics
/// Where one can't be read: then nobody's telephone can.
pub fn codes(html: &str) -> Vec<String> {
    let page = Html::parse_document(html);
    let (code, path) = (Selector::parse("svg.qr").expect("a selector"), Selector::parse("path").expect("a selector"));
    let drawn = page.select(&code).map(|svg| {
        let side = svg.attr("viewBox").and_then(|size| size.split(' ').next_back()?.parse().ok()).expect("as wide as it is");
        read(side, svg.select(&path).next().and_then(|path| path.attr("d")).unwrap_or_default())
    });
    drawn.collect()
}

/// Reads a drawing: runs of dark modules, `M4 4h7v1h-7z`, on light paper.
fn read(side: usize, path: &str) -> String {
    let mut dark = vec![false; side * side];
    let run = Regex::new(r"M(\d+) (\d+)h(\d+)v1h-(\d+)z").expect("an expression");
    let mut drawn = 0;
    for found in run.captures_iter(path) {
        let [x, y, long, back] = found.extract::<4>().1.map(|number| number.parse::<usize>().expect("a number"));
        assert_eq!(long, back, "a run is closed");
        dark[y * side + x..y * side + x + long].fill(true);
        drawn += found[0].len();
    }
    assert_eq!(drawn, path.len(), "all of the drawing is understood: {path}");
    let edge = side * DOTS;
    let mut picture = rqrr::PreparedImage::prepare_from_bitmap(edge, edge, |x, y| dark[y / DOTS * side + x / DOTS]);
    let found = picture.detect_grids();
    assert_eq!(found.len(), 1, "one code in the picture");
    found[0].decode().expect("a code that can be read").1
}
