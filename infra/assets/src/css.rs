//! The one style sheet, from the files of its layers.

use crate::{fingerprint, squeeze::squeeze};
use anyhow::{Result, bail};
use std::{fmt::Write, path::Path};

/// The layers, weakest first. Each is `NAME.css`, or the files in `NAME/`, or both.
const LAYERS: [&str; 7] = ["reset", "tokens", "base", "layout", "components", "pages", "print"];

/// Puts the files of `folder` together in the order of their layers, squeezed, with `font` where they say `{{font}}`.
///
/// # Errors
/// When a file belongs to no layer.
pub fn gather(folder: &Path, font: &str) -> Result<String> {
    let mut css = format!("@layer {};", LAYERS.join(","));
    let files = fingerprint::files(folder)?;
    let layer_of = |path: &Path| {
        let name = path.strip_prefix(folder).ok()?.components().next()?.as_os_str().to_str()?;
        LAYERS.iter().position(|layer| *layer == name.strip_suffix(".css").unwrap_or(name))
    };
    let mut layered = Vec::new();
    for path in files.iter().filter(|path| path.extension().is_some_and(|end| end == "css")) {
        let Some(layer) = layer_of(path) else {
            bail!("{} belongs to no layer: name it, or its folder, after one of {}", path.display(), LAYERS.join(", "));
        };
        layered.push((layer, path.components().count(), path));
    }
    layered.sort();
    for (_, _, path) in layered {
        write!(css, "{}", squeeze(&crate::read(path)?))?;
    }
    Ok(css.replace("{{font}}", font))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    #[test]
    fn layers_come_in_their_order_and_the_font_gets_its_name() {
        let folder = std::env::temp_dir().join(format!("hub-styles-{}", std::process::id()));
        fs::create_dir_all(folder.join("components")).expect("a folder for the test");
        for (name, css) in [
            ("print.css", "@layer print { a { color: black; } }"),
            ("components/button.css", "@layer components { .button { border: 0; } }"),
            ("components.css", "@layer components { .first { border: 0; } }"),
            ("base.css", "@font-face { src: url({{font}}) format(\"woff2\"); }"),
        ] {
            fs::write(folder.join(name), css).expect("a file for the test");
        }
        let css = gather(&folder, "/assets/font.abcd1234.woff2");
        fs::write(folder.join("odd.css"), "").expect("a file for the test");
        let odd = gather(&folder, "");
        fs::remove_dir_all(&folder).expect("the test's folder is there");
        assert_eq!(
            css.expect("every file has a layer"),
            "@layer reset,tokens,base,layout,components,pages,print;\
             @font-face{src:url(/assets/font.abcd1234.woff2) format(\"woff2\")}\
             @layer components{.first{border:0}}@layer components{.button{border:0}}@layer print{a{color:black}}"
        );
        assert!(odd.expect_err("odd.css has no layer").to_string().contains("belongs to no layer"));
    }
}
