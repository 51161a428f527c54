//! Access facts of an event, and what a person says would help them take part.

use serde::{Deserialize, Serialize};

use crate::choices;

choices! {
    /// What a host says about access to an event. Every one is answered: yes, no, or not sure.
    AccessFact {
        StepFree = "step-free", "Step-free";
        Toilet = "toilet", "Accessible toilet";
        HearingLoop = "hearing-loop", "Hearing loop";
        Bsl = "bsl", "BSL interpreter";
        Captions = "captions", "Captions by a person";
        EasyRead = "easy-read", "Easy Read papers";
        QuietSpace = "quiet-space", "Quiet space";
        Breaks = "breaks", "Breaks";
        SupportWorker = "support-worker", "Support workers welcome";
        CameraOff = "camera-off", "Camera off is fine";
    }
}

choices! {
    /// The three answers a host can give.
    YesNo {
        Yes = "yes", "Yes";
        No = "no", "No";
        NotSure = "not-sure", "Not sure, ask us";
    }
}

/// One access fact as the host answered it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AccessAnswer {
    /// Which fact.
    pub fact: AccessFact,
    /// Yes, no, or not sure.
    pub answer: YesNo,
    /// A note in the host's words, at most 200 characters, e.g. "on request, a week before".
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
}

choices! {
    /// What would help somebody take part. Never a diagnosis (quality-bar P-02).
    AccessNeed {
        Bsl = "bsl", "BSL interpreter";
        Captions = "captions", "Captions by a person";
        HearingLoop = "hearing-loop", "Hearing loop";
        StepFree = "step-free", "Step-free way in";
        EasyRead = "easy-read", "Easy Read papers";
        LargePrint = "large-print", "Large print";
        QuietSpace = "quiet-space", "Quiet space";
        SupportWorker = "support-worker", "A place for my support worker";
        Breaks = "breaks", "Breaks";
        Dietary = "dietary", "Food I can eat";
    }
}
