//! What references stand for.

use serde_json::{Map, Value as Json};
use yaml_serde::Value as Yaml;

/// Everything that a reference can name.
pub(super) struct Names<'a> {
    resources: &'a Yaml,
    parameters: &'a Yaml,
    conditions: &'a Yaml,
}

/// A scalar as text.
pub(super) fn text(value: &Yaml) -> String {
    match value {
        Yaml::String(text) => text.clone(),
        Yaml::Bool(yes) => yes.to_string(),
        Yaml::Number(number) => number.to_string(),
        other => panic!("not a word: {other:?}"),
    }
}

impl<'a> Names<'a> {
    pub fn of(whole: &'a Yaml) -> Self {
        Self { resources: &whole["Resources"], parameters: &whole["Parameters"], conditions: &whole["Conditions"] }
    }

    /// A value with its references filled in. Conditions are as the parameters are: by default, or as a sample has them.
    pub fn fill(&self, value: &Yaml) -> Json {
        match value {
            Yaml::Null => Json::Null,
            Yaml::Bool(yes) => Json::Bool(*yes),
            Yaml::Number(number) => number.as_i64().map_or_else(|| Json::from(number.as_f64()), Json::from),
            Yaml::String(text) => Json::String(text.clone()),
            Yaml::Sequence(all) => Json::Array(all.iter().map(|one| self.fill(one)).collect()),
            Yaml::Mapping(all) => Json::Object(all.iter().map(|(name, one)| (text(name), self.fill(one))).collect::<Map<_, _>>()),
            Yaml::Tagged(tagged) => match tagged.tag.to_string().trim_start_matches('!') {
                "Ref" => self.reference(&text(&tagged.value)),
                "GetAtt" => Json::String(self.attribute(&text(&tagged.value))),
                "Sub" => Json::String(self.substituted(&text(&tagged.value))),
                "If" => self.fill(&tagged.value[if self.holds(&self.conditions[text(&tagged.value[0]).as_str()]) { 1 } else { 2 }]),
                other => panic!("these tests don't know !{other}"),
            },
        }
    }

    /// Whether a condition holds. What is equal is compared as text, as CloudFormation does.
    fn holds(&self, condition: &Yaml) -> bool {
        let Yaml::Tagged(tagged) = condition else { panic!("no condition: {condition:?}") };
        let word = |at: usize| match self.fill(&tagged.value[at]) {
            Json::String(text) => text,
            other => other.to_string(),
        };
        match tagged.tag.to_string().trim_start_matches('!') {
            "Not" => !self.holds(&tagged.value[0]),
            "Equals" => word(0) == word(1),
            other => panic!("these tests don't know the condition !{other}"),
        }
    }

    fn reference(&self, name: &str) -> Json {
        let word = |word: &str| Json::String(word.to_owned());
        match name {
            "AWS::NoValue" => Json::Null,
            "AWS::Region" => word("eu-west-2"),
            "AWS::AccountId" => word("111122223333"),
            "AWS::Partition" => word("aws"),
            "AWS::StackName" => word("hub"),
            "AWS::URLSuffix" => word("amazonaws.com"),
            _ if self.parameters.get(name).is_some() => self.parameters[name].get("Default").map_or_else(|| word(&sample(name)), |d| self.fill(d)),
            _ => word(&self.named(name)),
        }
    }

    /// What `!Ref` of a resource gives: its own name, where it has one; the ARN of a secret, as AWS has it.
    fn named(&self, name: &str) -> String {
        let resource = self.resources.get(name).unwrap_or_else(|| panic!("nothing is called {name}"));
        let own = ["TableName", "QueueName", "LogGroupName", "FunctionName", "EmailIdentity"]
            .into_iter()
            .chain(["Name"].into_iter().filter(|_| resource["Type"] == *"AWS::SES::ConfigurationSet"));
        let mut own = own.filter_map(|property| resource["Properties"].get(property));
        match text(&resource["Type"]).as_str() {
            "AWS::SecretsManager::Secret" => format!("arn:aws:secretsmanager:eu-west-2:111122223333:secret:{name}"),
            _ => own.next().map_or_else(|| name.to_owned(), |property| self.fill(property).as_str().unwrap_or_default().to_owned()),
        }
    }

    fn attribute(&self, path: &str) -> String {
        let (name, attribute) = path.split_once('.').unwrap_or((path, ""));
        let resource = self.resources.get(name).map(|r| text(&r["Type"])).unwrap_or_default();
        let named = || self.named(name);
        match (resource.as_str(), attribute) {
            ("AWS::DynamoDB::Table", "Arn") => format!("arn:aws:dynamodb:eu-west-2:111122223333:table/{}", named()),
            ("AWS::DynamoDB::Table", "StreamArn") => format!("arn:aws:dynamodb:eu-west-2:111122223333:table/{}/stream/new", named()),
            ("AWS::KMS::Key", "Arn") => format!("arn:aws:kms:eu-west-2:111122223333:key/{name}"),
            ("AWS::SQS::Queue", "Arn") => format!("arn:aws:sqs:eu-west-2:111122223333:{}", named()),
            ("AWS::Logs::LogGroup", "Arn") => format!("arn:aws:logs:eu-west-2:111122223333:log-group:{}:*", named()),
            ("AWS::IAM::Role", "Arn") => format!("arn:aws:iam::111122223333:role/{name}"),
            _ => path.to_owned(),
        }
    }

    fn substituted(&self, template: &str) -> String {
        let mut out = String::new();
        let mut rest = template;
        while let Some((before, after)) = rest.split_once("${") {
            let (name, behind) = after.split_once('}').expect("a name ends with }");
            out.push_str(before);
            match name.contains('.') {
                true => out.push_str(&self.attribute(name)),
                false => out.push_str(&match self.reference(name) {
                    Json::String(text) => text,
                    other => other.to_string(),
                }),
            }
            rest = behind;
        }
        out + rest
    }
}

/// A parameter that has no default, as somebody might set it.
fn sample(name: &str) -> String {
    match name {
        "Domain" => "hub.example.org".into(),
        "MailDomain" => "example.org".into(),
        "ContactEmail" | "AlarmEmail" => "team@example.org".into(),
        other => format!("({other})"),
    }
}
