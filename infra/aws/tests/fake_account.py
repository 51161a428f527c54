"""An account in one dictionary: what the commands do to it, and what they refuse as the real ones do."""

import json
import shutil

ACCOUNT, REGION = "111122223333", "eu-west-2"
NEW = {"calls": [], "stacks": {}, "buckets": {}, "tables": {}, "secrets": {}, "keys": {}, "queue": [], "marked": [], "fail": False}


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
    names = [f"{stack}-{table}" for table in ("hub", "public", "confidential", "outbox")]
    files = f"{stack}-{ACCOUNT}-{REGION}"
    if not there:
        in_the_way = [name for name in names if name in state["tables"]] + [files] * (files in state["buckets"])
        for name in names:
            key = {"KMSMasterKeyArn": f"key-of-{stack}"} if name.endswith("confidential") else None
            state["tables"].setdefault(name, {"DeletionProtectionEnabled": True, "SSEDescription": key})
        if in_the_way or state["fail"]:
            state["stacks"][stack] = {"StackStatus": "ROLLBACK_COMPLETE"}
            raise Refused("Failed to create/update the stack.")
        state["buckets"][files] = {}
        state["keys"][f"key-of-{stack}"] = "Enabled"
        state["secrets"].update({f"{stack}/{name}": {} for name in ("link", "contact", "edge")})
    outputs = {"FilesBucket": files, "MailerDead": f"https://queue/{stack}-mailer-dead"}
    state["stacks"][stack] = {"StackStatus": "UPDATE_COMPLETE", "Template": template.splitlines()[-1],
                              "Outputs": [{"OutputKey": key, "OutputValue": value} for key, value in outputs.items()]}


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


def one(all_of_them, name, error):
    if name not in all_of_them:
        raise Refused(error)
    return all_of_them[name]


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
    stack, table, bucket = o.get("stack-name"), o.get("table-name"), o.get("bucket")
    missing_stack = f"ValidationError: Stack with id {stack} does not exist"
    objects = state["buckets"].get(bucket, {})
    return {
        "sts get-caller-identity": lambda: {"Account": ACCOUNT},
        "cloudformation describe-stacks": lambda: {"Stacks": [one(state["stacks"], stack, missing_stack)]},
        "cloudformation deploy": lambda: deploy(state, stack, o),
        # What has the policy Retain stays.
        "cloudformation delete-stack": lambda: (state["stacks"].pop(stack), state["secrets"].pop(f"{stack}/edge", None)) and None,
        "cloudformation wait": lambda: None,
        "s3 sync": lambda: one(state["buckets"], plain[1].split("/")[2], "The specified bucket does not exist") and None,
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
        "kms schedule-key-deletion": lambda: state["keys"].update({o["key-id"]: "PendingDeletion"}),
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
