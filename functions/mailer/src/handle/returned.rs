//! News from SES, by way of EventBridge: a mail came back, or its reader called it unwanted.

use domain::contact::Email;
use jiff::Timestamp;
use serde::Deserialize;
use serde_json::Value;
use store::returned::Why;
use web::log::METRICS;

use super::Refused;
use crate::state::State;

/// As much of the news as matters. What kind it is stands in `eventType`.
#[derive(Deserialize)]
#[serde(tag = "eventType")]
enum News {
    Bounce {
        bounce: Bounce,
    },
    Complaint {
        complaint: Complaint,
    },
    #[serde(other)]
    Other,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Bounce {
    bounce_type: String,
    bounced_recipients: Vec<To>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Complaint {
    complained_recipients: Vec<To>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct To {
    email_address: String,
}

/// Marks the addresses so that nothing more is sent to them. A full mailbox, or one that is away, is not marked: SES tried again
/// by itself, and the next mail may get through.
pub(super) async fn take(detail: &Value, state: &State, now: Timestamp) -> Result<(), Refused> {
    let (why, whom) = match News::deserialize(detail).map_err(|_| Refused::Unknown)? {
        News::Bounce { bounce } if bounce.bounce_type == "Permanent" => (Why::Bounced, bounce.bounced_recipients),
        News::Complaint { complaint } => (Why::Unwanted, complaint.complained_recipients),
        News::Bounce { .. } | News::Other => return Ok(()),
    };
    let mut marked = 0;
    for to in whom {
        // SES may give it as `"Ann" <ann@example.org>`.
        let bare = to.email_address.rsplit('<').next().unwrap_or_default().trim_end_matches('>');
        let Ok(email) = Email::parse(bare) else { continue };
        state.returned.mark(&state.hash(&email), why, now).await?;
        marked += 1;
    }
    tracing::info!(target: METRICS, MailsReturned = marked, "mail came back");
    Ok(())
}
