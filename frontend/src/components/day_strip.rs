use leptos::prelude::*;

/// One day of the week, as a picture of how full it is.
#[derive(Clone, Debug, Default)]
pub struct Day {
    /// "Monday".
    pub name: String,
    /// "23 Nov", or "25 Nov, today".
    pub date: String,
    /// "6 events", "No events".
    pub count: String,
    /// The day's place on the page, or the week filtered to that day.
    pub href: String,
    /// How full beside the fullest day: 0 to 100.
    pub fill: u8,
    /// Stands out: the day that is chosen, or today while none is.
    pub current: bool,
}

/// The week itself: its days side by side, or one under another where it is narrow.
#[component]
pub fn DayStrip(
    /// The days in order.
    days: Vec<Day>,
) -> impl IntoView {
    let days = days
        .into_iter()
        .map(|day| {
            view! {
                <li>
                    <a href=day.href aria-current=day.current.then_some("date")>
                        <b>{day.name}</b> " "
                        <span class="date">{day.date}</span> " "
                        <span class="count">{day.count}</span>
                        <Bar fill=day.fill/>
                    </a>
                </li>
            }
        })
        .collect_view();
    view! { <ol class="days">{days}</ol> }
}

/// How full a day is. The words beside it say the same.
#[component]
fn Bar(fill: u8) -> impl IntoView {
    view! {
        <svg class="bar" aria-hidden="true" focusable="false">
            <rect class="all" width="100%" height="100%"></rect>
            <rect class="full" width=format!("{}%", fill.min(100)) height="100%"></rect>
        </svg>
    }
}
