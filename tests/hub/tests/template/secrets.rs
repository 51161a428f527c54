//! Secrets: 256 bits each, made by the stack, and none in the tree (quality-bar S-36).

use std::path::{Path, PathBuf};

use hub_tests::template::Template;
use regex::Regex;

#[test]
fn every_secret_that_the_stack_makes_has_256_bits() {
    let secrets: Vec<_> = Template::get().of_type("AWS::SecretsManager::Secret").collect();
    assert_eq!(secrets.len(), 3);
    for (name, secret) in secrets {
        let how = &secret["GenerateSecretString"];
        let left_out = how["ExcludeCharacters"].as_str().unwrap_or_default();
        assert_eq!((&how["ExcludeUppercase"], &how["ExcludePunctuation"]), (&true.into(), &true.into()), "{name}");
        assert!(how["IncludeSpace"].is_null() && how["SecretStringTemplate"].is_null(), "{name}");
        let alphabet: String = ('a'..='z').chain('0'..='9').filter(|letter| !left_out.contains(*letter)).collect();
        assert_eq!(alphabet, "abcdef0123456789", "{name}: functions read hexadecimal digits");
        let bits = how["PasswordLength"].as_f64().unwrap() * (alphabet.len() as f64).log2();
        assert!(bits >= 256.0, "{name}: {bits} bits");
    }
}

/// What a secret looks like that somebody left behind.
fn secrets() -> Vec<Regex> {
    let shapes = [
        r"\b(AKIA|ASIA)[0-9A-Z]{16}\b",
        r"(?i)aws_?secret_?access_?key\W{1,6}[A-Za-z0-9/+]{40}\b",
        r"(?i)aws_?session_?token\W{1,6}[A-Za-z0-9/+]{100,}",
        r"-----BEGIN (RSA |EC |OPENSSH |PGP |ENCRYPTED )?PRIVATE KEY",
        r"\bgh[pousr]_[A-Za-z0-9]{36}\b",
        r"\bgithub_pat_[A-Za-z0-9_]{50,}\b",
        r"\bxox[abprs]-[A-Za-z0-9-]{20,}",
        r"\bsk_live_[A-Za-z0-9]{20,}",
    ];
    shapes.map(|shape| Regex::new(shape).unwrap()).into()
}

/// Every file of the tree that is no picture and no letters, without what is built or installed.
fn files() -> Vec<PathBuf> {
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")];
    let mut files = Vec::new();
    while let Some(folder) = folders.pop() {
        for path in std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            match path.is_dir() {
                true if ["target", "data", "node_modules", "out", ".git", "__pycache__"].contains(&name.as_str()) && !path.ends_with("cost/data") => {
                }
                true => folders.push(path),
                false => files.push(path),
            }
        }
    }
    files
}

#[test]
fn no_secret_lies_in_the_tree() {
    let (secrets, files) = (secrets(), files());
    let texts: Vec<_> = files.into_iter().filter_map(|path| std::fs::read_to_string(&path).ok().map(|text| (path, text))).collect();
    assert!(texts.len() > 500 && texts.iter().any(|(path, _)| path.ends_with("infra/aws/template.yaml")), "{} files were read", texts.len());
    for (path, text) in texts {
        let found: Vec<_> = secrets.iter().filter(|secret| secret.is_match(&text)).map(Regex::as_str).collect();
        assert!(found.is_empty(), "{} holds what looks like a secret: {found:?}", path.display());
    }
}

/// The twin: each shape is seen. They are put together here, so that this file holds none.
#[test]
fn a_secret_in_the_tree_would_be_seen() {
    let (letters, forty) = ("A".repeat(16), "aB3c".repeat(10));
    let left = [
        format!("key = AKIA{letters}"),
        format!("aws_secret_access_key = {forty}"),
        format!("AWS_SESSION_TOKEN=\"{}\"", forty.repeat(3)),
        ["-----BEGIN ", "PRIVATE KEY", "-----"].concat(),
        format!("ghp_{}", "a1".repeat(18)),
        format!("github_pat_{}", "a1".repeat(30)),
        format!("xoxb-{}", "12-ab".repeat(5)),
        format!("sk_live_{}", "a1".repeat(12)),
    ];
    for (secret, left) in secrets().iter().zip(&left) {
        assert!(secret.is_match(left), "{secret} does not see {left}");
    }
    assert_eq!(secrets().len(), left.len());
}
