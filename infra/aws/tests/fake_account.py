"""An account in one dictionary: what the commands do to it, and what they refuse as the real ones do."""

import json
import os
import shutil

ACCOUNT, REGION = "111122223333", "eu-west-2"
NEW = {"calls": [], "stacks": {}, "buckets": {}, "tables": {}, "secrets": {}, "versions": {}, "keys": {}, "queue": [], "marked": [], "fail": False,
       "answered": [], "identities": {}, "limit": 1000}


class Refused(Exception):
    pass


def deploy(state, stack, options):
    with open(options["template-file"], encoding="utf-8") as file:
        template = file.read()
    bucket = options.get("s3-bucket")
    if not bucket and len(template) > 51200:
        raise Refused("Templates with a size greater than 51,200 bytes must be deployed via an S3 Bucket.")
    if bucket and bucket not in state["buckets"]:
        raise Refused(f"S3 error: The specified bucket does not exist: {bucket}")
    there = state["stacks"].get(stack)
    if there and there["StackStatus"] == "ROLLBACK_COMPLETE":
        raise Refused(f"ValidationError: {stack} is in ROLLBACK_COMPLETE state and can not be updated.")
    # A parameter that is not named keeps the value it had.
    before = there["Parameters"] if there else {}
    parameters = {**before, **dict(one.split("=", 1) for one in options["parameter-overrides"])}
    names = [f"{stack}-{table}" for table in ("hub", "public", "confidential", "outbox")]
    files = f"{stack}-{ACCOUNT}-{REGION}"
    domain, own = parameters["MailDomain"], parameters.get("SendsAlready") != "yes"
    if 7 * int(parameters.get("Concurrency", 0)) > state["limit"] - 100 * (parameters.get("Concurrency", "0") != "0"):
        raise Refused("Specified ReservedConcurrentExecutions decreases the account's UnreservedConcurrentExecution below its minimum value.")
    if not there:
        in_the_way = [name for name in names if name in state["tables"]] + [files] * (files in state["buckets"])
        for name in names:
            key = {"KMSMasterKeyArn": f"key-of-{stack}"} if name.endswith("confidential") else None
            state["tables"].setdefault(name, {"DeletionProtectionEnabled": True, "SSEDescription": key})
        in_the_way += [domain] * (own and domain in state["identities"])
        if in_the_way or state["fail"]:
            state["stacks"][stack] = {"StackStatus": "ROLLBACK_COMPLETE"}
            raise Refused("Failed to create/update the stack.")
        state["buckets"][files] = {}
        if own:
            state["identities"][domain] = stack
        state["keys"][f"key-of-{stack}"] = "Enabled"
        state["secrets"].update({f"{stack}/{name}": {} for name in ("link", "contact", "edge")})
        state["versions"].update({f"{stack}/{name}": {"first": ["AWSCURRENT"]} for name in ("link", "contact", "edge")})
    outputs = {"FilesBucket": files, "MailerDead": f"https://queue/{stack}-mailer-dead"}
    state["stacks"][stack] = {"StackStatus": "UPDATE_COMPLETE", "Template": template.splitlines()[-1], "Parameters": parameters,
                              **edge(state, stack, there or {}, before, parameters),
                              "Outputs": [{"OutputKey": key, "OutputValue": value} for key, value in outputs.items()]}


def accepted(state, stack):
    """The versions of the edge's secret that a function accepts which starts now."""
    return [version for version, stages in state["versions"][f"{stack}/edge"].items() if stages]


def current(versions):
    return next(version for version, stages in versions.items() if "AWSCURRENT" in stages)


