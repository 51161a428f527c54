//! The deployment's template, read as the tests need it: every resource with its references filled in, for a stack named `hub`.

mod names;

use std::path::Path;
use std::sync::LazyLock;

use serde_json::{Map, Value as Json};
use yaml_serde::Value as Yaml;

/// The template with its references filled in.
#[derive(Debug)]
pub struct Template {
    resources: Map<String, Json>,
    parameters: Yaml,
    globals: Json,
}

impl Template {
    /// `infra/aws/template.yaml`, read once.
    ///
    /// # Panics
    /// Where it can't be read.
    pub fn get() -> &'static Self {
        static READ: LazyLock<Template> = LazyLock::new(|| {
            let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../infra/aws/template.yaml");
            Template::of(&std::fs::read_to_string(path).expect("infra/aws/template.yaml is there"))
        });
        &READ
    }

    /// From its text.
    ///
    /// # Panics
    /// Where it is no template, or uses something that these tests don't understand: they say what.
    pub fn of(text: &str) -> Self {
        let whole: Yaml = yaml_serde::from_str(text).expect("the template is YAML");
        let names = names::Names::of(&whole);
        let resources = whole["Resources"].as_mapping().expect("the template has resources");
        let resources = resources.iter().map(|(name, resource)| (names::text(name), names.fill(resource))).collect();
        Self { resources, parameters: whole["Parameters"].clone(), globals: names.fill(&whole["Globals"]["Function"]) }
    }

    /// A resource's properties, by its name in the template.
    pub fn properties(&self, name: &str) -> &Json {
        &self.resources[name]["Properties"]
    }

    /// A whole resource.
    pub fn resource(&self, name: &str) -> &Json {
        &self.resources[name]
    }

    /// The resources of a type, with their names.
    pub fn of_type<'a>(&'a self, kind: &'a str) -> impl Iterator<Item = (&'a str, &'a Json)> {
        self.resources.iter().filter(move |(_, r)| r["Type"] == kind).map(|(name, r)| (name.as_str(), &r["Properties"]))
    }

    /// The properties of a function, by the name of its crate.
    ///
    /// # Panics
    /// Where there is none.
    pub fn function(&self, function: &str) -> &Json {
        let name = format!("hub-{function}");
        let found = self.of_type("AWS::Serverless::Function").find(|(_, p)| p["FunctionName"] == name.as_str());
        found.unwrap_or_else(|| panic!("the template has no function {function}")).1
    }

    /// What all functions have in common.
    pub fn globals(&self) -> &Json {
        &self.globals
    }

    /// The parameters as they are declared.
    pub fn parameters(&self) -> &Yaml {
        &self.parameters
    }
}
