"""The raw lines of a resource as rows, without a table: what ../query.md says for readers that have Python."""

import gzip
import json
import pathlib
import re
from datetime import datetime, timezone
from fractions import Fraction

# `_tidemark` is the last member of a line, in this order of its own members; inside of a JSON text its quotes would be escaped.
SCALAR = r'(null|"(?:[^"\\]|\\.)*"|[^",}]+)'
TAIL = re.compile(
    r',?"_tidemark":\{"run":"([^"]+)","batch":([0-9]+),"fetchedAt":"([^"]+)","op":"(upsert|delete)","version":'
    + SCALAR + r"(?:,\"parent\":" + SCALAR + r')?(?:,"generation":([0-9]+))?\}\}$')


def manifests(lake, connection, resource):
    """Those of the schema version that is the state."""
    all_of_it = [json.loads(path.read_text()) for path in pathlib.Path(lake, "manifests", connection, resource).glob("*.json")]
    newest = max(all_of_it, key=lambda one: (one["checkpoint"] is not None, one["completedAt"], one["startedAt"], one["run"]))
    return [one for one in all_of_it if one["schemaVersion"] == newest["schemaVersion"]]


def objects(lake, connection, resource):
    """The files that manifests list; others count for nothing."""
    runs = sorted(manifests(lake, connection, resource), key=lambda one: (one["startedAt"], one["run"]))
    return [str(pathlib.Path(lake, entry["key"])) for run in runs for entry in run["objects"]]


def version_type(lake, connection, resource):
    """`instant`, `integer`, `number`, or none."""
    order = manifests(lake, connection, resource)[0]["order"]
    return next((one.split(":")[1] for one in order if one.startswith("version:")), None)


def rank(version, kind):
    """A version as what it is; what cannot be read as that is lowest."""
    text = json.loads(version) if version.startswith('"') else version
    try:
        if kind == "instant":
            whole, fraction, zone = re.fullmatch(r"([^.]{19})(?:\.([0-9]+))?(Z|[+-]..:?..)", text).groups()
            at = datetime.fromisoformat(whole + zone.replace("Z", "+00:00"))
            return int(at.astimezone(timezone.utc).timestamp()) + Fraction(int(fraction or 0), 10 ** len(fraction or ""))
        return Fraction(text)
    except (AttributeError, ValueError):
        return Fraction(-(2**63))


def state(lines, kind):
    """Of lines in the order of the lake: id as JSON text, with its parent's, to the record that counts.

    The id is the member `id`; where a definition names others, take these.
    """
    counts = {}
    for line in lines:
        tail = TAIL.search(line)
        run, batch, fetched, op, version, parent, generation = tail.groups()
        record = line[: tail.start()] + "}"
        identity = (parent, json.dumps(json.loads(record).get("id")))
        order = (int(generation or 0), rank(version, kind), fetched, run[:16], int(batch))
        if identity not in counts or order >= counts[identity][0]:
            counts[identity] = (order, op, record)
    return {identity: record for identity, (_, op, record) in counts.items() if op == "upsert"}


def read(paths):
    """Every line of gzip files, in their order."""
    for path in paths:
        with gzip.open(path, "rt", encoding="utf-8", newline="\n") as lines:
            for line in lines:
                yield line.rstrip("\n")