def edge(state, stack, there, before, parameters):
    """What runs after an update: what the edge sends, which is looked up only where its text changed, and what the functions know that
    run; they are started anew only where a setting changed."""
    changed = {name for name in {*before, *parameters} if before.get(name) != parameters.get(name)}
    known = accepted(state, stack) if not there or "SecretsRead" in changed else there["Known"]
    version = parameters.get("EdgeSecretVersion") or current(state["versions"][f"{stack}/edge"])
    if version not in accepted(state, stack):
        raise Refused("Could not find a value associated with JSONKey in SecretString")
    sent = version if not there or "EdgeSecretVersion" in changed else there["Sent"]
    # While an update runs, old and new copies meet the old and the new edge.
    for one in {sent, there.get("Sent", sent)}:
        state["answered"].append(one in known and one in there.get("Known", known))
    return {"Sent": sent, "Known": known}


def put_version(state, secret, options):
    with open(options["secret-string"].removeprefix("file://"), encoding="utf-8") as file:
        value = file.read()
    if len(value) != 64:
        raise Refused(f"a secret of {len(value)} letters")
    versions = state["versions"][secret]
    version = f"{len(versions):032d}"
    for stages in versions.values():
        stages[:] = [stage for stage in stages if stage != options["version-stages"]]
    versions[version] = [options["version-stages"]]
    return {"VersionId": version}


def move_stage(state, secret, options):
    versions = state["versions"][secret]
    if options["version-stage"] not in versions[options["remove-from-version-id"]]:
        raise Refused("InvalidParameterException: the stage is not on that version")
    for stages in versions.values():
        stages[:] = [stage for stage in stages if stage not in ("AWSCURRENT", "AWSPREVIOUS")]
    versions[options["remove-from-version-id"]].append("AWSPREVIOUS")
    versions[options["move-to-version-id"]].append("AWSCURRENT")
    for name, stack in state["stacks"].items():
        if secret == f"{name}/edge":
            # A function may start at any time.
            state["answered"].append(stack["Sent"] in accepted(state, name))


def copy(state, source, target):
    bucket, key = (target if target.startswith("s3://") else source).removeprefix("s3://").split("/", 1)
    if bucket not in state["buckets"]:
        raise Refused(f"The specified bucket does not exist: {bucket}")
    if target.startswith("s3://"):
        with open(source, encoding="utf-8") as file:
            state["buckets"][bucket][key] = file.read()
    else:
        with open(target, "w", encoding="utf-8") as file:
            file.write(state["buckets"][bucket][key])


def sync(state, source, target, options):
    """Files by their names, each with its type and how long it may be kept; what is there stays unless `--delete` is said."""
    bucket, folder = target.removeprefix("s3://").split("/", 1)
    files = one(state["buckets"], bucket, "The specified bucket does not exist")
    if options["exclude"] != "*" or not options["include"].startswith("*."):
        raise Refused("these tests know one kind of file at a time")
    ending = options["include"].removeprefix("*")
    found = {f"{folder}/{name}" for name in os.listdir(source) if name.endswith(ending)}
    if "delete" in options:
        for gone in [name for name in files if name.startswith(f"{folder}/") and name.endswith(ending) and name not in found]:
            del files[gone]
    for name in found:
        files.setdefault(name, f"{options['content-type']} | {options['cache-control']}")


def one(all_of_them, name, error):
    if name not in all_of_them:
        raise Refused(error)
    return all_of_them[name]


def delete_stack(state, stack):
    del state["stacks"][stack]
    state["secrets"].pop(f"{stack}/edge", None)
    state["identities"] = {domain: owner for domain, owner in state["identities"].items() if owner != stack}


def delete_table(state, name):
    if one(state["tables"], name, "ResourceNotFoundException")["DeletionProtectionEnabled"]:
        raise Refused("Resource cannot be deleted as it is currently protected against deletion.")
    del state["tables"][name]


def delete_bucket(state, name):
    if state["buckets"][name]:
        raise Refused("BucketNotEmpty")
    del state["buckets"][name]


def invoke(state, options, answer):
    with open(options["payload"].removeprefix("fileb://"), encoding="utf-8") as file:
        event = json.load(file)
    address = event["detail"]["address"]
    if address == "broken@example.org":
        return {"StatusCode": 200, "FunctionError": "Unhandled"}
    state["marked"].append(address)
    with open(answer, "w", encoding="utf-8") as file:
        file.write("null")
    return {"StatusCode": 200}


