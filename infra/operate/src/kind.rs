//! What kind a record is, by its key; and which kinds an export leaves out.

/// Kinds that are good for minutes or days, or open something: nobody should bring them back.
const SHORT_LIVED: [&str; 5] = ["rate", "session", "signin", "signin-of", "form"];

/// Accounts, whose second factors are secrets.
const ACCOUNTS: &str = "staff";

/// Which export a kind belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum In {
    /// Any.
    Every,
    /// Only one that is asked for what is confidential.
    Confidential,
    /// None.
    None,
}

/// A file's name for a record: `event-meta`, `event-reg`, `page`. Key parts that name one record are not in it.
pub fn of(pk: &str, sk: &str) -> String {
    let first = |key: &str| key.split(['#', '/']).next().unwrap_or_default().to_lowercase();
    // In a collection of many records the place is an id or a moment; where an own name stands, it is in capitals.
    let part = sk.split('#').next().filter(|part| part.len() > 1 && part.chars().all(|c| c.is_ascii_uppercase() || c == '-'));
    let plain: String = first(pk).chars().filter(|c| c.is_ascii_alphanumeric() || *c == '-').collect();
    part.map_or(plain.clone(), |part| format!("{plain}-{}", part.to_lowercase()))
}

/// Which export a record of the three open tables belongs to.
pub fn belongs(pk: &str) -> In {
    let kind = pk.split('#').next().unwrap_or_default().to_lowercase();
    match kind.as_str() {
        kind if SHORT_LIVED.contains(&kind) => In::None,
        ACCOUNTS | "staff-email" => In::Confidential,
        _ => In::Every,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_kind_names_no_single_record() {
        let table = [
            ("EVENT#abc", "META", "event-meta"),
            ("EVENT#abc", "REG#def", "event-reg"),
            ("PAGE#events/circle", "PAGE", "page-page"),
            ("EVENTS#scotland/2026", "circle", "events"),
            ("WAITING#3", "registration-confirm-abc-1", "waiting"),
            ("STAFF", "abcdef", "staff"),
            ("AUDIT#2026-11-20", "AUDIT#2026-11-20T10:00:00Z#abc", "audit-audit"),
        ];
        for (pk, sk, kind) in table {
            assert_eq!(of(pk, sk), kind, "{pk} {sk}");
        }
        assert_eq!((belongs("SESSION#abc"), belongs("STAFF"), belongs("EVENT#abc")), (In::None, In::Confidential, In::Every));
    }
}
