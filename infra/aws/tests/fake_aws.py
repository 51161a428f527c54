"""The commands `aws` and `sam` as far as the scripts use them, on a file in place of an account. Their queries are evaluated in earnest."""

import json
import os
import sys

import jmespath

from fake_account import NEW, Refused, answer, package

STATE = os.path.join(os.environ.get("FAKE_AWS", ""), "state.json")


def read():
    if not os.path.exists(STATE):
        return NEW
    with open(STATE, encoding="utf-8") as file:
        return json.load(file)


def write(state):
    with open(STATE, "w", encoding="utf-8") as file:
        json.dump(state, file)


def parsed(words):
    """What stands without a name, and what is named: a name without a value says yes."""
    plain, options, name = [], {}, None
    for word in words:
        if word.startswith("--"):
            name = word[2:]
            options[name] = True
        elif name == "parameter-overrides":
            options[name] = [*(options[name] if isinstance(options[name], list) else []), word]
        elif name and options[name] is True and not name.startswith("no-"):
            options[name] = word
        else:
            plain.append(word)
    return plain, options


def text(value):
    if isinstance(value, list):
        return "\n".join("\t".join(each) for each in value) if value and isinstance(value[0], list) else "\t".join(map(str, value))
    return str(value)


def main(program, words):
    state = read()
    state["calls"].append(" ".join([program, *words]))
    try:
        if program == "sam":
            value, options = package(state, parsed(words[1:])[1]), {}
        else:
            plain, options = parsed(words[2:])
            value = answer(state, " ".join(words[:2]), plain, options)
    except Refused as refused:
        print(refused, file=sys.stderr)
        return 254
    finally:
        write(state)
    if value is not None:
        value = jmespath.search(options["query"], value) if "query" in options else value
        print(text(value) if options.get("output") == "text" else json.dumps(value))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2:]))
