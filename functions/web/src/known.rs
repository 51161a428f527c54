//! Files that programs ask for again and again: whoever holds this very file is told so, and it isn't sent twice.

use axum::response::{IntoResponse, Response};
use http::{HeaderMap, HeaderValue, StatusCode, header};
use sha2::{Digest, Sha256};

use crate::context::Context;
use crate::page::file;

/// A public file to keep under a name, with a tag made from what is in it; 304 and nothing where the request names that tag.
pub fn file_unless_known(context: &Context, asked: &HeaderMap, content_type: &'static str, name: &str, body: String) -> Response {
    let tag = data_encoding::HEXLOWER.encode(&Sha256::digest(&body)[..12]);
    // An edge that packs the file makes the tag a weak one; it stands for the same words.
    let known = asked.get(header::IF_NONE_MATCH).and_then(|value| value.to_str().ok()).is_some_and(|value| value.contains(&tag));
    let whole = file(context, content_type, Some(name), true, body);
    let mut response = match known {
        false => whole,
        true => {
            let mut short = StatusCode::NOT_MODIFIED.into_response();
            short.headers_mut().extend(whole.headers().get(header::CACHE_CONTROL).map(|kept| (header::CACHE_CONTROL, kept.clone())));
            short
        }
    };
    if let Ok(tag) = HeaderValue::try_from(format!("\"{tag}\"")) {
        response.headers_mut().insert(header::ETAG, tag);
    }
    response
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::context::tests::context;

    #[test]
    fn whoever_holds_the_file_is_not_sent_it_again_until_it_changes() {
        let send = |asked: &HeaderMap, body: &str| file_unless_known(&context(), asked, "text/calendar", "week.ics", body.into());
        let first = send(&HeaderMap::new(), "words");
        assert_eq!(first.status(), StatusCode::OK);
        let weak = format!("W/{}", first.headers()[header::ETAG].to_str().unwrap());
        let asked = HeaderMap::from_iter([(header::IF_NONE_MATCH, HeaderValue::try_from(weak).unwrap())]);
        assert_eq!(send(&asked, "words").status(), StatusCode::NOT_MODIFIED);
        assert_eq!(send(&asked, "other words").status(), StatusCode::OK);
    }
}
