#!/usr/bin/env bash
# Runs the recipes of ../query.md over a home, each in its reader, and compares what they answer with ./tidemark export.
#
#   docs/query/try.sh [HOME]     the demo's home unless named
set -euo pipefail
# Which of two planners Polars takes is of no interest here.
export POLARS_ICEBERG_PLANNER=pyiceberg
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
home=$(cd "${1:-$root/.tidemark-demo}" && pwd)
packages=(duckdb==2.0.1 polars==2.1.0 pandas==3.1.1 pyarrow==26.0.1 chdb==4.4.0 "pyiceberg[sql-sqlite]==0.12.0")

# The packages are fetched once.
name=$(printf '%s\n' "${packages[@]}" | tr -dc 'a-z0-9.\n' | paste -sd-)
venv=${XDG_CACHE_HOME:-$HOME/.cache}/tidemark-ci/query-$name
if [ ! -f "$venv/whole" ]; then
  rm -rf "$venv"
  python3 -m venv "$venv"
  "$venv/bin/pip" install --quiet --disable-pip-version-check "${packages[@]}"
  touch "$venv/whole"
fi

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
# What the command says is shown where it fails.
tidemark() {
  "$root/tidemark" "$@" --home "$home" >>"$folder/said" 2>&1 || { cat "$folder/said" >&2; return 1; }
}
for one in lev/deals lev/deal_notes zendesk/tickets zendesk/organizations askelephant/companies; do
  for format in csv parquet; do
    tidemark export "${one%/*}" "${one#*/}" --format "$format" --out "$folder/${one/\//-}.$format"
  done
  tidemark tables "${one%/*}" "${one#*/}"
done
PYTHONDONTWRITEBYTECODE=1 "$venv/bin/python" "$root/docs/query/try.py" "$home" "$folder"
