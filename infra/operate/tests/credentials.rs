//! Who asks AWS: what the command says where it can't know.

use std::process::Command;

const HINT: &str = r#"eval "$(aws configure export-credentials --format env)""#;

/// What `operate weeks` says of a hub on AWS, with these variables and this file of profiles. It must fail: there is no AWS here.
fn said(name: &str, profiles: &str, variables: &[(&str, &str)]) -> String {
    let file = std::env::temp_dir().join(format!("operate-{name}-{}", std::process::id()));
    std::fs::write(&file, profiles).expect("a temporary file");
    let mut command = Command::new(env!("CARGO_BIN_EXE_operate"));
    command.env_clear().env("AWS_CONFIG_FILE", &file).env("AWS_SHARED_CREDENTIALS_FILE", "/no/such/file");
    command.env("AWS_REGION", "eu-west-2").env("AWS_EC2_METADATA_DISABLED", "true").env("AWS_ENDPOINT_URL", "http://127.0.0.1:9");
    let output = command.envs(variables.iter().copied()).args(["--prefix", "hub-", "weeks"]).output().expect("the command starts");
    std::fs::remove_file(file).expect("it is there");
    assert!(!output.status.success());
    String::from_utf8(output.stderr).expect("text")
}

#[test]
fn whoever_signed_in_by_the_command_line_alone_is_told_how_to_hand_it_on() {
    let sso = "[default]\nsso_account_id = 111122223333\nsso_role_name = Admin\nsso_region = eu-west-2\nsso_start_url = https://example.org/start\n";
    for (name, profiles) in [("sso", sso), ("nobody", "")] {
        let said = said(name, profiles, &[]);
        assert!(said.contains(HINT), "{name}: {said}");
        assert_eq!(said.lines().count(), 1, "{name}: {said}");
    }
}

/// The twin: credentials that can be read are used, and what fails then is something else.
#[test]
fn credentials_of_variables_and_of_a_plain_profile_are_used() {
    let plain = "[default]\naws_access_key_id = example\naws_secret_access_key = example\n";
    let variables = [("AWS_ACCESS_KEY_ID", "example"), ("AWS_SECRET_ACCESS_KEY", "example")];
    for said in [said("plain", plain, &[]), said("variables", "", &variables)] {
        assert!(!said.contains(HINT), "{said}");
    }
}
