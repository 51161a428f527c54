use leptos::prelude::*;

/// One answer, to be checked before it is sent.
#[derive(Clone, Debug, Default)]
pub struct AnswerRow {
    /// The question in a few words.
    pub label: String,
    /// The answer as typed; lines are kept. None, or nothing but spaces, reads "Not provided".
    pub value: Option<String>,
    /// Where it is changed; none where it can't be.
    pub change: Option<String>,
}

impl AnswerRow {
    /// An answer that can be changed.
    pub fn new(label: impl Into<String>, value: impl Into<String>, change: impl Into<String>) -> Self {
        AnswerRow { label: label.into(), value: Some(value.into()), change: Some(change.into()) }
    }
}

/// Answers, each with a way to change it.
#[component]
pub fn CheckAnswers(
    /// The answers, in the order of the form.
    rows: Vec<AnswerRow>,
) -> impl IntoView {
    let rows = rows
        .into_iter()
        .map(|row| {
            let given = row.value.filter(|value| !value.trim().is_empty());
            let class = if given.is_some() { "given" } else { "given none" };
            let answer = given.unwrap_or_else(|| "Not provided".to_owned());
            let hidden = format!(" {}", row.label);
            view! {
                <div>
                    <dt>{row.label}</dt>
                    <dd class=class>{answer}</dd>
                    {row.change
                        .map(|href| {
                            view! { <dd class="change"><a href=href>"Change"<span class="visually-hidden">{hidden}</span></a></dd> }
                        })}
                </div>
            }
        })
        .collect_view();
    view! { <dl class="answers">{rows}</dl> }
}
