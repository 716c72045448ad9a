#!/usr/bin/env bash
# DuckDB's read_json drops a member that only the 33rd file or a later one has, and rounds a number to the integers of the first 32.
#
# One would guess: sample_size = -1, "look at everything", looks at everything; or a record that does not fit the schema is an error, as it is
#   within the first file.
# What happens: the schema comes from the first 32 files (maximum_sample_files), whatever sample_size says. In later files a member that is not
#   in it is left out, and 19.99 in a column of integers is 20. No error, no warning. union_by_name = true or maximum_sample_files = -1 read all.
# Why it matters: a lake that is read object by object has its newest members in its last objects.
# Seen with: duckdb 2.0.1 (PyPI), 2026-11-27.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check duckdb==2.0.1
cd "$work"

venv/bin/python - <<'PY'
import json
import pathlib

import duckdb

for number in range(40):
    record = {"id": number, "price": number}
    if number == 38:
        record = {"id": number, "price": 19.99, "note": "the newest member"}
    pathlib.Path(f"{number:02}.ndjson").write_text(json.dumps(record) + "\n")


def row(options):
    query = f"SELECT * FROM read_json('*.ndjson'{options}) WHERE id = 38"
    found = duckdb.sql(query).fetchall()[0]
    print(f"{options or '(defaults)':32} {found}")
    return found


assert row("") == (38, 20)
assert row(", sample_size = -1") == (38, 20)
assert row(", union_by_name = true") == (38, 19.99, "the newest member")
assert row(", maximum_sample_files = -1") == (38, 19.99, "the newest member")
PY
echo "as stated"
