use leptos::prelude::*;

/// The icons: access facts, ways of taking part, and a few signs. None ever stands without a word.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[expect(missing_docs, reason = "each is named after what it stands for")]
pub enum IconName {
    StepFree,
    Toilet,
    HearingLoop,
    Bsl,
    Captions,
    EasyRead,
    LargePrint,
    QuietSpace,
    Breaks,
    SupportWorker,
    CameraOff,
    Dietary,
    InPerson,
    Online,
    Hybrid,
    OnDemand,
    Free,
    Money,
    Calendar,
    Place,
    Check,
    Cross,
    Warning,
    #[default]
    Information,
}

impl IconName {
    /// The icon of an access fact, an access need or a format, by the key that forms use for it.
    pub fn of_key(key: &str) -> Option<IconName> {
        Some(match key {
            "step-free" => IconName::StepFree,
            "toilet" => IconName::Toilet,
            "hearing-loop" => IconName::HearingLoop,
            "bsl" => IconName::Bsl,
            "captions" => IconName::Captions,
            "easy-read" => IconName::EasyRead,
            "large-print" => IconName::LargePrint,
            "quiet-space" => IconName::QuietSpace,
            "breaks" => IconName::Breaks,
            "support-worker" => IconName::SupportWorker,
            "camera-off" => IconName::CameraOff,
            "dietary" => IconName::Dietary,
            "in-person" => IconName::InPerson,
            "online" => IconName::Online,
            "hybrid" => IconName::Hybrid,
            "on-demand" => IconName::OnDemand,
            "free" => IconName::Free,
            "paid" | "expenses" => IconName::Money,
            _ => return None,
        })
    }

    /// The line that draws it, in a square of 24.
    fn line(self) -> &'static str {
        match self {
            IconName::StepFree => "M12 3a1.8 1.8 0 1 1 0 3.6a1.8 1.8 0 0 1 0-3.6M12 9v6h5l2 5M9 11.5a5 5 0 1 0 5.5 6.5",
            IconName::Toilet => "M8 3h8v7H8zM6 10h12a6 6 0 0 1-6 6a6 6 0 0 1-6-6M9.5 15.5L9 21h6l-.5-5.5",
            IconName::HearingLoop => {
                "M7 10a5 5 0 0 1 10 0c0 3-3 4-3 7a3 3 0 0 1-5 2M10 10a2 2 0 0 1 4 0c0 1.5-1.5 2-1.5 3.5M4 6l-1.5-1.5M20 6l1.5-1.5"
            }
            IconName::Bsl => {
                "M7 11V6a1.5 1.5 0 0 1 3 0v4m0-5a1.5 1.5 0 0 1 3 0v5m0-3a1.5 1.5 0 0 1 3 0v6c0 4-2 7-5.5 7S6 18 4.5 14l-.8-2a1.4 1.4 0 0 1 2.5-1.2L7 13"
            }
            IconName::Captions => "M5 5h14a2 2 0 0 1 2 2v10a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2V7a2 2 0 0 1 2-2M7 13h4m2 0h4M7 16h7",
            IconName::EasyRead => "M4 4h16v16H4zM7 8h4v4H7zM14 8h3M14 12h3M7 16h10",
            IconName::LargePrint => "M3 19L8.5 5L14 19M5 14.5h7M15.5 19l3-8l3 8M16.5 16.5h4",
            IconName::QuietSpace => "M4 10v4h3.5L12 18V6L7.5 10zM16 10l5 5M21 10l-5 5",
            IconName::Breaks => "M12 3a9 9 0 1 1 0 18a9 9 0 0 1 0-18M12 7v5l3 2",
            IconName::SupportWorker => {
                "M8.5 4a2.5 2.5 0 1 1 0 5a2.5 2.5 0 0 1 0-5M17 7a2 2 0 1 1 0 4a2 2 0 0 1 0-4M3 20v-3a5.5 5.5 0 0 1 11 0v3M17 14a4 4 0 0 1 4 4v2"
            }
            IconName::CameraOff => "M3 7h11v10H3zM14 11l6-3v8l-6-3M3 21L20 3",
            IconName::Dietary => "M7 3v7a2 2 0 0 0 2 2v9M11 3v7a2 2 0 0 1-2 2M9 3v6M17 21v-8h-2.5C14.5 8 15 4 17 3z",
            IconName::InPerson => "M12 3a3.5 3.5 0 1 1 0 7a3.5 3.5 0 0 1 0-7M5 21a7 7 0 0 1 14 0",
            IconName::Online => "M4 5h16v11H4zM2 20h20",
            IconName::Hybrid => "M7 4a2.5 2.5 0 1 1 0 5a2.5 2.5 0 0 1 0-5M2 19a5 5 0 0 1 10 0M12.5 7H22v8h-8M12.5 19H22",
            IconName::OnDemand => "M12 3a9 9 0 1 1 0 18a9 9 0 0 1 0-18M10 8.5l6 3.5l-6 3.5z",
            IconName::Free => "M4 9h16v11H4zM2.5 9V6h19v3M12 6v14M12 6C9 6 7 5 7.5 3.5S11 3 12 6c1-3 4-4 4.5-2.5S15 6 12 6",
            IconName::Money => "M17 8c0-5-8-5-8 0v8c0 2-1 4-3 4h12M6 13h8",
            IconName::Calendar => "M4 6h16v14H4zM4 10h16M8 3v4M16 3v4",
            IconName::Place => "M12 21c-4-5-7-8-7-11a7 7 0 0 1 14 0c0 3-3 6-7 11M12 7.5a2.5 2.5 0 1 1 0 5a2.5 2.5 0 0 1 0-5",
            IconName::Check => "M4 12.5l5.5 5.5L20 7",
            IconName::Cross => "M5 5l14 14M19 5L5 19",
            IconName::Warning => "M12 3L2 20h20zM12 9v6M12 17.5v.01",
            IconName::Information => "M12 3a9 9 0 1 1 0 18a9 9 0 0 1 0-18M12 11v6M12 7.5v.01",
        }
    }
}

/// A small drawing beside a word; those who don't see it miss nothing.
#[component]
pub fn Icon(
    /// Which.
    name: IconName,
) -> impl IntoView {
    view! { <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d=name.line()></path></svg> }
}
