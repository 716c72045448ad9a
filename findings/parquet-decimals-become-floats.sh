#!/usr/bin/env bash
# Two readers of Parquet make floats of a column that the file declares decimal(38, 10), without a word; one of them cuts microseconds as well.
#
# One would guess: whoever writes an amount as decimal(38, 10) into Parquet has it exact in every reader, or an error; that is what the type is for,
#   and what sets Parquet apart from CSV and JSON. The engine of pandas.read_parquet is a matter of speed.
# What happens: with engine="fastparquet" pandas has float64 where engine="pyarrow" has Decimal: two amounts that differ in the last cents are
#   equal. hyparquet (JavaScript) has numbers, and its timestamps lose what is below the millisecond, so that two versions in one millisecond tie.
# Why it matters: nothing fails, sums are off, and a comparison of versions picks either of two.
# Seen with: pandas 3.1.1, fastparquet 2026.9.0, pyarrow 26.0.1 (PyPI), hyparquet 1.33.0 (npm), Python 3.11, Node 20, 2026-11-28.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check pandas==3.1.1 fastparquet==2026.9.0 pyarrow==26.0.1
cd "$work"
npm install --silent --no-audit --no-fund --prefix . hyparquet@1.33.0

cat >by_python.py <<'PY'
import datetime
import decimal
import sys

import pandas
import pyarrow
import pyarrow.parquet

AMOUNTS = [decimal.Decimal("90071992547409.9301000000"), decimal.Decimal("90071992547409.9302000000")]
TIMES = [datetime.datetime(2026, 1, 1, 0, 0, 0, micro, datetime.timezone.utc) for micro in (100_001, 100_999)]
table = pyarrow.table(
    {
        "amount": pyarrow.array(AMOUNTS, pyarrow.decimal128(38, 10)),
        "at": pyarrow.array(TIMES, pyarrow.timestamp("us", "UTC")),
    }
)
pyarrow.parquet.write_table(table, "rows.parquet", compression="none")

seen = {}
for engine in ("pyarrow", "fastparquet"):
    frame = pandas.read_parquet("rows.parquet", engine=engine)
    seen[engine] = (str(frame["amount"].dtype), bool(frame["amount"].nunique() == 2))
    print(f"{engine:12} {seen[engine][0]:8} {[str(amount) for amount in frame['amount']]}  distinct: {seen[engine][1]}")
sys.exit(0 if seen == {"pyarrow": ("object", True), "fastparquet": ("float64", False)} else "findings: this has changed")
PY
cat >by_node.mjs <<'JS'
import { asyncBufferFromFile, parquetReadObjects } from 'hyparquet'

const rows = await parquetReadObjects({ file: await asyncBufferFromFile('rows.parquet') })
const [one, other] = rows
console.log(`hyparquet    ${typeof one.amount}   ${rows.map((row) => row.amount)}  at ${rows.map((row) => row.at.toISOString())}`)
const asSeen = typeof one.amount === 'number' && one.amount === other.amount && one.at.getTime() === other.at.getTime()
if (!asSeen) {
  console.error('findings: this has changed')
  process.exit(1)
}
JS
"$work/venv/bin/python" by_python.py
node by_node.mjs
