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
    for (row, modules) in code.to_colors().chunks(side).enumerate() {
        let mut at = 0;
        for run in modules.chunk_by(|a, b| a == b) {
            if run[0] == Color::Dark {
                let many = run.len();
                path.push_str(&format!("M{} {}h{many}v1h-{many}z", at + QUIET_ZONE, row + QUIET_ZONE));
            }
            at += run.len();
        }
    }
    QrDrawing { size: side + 2 * QUIET_ZONE, path }
}
