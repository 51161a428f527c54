//! QR codes, for what somebody holds up to a camera.

use frontend::components::QrDrawing;
use qrcode::{Color, QrCode};

/// The light border a scanner needs (ISO/IEC 18004).
const QUIET_ZONE: usize = 4;

/// The code for a text; an empty drawing where it is too long for one.
pub fn drawing(text: &str) -> QrDrawing {
    let Ok(code) = QrCode::new(text) else { return QrDrawing::default() };
    let side = code.width();
    let mut path = String::new();
    for (at, _) in code.to_colors().iter().enumerate().filter(|(_, colour)| **colour == Color::Dark) {
        path.push_str(&format!("M{} {}h1v1h-1z", at % side + QUIET_ZONE, at / side + QUIET_ZONE));
    }
    QrDrawing { size: side + 2 * QUIET_ZONE, path }
}
