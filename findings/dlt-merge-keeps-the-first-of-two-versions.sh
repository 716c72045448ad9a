#!/usr/bin/env bash
# dlt's merge keeps the older of two versions of a record that come in one load, also where an incremental cursor says which is the newer.
#
# One would guess: with a primary key, write_disposition "merge" and incremental("updated_at"), the version with the later updated_at is kept, or
#   at least the one that came last, as it is when the two come in two loads.
# What happens: of the two the one that came first is kept, with status 0; the cursor has moved past the newer one, so no later run asks for it.
#   The hint dedup_sort = "desc" on the column keeps the newer. (dlt's documentation calls the choice arbitrary without the hint.)
# Why it matters: a record that is edited while a list is walked by key comes twice: at its old place and at its new one.
# Seen with: dlt 1.31.0, duckdb 2.0.1 (PyPI), Python 3.11, 2026-11-27.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check dlt==1.31.0 duckdb==2.0.1
cd "$work"

HOME=$work RUNTIME__DLTHUB_TELEMETRY=false venv/bin/python - <<'PY'
import dlt

OLD = {"id": 1, "text": "old", "updated_at": "2026-01-01T00:00:00Z"}
OTHER = {"id": 2, "text": "other", "updated_at": "2026-01-02T00:00:00Z"}
NEW = {"id": 1, "text": "new", "updated_at": "2026-01-03T00:00:00Z"}


def kept(name, loads, hints):
    pipeline = dlt.pipeline(name, pipelines_dir="pipelines", destination=dlt.destinations.duckdb(f"{name}.duckdb"), dataset_name="landed")

    @dlt.resource(name="items", primary_key="id", write_disposition="merge", columns=hints)
    def items(rows, since=dlt.sources.incremental("updated_at")):
        yield rows

    for rows in loads:
        pipeline.run(items(rows))
    with pipeline.sql_client() as client:
        found = client.execute_sql("SELECT text FROM items WHERE id = 1")
    print(f"{name:12} {found}")
    assert len(found) == 1
    return found[0][0]


assert kept("two_loads", [[OLD, OTHER], [NEW]], {}) == "new"
assert kept("one_load", [[OLD, OTHER, NEW]], {}) == "old"
assert kept("later_run", [[OLD, OTHER, NEW], [NEW]], {}) == "old"
assert kept("with_a_hint", [[OLD, OTHER, NEW]], {"updated_at": {"dedup_sort": "desc"}}) == "new"
PY
echo "as stated"
