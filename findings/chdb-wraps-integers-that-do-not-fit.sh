#!/usr/bin/env bash
# ClickHouse's JSONEachRow takes an integer that is too large for its column modulo the column's range, without an error.
#
# One would guess: 18446744073709551617 in an Int64 or UInt64 is refused, as "abc" is.
# What happens: it is 1. Two records whose ids differ by 2 to the 64th have one id, and 2 to the 63rd in an Int64 is negative. Inference is only
#   safe while the long number lies among the rows that it looks at: 18446744073709551617 as the first row becomes text.
# Why it matters: 20-digit ids are usual, and a declared schema is what one writes to be safe. Declare String, or Int128, for ids.
# Seen with: chdb 4.4.0 with chdb-core 26.9.0 (PyPI), 2026-11-27.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check chdb==4.4.0 chdb-core==26.9.0
cd "$work"

venv/bin/python - <<'PY'
import pathlib

import chdb


def read(numbers, structure=""):
    pathlib.Path("ids.ndjson").write_text("".join(f'{{"id":{number}}}\n' for number in numbers))
    declared = f", '{structure}'" if structure else ""
    found = str(chdb.query(f"SELECT id FROM file('ids.ndjson', JSONEachRow{declared})", "TSV")).split()
    print(f"{structure or 'inferred':10} {numbers[-1]} -> {found[-1]}")
    return found


assert read([1, 2**64 + 1], "id UInt64") == ["1", "1"]
assert read([1, 2**64 + 1], "id Int64") == ["1", "1"]
assert read([2**63], "id Int64") == [str(-(2**63))]
assert read([2**64 + 1]) == [str(2**64 + 1)]
assert read([1, 2**64 + 1], "id Int128") == ["1", str(2**64 + 1)]
try:
    read(['"abc"'], "id Int64")
except RuntimeError as refused:
    print("text is refused:", str(refused).split(":")[0])
else:
    raise AssertionError("text was taken for a number")

# 30,000 small numbers first: inference has settled by then.
assert read(list(range(30_000)) + [2**64 + 1])[-1] == "1"
PY
echo "as stated"
