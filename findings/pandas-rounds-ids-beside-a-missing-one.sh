#!/usr/bin/env bash
# pandas read_json rounds 16-digit ids to doubles if one record lacks the member, whatever dtype is asked for.
#
# One would guess: dtype={"id": "Int64"}, made for integers beside missing values, or dtype=False, "do not convert", keeps 9007199254740993.
# What happens: the column is a double before any dtype is applied, so that Int64, int64[pyarrow], string, object, False and the nullable backend
#   all have 9007199254740992: the id of another record. Without the missing value, or with engine="pyarrow", it is exact.
# Why it matters: a member that is missing in one record of a file is the rule in an API's answers.
# Seen with: pandas 3.1.1, pyarrow 26.0.1 (PyPI), 2026-11-27.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check pandas==3.1.1 pyarrow==26.0.1
cd "$work"

venv/bin/python - <<'PY'
import io

import pandas

ID = 9007199254740993
COMPLETE = f'{{"id":{ID}}}\n{{"id":7}}\n'
MISSING = f'{{"id":{ID}}}\n{{"name":"has none"}}\n'


def first(lines, **options):
    found = pandas.read_json(io.BytesIO(lines.encode()), lines=True, **options)["id"].iloc[0]
    print(f"{'complete' if lines is COMPLETE else 'missing':9} {str(options):40} {found!r}")
    return found


assert first(COMPLETE) == ID
for dtype in ({"id": "Int64"}, {"id": "int64[pyarrow]"}, {"id": object}, False):
    assert int(first(MISSING, dtype=dtype)) == ID - 1
assert first(MISSING, dtype={"id": "string"}) == "9007199254740992.0"
assert first(MISSING, dtype_backend="numpy_nullable") == ID - 1
assert first(MISSING, engine="pyarrow", dtype_backend="pyarrow") == ID
PY
echo "as stated"
