#!/usr/bin/env bash
# In DuckDB a member taken out of a JSON value is another text than the value holds, even as text, and even on its way to DECIMAL.
#
# One would guess: JSON is kept as text (it is: selecting the value gives it back as it was), `->` gives the member's own text, `->>` the same
#   without quotes, and a cast of that text to DECIMAL(38, 2) is exact.
# What happens: each of them parses the number as a double and writes that: 1.10 is '1.1', 12345678901234567.89 is '12345678901234568.0', and the
#   DECIMAL is 12345678901234568.00. json() and an object around the number do the same. from_json with a DECIMAL in its structure is exact.
# Why it matters: the usual advice is to read a line as JSON or text and to take its members by `->>`; the cents are gone without a warning.
# Seen with: duckdb 2.0.1 (PyPI), Python 3.11, 2026-11-28.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check duckdb==2.0.1
cd "$work"

cat >members.py <<'PY'
import sys

import duckdb

LINE = '{"small":1.10,"large":12345678901234567.89}'
CASES = {
    "line::JSON": LINE,
    "line::JSON->'small'": "1.1",
    "line::JSON->>'small'": "1.1",
    "line::JSON->>'large'": "12345678901234568.0",
    "(line::JSON->'large')::DECIMAL(38, 2)": "12345678901234568.00",
    "json(line)": '{"small":1.1,"large":12345678901234568.0}',
    """from_json(line, '{"large":"DECIMAL(38, 2)"}').large""": "12345678901234567.89",
}
database = duckdb.connect()
changed = False
for expression, as_seen in CASES.items():
    seen = str(database.execute(f"SELECT {expression} FROM (SELECT ? AS line)", [LINE]).fetchone()[0])
    changed |= seen != as_seen
    print(f"{expression:52} {seen}")
sys.exit("findings: this has changed" if changed else 0)
PY
"$work/venv/bin/python" members.py
