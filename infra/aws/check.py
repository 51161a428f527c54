"""Steps of infra/aws/check and infra/aws/deploy: what SAM makes of the template, whether every finding is explained, whether a deployment's
settings make sense."""

import json
import re
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


def declared(source):
    """The template's parameters."""
    from samcli.yamlhelper import yaml_parse

    with open(source, encoding="utf-8") as file:
        return yaml_parse(file.read())["Parameters"]


def fits(parameter, value):
    """Whether a parameter takes a value, as CloudFormation decides it."""
    if parameter["Type"] == "Number":
        return bool(re.fullmatch(r"-?[0-9]+", value)) and parameter["MinValue"] <= int(value) <= parameter["MaxValue"]
    whole = re.fullmatch(parameter.get("AllowedPattern", "(?s).*"), value)
    return bool(whole) and len(value) <= parameter.get("MaxLength", 4096) and value in parameter.get("AllowedValues", [value])


def refusals(parameters, given):
    """One line for each setting that makes no sense or is missing."""
    values = dict(one.split("=", 1) for one in given)
    lines = [f"There is no parameter {name}." for name in values if name not in parameters]
    for name, parameter in parameters.items():
        if name not in values:
            lines += [] if "Default" in parameter else [f"{name} is missing. {parameter['Description']}"]
        elif not fits(parameter, values[name]):
            takes = parameter.get("ConstraintDescription") or " or ".join(parameter.get("AllowedValues", [])) or f"at most {parameter['MaxLength']} letters."
            lines.append(f"{name}={values[name]} makes no sense. It takes {takes}")
    return lines


def sensible(source, *given):
    """Whether a deployment's settings make sense."""
    lines = refusals(declared(source), given)
    print("".join(line + "\n" for line in lines), end="", file=sys.stderr)
    return 1 if lines else 0


def senseless(source):
    """Shows that what makes no sense is refused, in one line each, and what makes sense is not."""
    good = {"Domain": "hub.example.org", "MailDomain": "example.org", "ContactEmail": "team@example.org", "AlarmEmail": "alarms@example.org",
            "Certificate": "arn:aws:acm:us-east-1:111122223333:certificate/0a1b2c3d-0000-0000-0000-000000000000"}
    bad = {"Domain": "https://hub.example.org", "Certificate": good["Certificate"].replace("us-east-1", "eu-west-2"), "AlarmEmail": "nobody",
           "RequestsPerSecond": "5", "Concurrency": "1000", "MonthlyBudget": "plenty", "ReadOnly": "perhaps", "SendsAlready": "maybe", "ContactName": "x" * 101,
           "SenderName": "Hub <hub@example.org>", "EdgeSecretVersion": "AWSCURRENT", "SecretsRead": "again", "Commit": "the newest",
           "Colour": "blue"}
    parameters = declared(source)
    told = {name: refusals(parameters, [f"{n}={v}" for n, v in {**good, name: value}.items()]) for name, value in bad.items()}
    wrong = [f"{name}={bad[name]}: {lines}" for name, lines in told.items() if len(lines) != 1 or name not in lines[0]]
    wrong += refusals(parameters, [f"{n}={v}" for n, v in good.items()])
    wrong += [] if len(refusals(parameters, [])) == len(good) else ["what is missing is not named"]
    print("\n".join(wrong) or f"Settings: {len(bad)} that make no sense are refused in one line each.")
    return 1 if wrong else 0


STEPS = {"transform": transform, "findings": findings, "sensible": sensible, "senseless": senseless}

if __name__ == "__main__":
    step, *files = sys.argv[1:]
    sys.exit(STEPS[step](*files))
