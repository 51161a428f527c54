use leptos::prelude::*;

/// A QR code as one path: `size` modules a side with the quiet zone, one unit each.
#[derive(Clone, Debug, Default)]
pub struct QrDrawing {
    /// Modules a side.
    pub size: usize,
    /// The dark modules.
    pub path: String,
}

/// A QR code. What it holds stands in words beside it too.
#[component]
pub fn Qr(
    /// The code.
    drawing: QrDrawing,
    /// What it holds, for those who don't see it.
    #[prop(into)]
    label: String,
) -> impl IntoView {
    let view_box = format!("0 0 {0} {0}", drawing.size);
    view! {
        <svg class="qr" viewBox=view_box role="img" aria-label=label>
            <path d=drawing.path></path>
        </svg>
    }
}
