#!/usr/bin/env bash
# Lets the deployed function of the tables take a home's lake into a catalog, over moto's S3 and Glue, and compares what pyiceberg
# reads there with ./tidemark export. moto compares no versions of a table: that is tried by mvn verify.
#
#   docs/query/try-stack.sh [HOME]     the demo's home unless named
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
home=$(cd "${1:-$root/.tidemark-demo}" && pwd)
packages=("moto[server]==5.2.5" boto3 "pyiceberg[glue,pyarrow]==0.12.0")

# The packages are fetched once.
name=$(printf '%s\n' "${packages[@]}" | tr -dc 'a-z0-9.\n' | paste -sd-)
venv=${TIDEMARK_TRY_VENV:-${XDG_CACHE_HOME:-$HOME/.cache}/tidemark-ci/stack-$name}
if [ ! -f "$venv/whole" ]; then
  rm -rf "$venv"
  python3 -m venv "$venv"
  "$venv/bin/pip" install --quiet --disable-pip-version-check "${packages[@]}"
  touch "$venv/whole"
fi

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
make -C "$root/functions" build-TablesFunction ARTIFACTS_DIR="$folder/function" >"$folder/said" 2>&1 || { cat "$folder/said" >&2; exit 1; }
for one in lev/deals lev/deal_notes zendesk/tickets zendesk/organizations askelephant/companies; do
  "$root/tidemark" export "${one%/*}" "${one#*/}" --format csv --out "$folder/${one/\//-}.csv" --home "$home" >>"$folder/said" 2>&1 ||
    { cat "$folder/said" >&2; exit 1; }
done
java=java
for jdk in "${JAVA25_HOME:-}" "${JAVA_HOME:-}" /usr/lib/jvm/*25*; do
  if [ -x "$jdk/bin/java" ] && "$jdk/bin/java" -version 2>&1 | grep -q '"25'; then
    java=$jdk/bin/java
    break
  fi
done
PYTHONDONTWRITEBYTECODE=1 "$venv/bin/python" "$root/docs/query/try-stack.py" "$home" "$folder" "$folder/function/lib" "$java"
