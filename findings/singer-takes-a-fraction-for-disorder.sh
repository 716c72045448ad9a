#!/usr/bin/env bash
# Singer's SDK aborts a stream that is sorted by time as soon as a time with a fraction of a second follows one without in the same second.
#
# One would guess: a replication key that the schema declares date-time is compared as a time, or at least the check of a sorted stream knows that
#   10:00:00Z is before 10:00:00.5Z.
# What happens: the texts are compared, and "." sorts before "Z": the stream is "unsorted" and the sync ends with an error, each time, at the same
#   record. Writers that leave out a fraction of zero are common (Java's Instant.toString, Go's RFC3339Nano, .NET's F). An offset that changes
#   with daylight saving, such as 02:30:00+02:00 before 02:10:00+01:00, does the same once a year.
# Why it matters: is_sorted = True is what makes a sync resumable there; without it an interrupted backfill begins anew.
# Seen with: singer-sdk 0.54.9 (PyPI), Python 3.11, 2026-11-28.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check singer-sdk==0.54.9
cd "$work"

cat >sorted.py <<'PY'
import contextlib
import io
import logging
import sys

from singer_sdk import Stream, Tap
from singer_sdk import typing as th
from singer_sdk.exceptions import InvalidStreamSortException

SERIES = {
    "whole seconds": ["2026-05-01T10:00:00Z", "2026-05-01T10:00:01Z"],
    "fractions throughout": ["2026-05-01T10:00:00.0Z", "2026-05-01T10:00:00.5Z"],
    "a fraction of zero left out": ["2026-05-01T10:00:00Z", "2026-05-01T10:00:00.5Z"],
    "the hour that comes twice": ["2026-10-25T02:30:00+02:00", "2026-10-25T02:10:00+01:00"],
}


class Items(Stream):
    name = "items"
    replication_key = "updated_at"
    is_sorted = True
    schema = th.PropertiesList(
        th.Property("id", th.IntegerType), th.Property("updated_at", th.DateTimeType)
    ).to_dict()
    times = []

    def get_records(self, context):
        for number, time in enumerate(self.times):
            yield {"id": number, "updated_at": time}


class Source(Tap):
    name = "tap-items"
    config_jsonschema = th.PropertiesList().to_dict()

    def discover_streams(self):
        return [Items(self)]


def outcome(times):
    Items.times = times
    with contextlib.redirect_stdout(io.StringIO()):
        tap = Source(config={}, catalog=None, state={}, parse_env_config=False)
        logging.disable(logging.CRITICAL)
        try:
            tap.sync_all()
        except InvalidStreamSortException as e:
            return "refused: " + str(e)
    return "read"


seen = {}
for what, times in SERIES.items():
    seen[what] = outcome(times)
    print(f"{what:28} {seen[what]}")
refused = {what for what, said in seen.items() if said.startswith("refused: Unsorted data detected")}
expected = {"a fraction of zero left out", "the hour that comes twice"}
sys.exit(0 if refused == expected and "read" in seen["whole seconds"] else "findings: this has changed")
PY
"$work/venv/bin/python" sorted.py 2>errors || { cat errors >&2; exit 1; }
