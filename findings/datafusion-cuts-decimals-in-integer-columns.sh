#!/usr/bin/env bash
# DataFusion reads 2.5 as 2 from NDJSON where a column is an integer, declared or inferred, and refuses only texts.
#
# One would guess: a value that does not fit a declared Int64 is an error, as "19.99" in quotes is.
# What happens: 2.5 is 2, -2.5 is -2, and 9007199254740993.0 goes through a double and is ...992. A schema that is inferred looks at the first
#   1,000 records: a price of 2.5 behind a thousand whole ones is 2, and a member that comes later is left out. Texts are an error.
# Why it matters: an amount that is whole in the first thousand records is the rule, and a sum over the column is then wrong without a word.
# Seen with: datafusion 55.0.0, pyarrow 26.0.1 (PyPI), 2026-11-27.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check datafusion==55.0.0 pyarrow==26.0.1
cd "$work"

venv/bin/python - <<'PY'
import pyarrow
from datafusion import SessionContext

INTEGERS = pyarrow.schema([("id", pyarrow.int64()), ("v", pyarrow.int64())])


def read(lines, **options):
    with open("records.json", "w", encoding="utf-8") as file:
        file.writelines(line + "\n" for line in lines)
    context = SessionContext()
    context.register_json("records", "records.json", **options)
    return context.sql("SELECT * FROM records ORDER BY id DESC LIMIT 3").to_pydict()


declared = read(['{"id":1,"v":2.5}', '{"id":2,"v":-2.5}', '{"id":3,"v":9007199254740993.0}'], schema=INTEGERS)
print("declared", declared)
assert declared["v"] == [9007199254740992, -2, 2]

whole = ['{"id":%d,"v":1}' % i for i in range(1000)]
inferred = read(whole + ['{"id":1000,"v":2.5,"late":"x"}'])
print("inferred", inferred)
assert inferred["v"] == [2, 1, 1] and "late" not in inferred

early = read(whole[:999] + ['{"id":1000,"v":2.5,"late":"x"}'])
print("within the first 1,000", early)
assert early["v"] == [2.5, 1.0, 1.0] and early["late"][0] == "x"

try:
    read(['{"id":1,"v":"19.99"}'], schema=INTEGERS)
    raise SystemExit("a text is no error any more")
except Exception as e:
    print("a text:", str(e)[-60:])
    assert 'failed to parse "19.99" as Int64' in str(e)
PY
echo "as stated"
