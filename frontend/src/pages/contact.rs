//! How to reach the people who run the hub.

use leptos::prelude::*;

/// How to reach the people who run the hub.
#[derive(Clone, Debug, Default)]
pub struct Contact {
    /// Who runs it.
    pub organisation: String,
    /// Where to write.
    pub email: String,
    /// Where to phone, if anywhere.
    pub phone: Option<String>,
}

impl Contact {
    /// The ways to reach them, as a list.
    pub(super) fn ways(&self) -> impl IntoView + use<> {
        let Contact { email, phone, .. } = self.clone();
        let write = format!("mailto:{email}");
        view! {
            <ul class="links">
                <li>"Email: " <a href=write>{email}</a></li>
                {phone
                    .map(|phone| {
                        let digits: String = phone.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect();
                        let call = format!("tel:{digits}");
                        view! { <li>"Phone: " <a href=call>{phone}</a></li> }
                    })}
            </ul>
        }
    }
}
