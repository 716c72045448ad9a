#!/usr/bin/env bash
# sqlite-utils turns texts of NDJSON into numbers where the first hundred lines had numbers in that column: "01234" is 1234 then.
#
# One would guess: a text in JSON stays a text in SQLite, which can hold both in one column; or a column that turns out to be of two types is an error,
#   as it is in the primary key.
# What happens: the column's type is taken from the first batch of 100 lines. INTEGER has an affinity in SQLite, by which each later text that looks
#   like a number becomes one: "01234" and "+5" lose what made them texts, "9007199254740993.0" becomes another number, "1e2" is 100. "abc"
#   stays, so that a look at the column shows both types. The same lines with the texts first land as they are.
# Why it matters: postcodes, article numbers and ids of an older system are such texts, and whether they survive depends on the order of the lines.
# Seen with: sqlite-utils 4.2.1 (PyPI), Python 3.11, 2026-11-28.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check sqlite-utils==4.2.1
cd "$work"

cat >load.py <<'PY'
import json
import sqlite3
import subprocess
import sys

TEXTS = ["01234", "+5", "1e2", "9007199254740993.0", "abc"]
numbers = [{"id": f"n{number}", "code": 10000 + number} for number in range(100)]
texts = [{"id": f"t{number}", "code": text} for number, text in enumerate(TEXTS)]


def landed(name, rows):
    with open(name + ".ndjson", "w") as lines:
        lines.writelines(json.dumps(row) + "\n" for row in rows)
    subprocess.run([sys.argv[1], "upsert", name + ".db", "items", name + ".ndjson", "--nl", "--pk", "id", "--silent"], check=True)
    with sqlite3.connect(name + ".db") as database:
        seen = [code for (code,) in database.execute("SELECT code FROM items WHERE id LIKE 't%' ORDER BY id")]
    print(f"{name:14} {seen}")
    return seen


first = landed("texts first", texts + numbers)
late = landed("numbers first", numbers + texts)
as_seen = first == TEXTS and late == [1234, 5, 100, 9007199254740992, "abc"]
sys.exit(0 if as_seen else "findings: this has changed")
PY
"$work/venv/bin/python" load.py "$work/venv/bin/sqlite-utils"