def receive(state):
    visible = [message for message in state["queue"] if not message.get("hidden")][:1]
    for message in visible:
        message["hidden"] = True
    return {"Messages": visible} if visible else None


def answer(state, command, plain, o):
    if command == state.get("refuses"):
        raise Refused("ServiceUnavailableException")
    stack, table, bucket = o.get("stack-name"), o.get("table-name"), o.get("bucket")
    missing_stack = f"ValidationError: Stack with id {stack} does not exist"
    objects = state["buckets"].get(bucket, {})
    return {
        "sts get-caller-identity": lambda: {"Account": ACCOUNT},
        "cloudformation describe-stacks": lambda: {"Stacks": [one(state["stacks"], stack, missing_stack)]},
        "cloudformation deploy": lambda: deploy(state, stack, o),
        # What has the policy Retain stays.
        "cloudformation delete-stack": lambda: delete_stack(state, stack),
        "cloudformation wait": lambda: None,
        "s3 sync": lambda: sync(state, plain[0], plain[1], o),
        "s3 cp": lambda: copy(state, *plain),
        "s3api list-objects-v2": lambda: {"Contents": [{"Key": key} for key in objects if key.startswith(o["prefix"])] or None},
        "s3api head-bucket": lambda: one(state["buckets"], bucket, "An error occurred (404): Not Found") and None,
        "s3api list-object-versions": lambda: {"Versions": [{"Key": key, "VersionId": "1"} for key in objects] or None},
        "s3api delete-objects": lambda: [objects.pop(each["Key"]) for each in json.loads(o["delete"])["Objects"]] and None,
        "s3api delete-bucket": lambda: delete_bucket(state, bucket),
        "dynamodb describe-table": lambda: {"Table": one(state["tables"], table, "ResourceNotFoundException")},
        "dynamodb update-table": lambda: state["tables"][table].update(DeletionProtectionEnabled="no-deletion-protection-enabled" not in o),
        "dynamodb wait": lambda: None,
        "dynamodb delete-table": lambda: delete_table(state, table),
        "secretsmanager describe-secret": lambda: one(state["secrets"], o["secret-id"], "ResourceNotFoundException"),
        "secretsmanager delete-secret": lambda: state["secrets"][o["secret-id"]].update(DeletedDate="soon"),
        "secretsmanager list-secret-version-ids": lambda: {
            "Versions": [{"VersionId": version, "VersionStages": stages} for version, stages in state["versions"][o["secret-id"]].items() if stages]},
        "secretsmanager put-secret-value": lambda: put_version(state, o["secret-id"], o),
        "secretsmanager update-secret-version-stage": lambda: move_stage(state, o["secret-id"], o),
        "kms schedule-key-deletion": lambda: state["keys"].update({o["key-id"]: "PendingDeletion"}),
        "sesv2 get-email-identity": lambda: one(state["identities"], o["email-identity"], "NotFoundException: Email identity does not exist.") and {},
        "lambda get-account-settings": lambda: {"AccountLimit": {"ConcurrentExecutions": state["limit"]}},
        "lambda invoke": lambda: invoke(state, o, plain[0]),
        "sqs receive-message": lambda: receive(state),
        "sqs delete-message": lambda: state["queue"].remove(next(m for m in state["queue"] if m["ReceiptHandle"] == o["receipt-handle"])),
    }[command]()


def package(state, options):
    if "resolve-s3" not in options:
        raise Refused("Cannot use sam package without a bucket.")
    state["buckets"].setdefault("packages", {})
    state["stacks"]["aws-sam-cli-managed-default"] = {"Outputs": [{"OutputKey": "SourceBucket", "OutputValue": "packages"}]}
    shutil.copy(options["template-file"], options["output-template-file"])
