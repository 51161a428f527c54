"""Building, deploying, going back and taking down, by the scripts themselves on an account that is made up: `fake_aws.py` stands for `aws` and `sam`."""

import hashlib
import json
import os
import re
import shutil
import stat
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

SCRIPTS = Path(__file__).resolve().parent.parent
SETTINGS = """Region=eu-west-2
Certificate=arn:aws:acm:us-east-1:111122223333:certificate/0a1b2c3d-0000-0000-0000-000000000000
MailDomain=example.org
ContactEmail=team@example.org
AlarmEmail=alarms@example.org
"""
FILES = "hub-111122223333-eu-west-2"
FUNCTIONS = ["site", "events", "registrations", "stories", "desk", "mailer", "keeper"]


class Scripts(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = Path(folder.name)
        self.here, self.tools = self.root / "infra/aws", self.root / "target/aws/tools"
        shutil.copytree(SCRIPTS, self.here, ignore=shutil.ignore_patterns("tests", "settings", "settings.trial", "__pycache__"))
        (self.here / "settings").write_text(f"Stack=hub\nDomain=hub.example.org\n{SETTINGS}")
        (self.here / "settings.trial").write_text(f"Stack=trial\nDomain=trial.example.org\nSendsAlready=yes\n{SETTINGS}")
        (self.tools / "bin").mkdir(parents=True)
        shutil.copy(SCRIPTS / "requirements.txt", self.tools)
        python, fake = sys.executable, Path(__file__).with_name("fake_aws.py")
        self.command(self.tools / "bin/python", f'exec "{python}" "$@"')
        self.command(self.tools / "bin/aws", f'exec "{python}" "{fake}" aws "$@"')
        self.command(self.tools / "bin/sam", f'exec "{python}" "{fake}" sam "$@"')
        # Each look at the clock is a second later.
        self.command(self.tools / "bin/date", f'echo >>"{self.root}/looks"; printf "2026-01-01T00-00-%02dZ\\n" "$(wc -l <"{self.root}/looks")"')
        self.command(self.here / "build", "exit 0")
        self.assets = self.root / "target/site/assets"
        self.assets.mkdir(parents=True)
        self.asset("style.0a1b2c3d.css")
        self.build("one")

    def asset(self, name):
        (self.assets / name).write_text("x")

    def command(self, path, line):
        path.write_text(f"#!/bin/sh\n{line}\n")
        path.chmod(path.stat().st_mode | stat.S_IXUSR)

    def build(self, name):
        target = self.root / "target/aws/build/template.yaml"
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text((SCRIPTS / "template.yaml").read_text() + f"# {name}\n")

    def state(self):
        return json.loads((self.root / "state.json").read_text())

    def change(self, **values):
        (self.root / "state.json").write_text(json.dumps({**self.state(), **values}))

    def run_script(self, name, *words, typed="", fails=None):
        """Runs a script. Where it should fail, it says so in these words."""
        done = subprocess.run([self.here / name, *words], input=typed, text=True, capture_output=True, env={**os.environ, "FAKE_AWS": str(self.root)})
        said = done.stdout + done.stderr
        self.assertEqual(done.returncode == 0, fails is None, said)
        self.assertIn(fails or "", said)
        return said

    def running(self, stack="hub"):
        return self.state()["stacks"][stack]["Template"]

    def left(self):
        state = self.state()
        keys = [key for key, how in state["keys"].items() if how == "Enabled"]
        secrets = [name for name, about in state["secrets"].items() if not about]
        return sorted([*state["tables"], *secrets, *keys, *(set(state["buckets"]) - {"packages"})])

    def builds(self, **sizes):
        """The script itself, with commands that make binaries of so many bytes that nothing makes smaller; a thousand where none is named."""
        shutil.copy(SCRIPTS / "build", self.here)
        made = self.root / "made"
        made.mkdir(exist_ok=True)
        for name in FUNCTIONS:
            (made / name).write_bytes(os.urandom(sizes.get(name, 1000)))
        run = "run) mkdir -p target/site; echo '{}' >target/site/manifest.json ;;"
        one = f'lambda) for name; do :; done; mkdir -p "target/lambda/$name"; cp "{made}/$name" "target/lambda/$name/bootstrap" ;;'
        self.command(self.tools / "bin/cargo", f'echo "$*" >>"{self.root}/asked"\ncase $1 in\n{run}\n{one}\n*) exit 1 ;;\nesac')
        lines = [f'mkdir -p "$5/{name.capitalize()}Function"; cp "{made}/{name}" "$5/{name.capitalize()}Function/bootstrap"' for name in FUNCTIONS]
        self.command(self.tools / "bin/sam", "\n".join(['[ "$1 $2 $4" = "build --template --build-dir" ] && [ -f "$3" ] || exit 1', "[ -f target/aws/manifest/manifest.json ] || exit 1", *lines]))
        return {name: hashlib.sha256((made / name).read_bytes()).hexdigest() for name in FUNCTIONS}

    def test_a_build_says_how_large_each_function_is_and_refuses_what_would_start_slowly(self):
        hashes = self.builds()
        said = self.run_script("build")
        lines = re.findall(r"^([0-9a-f]{64}) +([0-9]+)  ([a-z]+)$", said, re.MULTILINE)
        self.assertEqual([(name, found) for found, _, name in lines], list(hashes.items()))
        self.assertTrue(all(1000 <= int(size) < 2000 for _, size, _ in lines), "as a zip: " + said)
        self.assertNotIn("MB", said)
        self.builds(desk=4_100_000)
        self.assertIn("Over the 4 MB that a zip should have: desk.", self.run_script("build"))
        self.builds(desk=4_100_000, mailer=15_100_000)
        said = self.run_script("build", fails="Larger than 15 MB as a zip: mailer. Nothing is deployed like that.")
        self.assertIn("Over the 4 MB that a zip should have: desk mailer.", said)

    def test_one_function_is_built_by_its_name_and_no_other_word_is_taken_for_one(self):
        hashes = self.builds()
        self.assertIn(hashes["mailer"], self.run_script("build", "mailer"))
        self.run_script("build", "mailers", fails="There is no function mailers. There are: site events registrations stories desk mailer keeper.")
        self.run_script("build", "site", "desk", fails="Name one function, or none for all of them.")
        asked = (self.root / "asked").read_text().splitlines()
        self.assertEqual(asked, ["lambda build --release --arm64 --locked --package mailer --bin mailer"], "what is refused builds nothing")

    def test_deploying_keeps_releases_and_puts_files_before_the_pages_that_name_them(self):
        self.run_script("deploy")
        self.build("two")
        self.run_script("deploy")
        self.assertEqual(self.running(), "# two")
        kinds = [call for call in self.state()["calls"] if call.startswith(("aws cloudformation deploy", "aws s3 sync"))]
        self.assertEqual(["deploy" in call for call in kinds], [True] + 12 * [False] + [True], "the bucket is made by the first deployment")
        releases = {name: text for name, text in self.state()["buckets"][FILES].items() if name.startswith("releases/")}
        self.assertEqual([text.splitlines()[-1] for _, text in sorted(releases.items())], ["# one", "# two"])

    def test_files_are_kept_for_good_each_as_what_it_is(self):
        types = {"css": "text/css;charset=utf-8", "js": "text/javascript;charset=utf-8", "wasm": "application/wasm", "svg": "image/svg+xml",
                 "png": "image/png", "woff2": "font/woff2"}
        for ending in types:
            self.asset(f"one.0a1b2c3d.{ending}")
        self.run_script("deploy")
        there = {name: how for name, how in self.state()["buckets"][FILES].items() if name.startswith("assets/one.")}
        forever = "public, max-age=31536000, immutable"
        self.assertEqual(there, {f"assets/one.0a1b2c3d.{ending}": f"{kind} | {forever}" for ending, kind in types.items()})
        (self.assets / "one.0a1b2c3d.css").unlink()
        self.asset("one.4e5f6a7b.css")
        self.run_script("deploy")
        files = self.state()["buckets"][FILES]
        for name in ("assets/one.0a1b2c3d.css", "assets/one.4e5f6a7b.css"):
            self.assertIn(name, files, "a page of before may still name the old one")
        self.asset("one.0a1b2c3d.avif")
        self.run_script("deploy", fails="doesn't know what kind of file")

    def test_going_back_never_leads_to_what_was_left(self):
        for name in ["one", "two", "three"]:
            self.build(name)
            self.run_script("deploy")
        newest = self.run_script("roll-back", "--list").split()[-1]
        # What it was built from is said by the release that runs.
        releases = self.state()["buckets"][FILES]
        renamed = {name.replace("-none", f"-abcd{number}"): text for number, (name, text) in enumerate(sorted(releases.items()))}
        self.change(buckets={**self.state()["buckets"], FILES: renamed})
        newest = newest.replace("-none", "-abcd3")
        for name in ["two", "one"]:
            self.run_script("roll-back")
            self.assertEqual(self.running(), f"# {name}")
        self.assertEqual(self.state()["stacks"]["hub"]["Parameters"]["Commit"], "abcd1")
        self.run_script("roll-back", fails="no release before")
        self.run_script("roll-back", newest)
        self.assertEqual(self.running(), "# three")
        self.run_script("roll-back", newest, fails="in use already")
        self.run_script("roll-back")
        self.assertEqual(self.running(), "# one", "from three one comes back to what stood before it")

    def test_what_people_wrote_stays_until_somebody_says_everything(self):
        self.run_script("deploy")
        before = [name for name in self.left() if name != "hub/edge"]
        words = ("--settings", self.here / "settings")
        self.run_script("tear-down", *words, typed="other\n", fails="Nothing was done")
        self.assertIn("hub", self.state()["stacks"])
        self.run_script("tear-down", *words, typed="hub\n")
        self.assertNotIn("hub", self.state()["stacks"])
        self.assertEqual(self.left(), before)
        self.run_script("tear-down", *words, typed="hub\n", fails="--everything destroys")
        self.run_script("tear-down", *words, "--everything", typed="hub\n")
        self.assertEqual(self.left(), [])
        self.run_script("tear-down", *words, "--everything", typed="hub\n", fails="There is nothing of hub")

    def test_a_first_deployment_that_fails_can_be_taken_away(self):
        self.run_script("roll-back", fails="There is no stack hub")
        self.change(fail=True)
        self.run_script("deploy", fails="Failed to create")
        self.change(fail=False)
        self.run_script("deploy", fails="--everything")
        self.run_script("tear-down", "--settings", self.here / "settings", "--everything", typed="hub\n")
        self.assertEqual(self.left(), [])
        self.run_script("deploy")
        self.assertEqual(self.running(), "# one")

    def test_a_trial_leaves_the_real_one_alone(self):
        self.run_script("deploy")
        before = self.left()
        self.run_script("trial")
        self.assertEqual(self.running("trial"), "# one")
        self.run_script("trial", "tear-down", typed="trial\n")
        self.assertEqual((self.left(), self.running()), (before, "# one"))
        (self.here / "settings.trial").write_text((self.here / "settings").read_text())
        self.run_script("trial", fails="A trial needs its own")

    def setting(self, name, text, file="settings"):
        """Puts this line in the place of all that set the same."""
        lines = [line for line in (self.here / file).read_text().splitlines() if not line.startswith(f"{name}=")]
        (self.here / file).write_text("\n".join([*lines, *([f"{name}={text}"] if text else [])]) + "\n")

    def test_a_domain_that_the_account_sends_from_already_is_shared_not_made_twice(self):
        self.run_script("deploy")
        self.setting("SendsAlready", None, "settings.trial")
        self.run_script("trial", fails="Add SendsAlready=yes")
        self.assertNotIn("trial", self.state()["stacks"])
        self.setting("SendsAlready", "yes", "settings.trial")
        self.run_script("trial")
        self.run_script("trial", "tear-down", typed="trial\n")
        self.assertEqual(self.state()["identities"], {"example.org": "hub"}, "what the trial shares stays")
        self.setting("MailDomain", "example.net", "settings.trial")
        self.run_script("trial", fails="SES doesn't know example.net in eu-west-2")

    def test_a_new_account_reserves_nothing_and_is_told_why(self):
        self.run_script("roll-back", fails="There is no stack hub")
        self.change(limit=10)
        self.setting("Concurrency", "5")
        self.run_script("deploy", fails="Concurrency=5 would reserve 35 of the 10 functions")
        self.assertNotIn("hub", self.state()["stacks"])
        self.setting("Concurrency", "0")
        self.run_script("deploy")
        self.change(limit=1000)
        self.setting("Concurrency", "5")
        self.run_script("deploy")

    def stages(self, secret):
        return {version: sorted(stages) for version, stages in self.state()["versions"][secret].items()}

    def test_a_changed_edge_secret_is_known_to_functions_before_the_edge_sends_it(self):
        self.run_script("change-secret", "edge", fails="There is no stack hub")
        self.run_script("deploy")
        for _ in range(3):
            self.run_script("change-secret", "edge")
        newest = "3".zfill(32)
        self.assertEqual(self.stages("hub/edge")[newest], ["AWSCURRENT", "AWSPENDING"])
        self.assertEqual(self.state()["stacks"]["hub"]["Sent"], newest)
        # A deployment keeps what the command set.
        self.build("two")
        self.run_script("deploy")
        self.assertEqual((self.state()["stacks"]["hub"]["Sent"], self.running()), (newest, "# two"))
        answered = self.state()["answered"]
        self.assertTrue(len(answered) > 10 and all(answered), answered)

    def test_a_change_that_was_interrupted_is_taken_up_and_no_request_is_refused(self):
        self.run_script("deploy")
        for number, refused in enumerate(["s3 cp", "cloudformation deploy", "secretsmanager update-secret-version-stage"]):
            self.change(refuses=refused)
            self.run_script("change-secret", "edge", fails="ServiceUnavailable")
            self.change(refuses=None)
            self.run_script("change-secret", "edge")
            self.assertEqual(len(self.stages("hub/edge")), number + 2, "the version that was begun is used")
        self.assertTrue(all(self.state()["answered"]))

    def test_the_edge_s_new_secret_alone_would_be_refused_by_what_runs(self):
        """The twin: what the command does in steps fails where it is done at once."""
        self.run_script("deploy")
        versions = self.state()["versions"]
        versions["hub/edge"]["new"] = ["AWSPENDING"]
        self.change(versions=versions)
        self.setting("EdgeSecretVersion", "0" * 32)
        self.run_script("change-secret", "edge", fails="take the line EdgeSecretVersion out")
        versions["hub/edge"]["0" * 32] = versions["hub/edge"].pop("new")
        self.change(versions=versions)
        self.run_script("deploy")
        self.assertFalse(all(self.state()["answered"]))

    def test_a_changed_link_secret_leaves_the_edge_alone(self):
        self.run_script("deploy")
        self.run_script("change-secret", "link")
        self.assertEqual(self.stages("hub/link"), {"first": ["AWSPREVIOUS"], "1".zfill(32): ["AWSCURRENT", "AWSPENDING"]})
        self.assertEqual(self.state()["stacks"]["hub"]["Sent"], "first")
        put = [call for call in self.state()["calls"] if "put-secret-value" in call]
        self.assertTrue(len(put) == 1 and "--secret-string file://" in put[0], "no value stands in a command line")
        self.run_script("change-secret", "contact", fails="doesn't know contact")
        self.run_script("change-secret", fails="Name the secret")

    def test_bounces_are_worked_through_again_and_leave_the_queue(self):
        self.run_script("deploy")
        returned = [{"source": "aws.ses", "detail": {"address": f"{name}@example.org"}} for name in ["bo", "ama"]]
        bodies = [returned[0], {"DDBStreamBatchInfo": {}}, {"requestPayload": returned[1]}]
        self.change(queue=[{"Body": json.dumps(body), "ReceiptHandle": f"handle {number}"} for number, body in enumerate(bodies)])
        self.assertIn("worked through: 2. Other messages, which stay: 1.", self.run_script("replay-bounces"))
        self.assertEqual(self.state()["marked"], ["bo@example.org", "ama@example.org"])
        self.assertEqual([message["ReceiptHandle"] for message in self.state()["queue"]], ["handle 1"])
        broken = {"source": "aws.ses", "detail": {"address": "broken@example.org"}}
        self.change(queue=[{"Body": json.dumps(broken), "ReceiptHandle": "handle"}])
        self.assertNotIn("broken@", self.run_script("replay-bounces", fails="The mailer failed"))
        self.assertEqual(len(self.state()["queue"]), 1)


if __name__ == "__main__":
    unittest.main()
