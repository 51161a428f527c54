"""Two steps of infra/aws/check: what SAM makes of the template, and whether every finding is explained."""

import json
import sys


def transform(source, target):
    """Writes the template as CloudFormation gets it, without network and account."""
    from samcli.yamlhelper import yaml_parse
    from samtranslator.translator.transform import transform as translate

    class NoManagedPolicies:
        def load(self):
            return {}

    with open(source, encoding="utf-8") as file:
        template = yaml_parse(file.read())
    # The translator wants code in S3 already, as `sam package` puts it there.
    for resource in template["Resources"].values():
        if resource["Type"] == "AWS::Serverless::Function":
            resource["Properties"]["CodeUri"] = "s3://packaged/code.zip"
        if resource["Type"] == "AWS::Serverless::LayerVersion":
            resource["Properties"]["ContentUri"] = "s3://packaged/layer.zip"
    made = translate(template, {}, NoManagedPolicies())
    # Only the builder reads these.
    for resource in made["Resources"].values():
        resource.get("Metadata", {}).pop("BuildMethod", None)
        resource.get("Metadata", {}).pop("BuildProperties", None)
    with open(target, "w", encoding="utf-8") as file:
        json.dump(made, file, indent=1, default=str)


def findings(source, accepted):
    """Fails on a finding without a reason, and on a reason without a finding. Prints both counts."""
    with open(source, encoding="utf-8") as file:
        report = json.load(file)
    results, passed = report["results"], report["summary"]["passed"]
    found = {(check["check_id"], check["resource"]): check["check_name"] for check in results["failed_checks"]}
    reasons = {}
    with open(accepted, encoding="utf-8") as file:
        for line in file:
            if line.strip() and not line.startswith("#"):
                check, resources, reason = (part.strip() for part in line.split("|", 2))
                for resource in resources.split():
                    reasons[(check, resource)] = reason
    # `AWS::Lambda::Function.*` explains a finding for all of that type.
    whole = {key: (key[0], key[1].split(".")[0] + ".*") for key in found}
    unexplained = sorted(key for key in found if key not in reasons and whole[key] not in reasons)
    stale = sorted(key for key in reasons if key not in found and key not in whole.values())
    for check, resource in unexplained:
        print(f"{check} {resource}: {found[(check, resource)]}. Mend it, or explain it in infra/aws/accepted.")
    for check, resource in stale:
        print(f"{check} {resource}: explained in infra/aws/accepted, but not found any more. Take it out.")
    print(f"checkov: {passed} checks passed, {len(found)} findings, {len(unexplained)} of them without a reason.")
    return 1 if unexplained or stale or not passed else 0


if __name__ == "__main__":
    step, *files = sys.argv[1:]
    sys.exit(transform(*files) if step == "transform" else findings(*files))
