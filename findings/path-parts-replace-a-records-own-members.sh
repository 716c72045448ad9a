#!/usr/bin/env bash
# DuckDB and ClickHouse, each by default, give the part of a path in place of the record's own member of that name.
#
# One would guess: .../date=2026-11-27/run=a/x.ndjson adds columns that the records lack; where a record has a `date` of its own, it wins, or the
#   query is refused because the name is taken twice.
# What happens: read_json of DuckDB and file() of chDB answer with the path's values; the record's own cannot be seen, and nothing says so.
#   hive_partitioning = false and use_hive_partitioning = 0 bring them back.
# Why it matters: keys of a lake have date= and run= in them, and records of APIs have members such as date, run, type, region.
# Seen with: duckdb 2.0.1, chdb 4.4.0 with chdb-core 26.9.0 (PyPI), 2026-11-27.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check duckdb==2.0.1 chdb==4.4.0 chdb-core==26.9.0
cd "$work"
mkdir -p date=2026-11-27/run=a
echo '{"id":1,"date":"2020-02-29","run":"its own"}' >date=2026-11-27/run=a/x.ndjson

venv/bin/python - <<'PY'
import chdb
import duckdb

FILES = "date=*/run=*/x.ndjson"


def in_duckdb(options):
    found = duckdb.sql(f"SELECT date::VARCHAR, run FROM read_json('{FILES}'{options})").fetchall()[0]
    print(f"duckdb{options:28} {found}")
    return found


def in_chdb(settings):
    found = tuple(str(chdb.query(f"SELECT date, run FROM file('{FILES}', JSONEachRow){settings}", "TSV")).strip().split("\t"))
    print(f"chdb{settings:36} {found}")
    return found


path, own = ("2026-11-27", "a"), ("2020-02-29", "its own")
assert in_duckdb("") == path
assert in_duckdb(", hive_partitioning = false") == own
assert in_chdb("") == path
assert in_chdb(" SETTINGS use_hive_partitioning = 0") == own
PY
echo "as stated"
