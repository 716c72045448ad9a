#!/usr/bin/env bash
# csvkit's in2csv takes the texts of NDJSON for numbers, booleans and infinities, although JSON says that they are texts.
#
# One would guess: types are guessed for CSV, where there are none; "0012" in quotes is a text in JSON and comes out as 0012.
# What happens: agate guesses over the text of each column. The ids "0012" and "12" both come out as 12, "1e5" as 1E+5, "inf" as Infinity,
#   "yes" and "no" as True and False. With --no-inference they come out as they are.
# Why it matters: a lake's ids are texts with leading zeros often enough, and two of them become one without a word.
# Seen with: csvkit 2.2.0, agate 1.14.2 (PyPI), 2026-11-27.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check csvkit==2.2.0 agate==1.14.2
cd "$work"

cat > records.ndjson <<'JSON'
{"id":"0012","code":"1e5","size":"inf","open":"yes","price":1.10}
{"id":"12","code":"x","size":"1","open":"no","price":19.99}
{"id":"013","code":"2e3","size":"2","open":"no","price":5}
JSON
sed 's/"code":"x"/"code":"7"/' records.ndjson > numbers.ndjson

guessed=$(venv/bin/in2csv --format ndjson numbers.ndjson)
plain=$(venv/bin/in2csv --format ndjson --no-inference numbers.ndjson)
mixed=$(venv/bin/in2csv --format ndjson records.ndjson)
printf '%s\n\nwith --no-inference\n%s\n\nwith one code that is no number\n%s\n' "$guessed" "$plain" "$mixed"

[ "$guessed" = $'id,code,size,open,price\n12,1E+5,Infinity,True,1.10\n12,7,1,False,19.99\n13,2E+3,2,False,5' ]
[ "$plain" = $'id,code,size,open,price\n0012,1e5,inf,yes,1.10\n12,7,1,no,19.99\n013,2e3,2,no,5' ]
[ "$(cut -d, -f2 <<<"$mixed" | tr '\n' ' ')" = "code 1e5 x 2e3 " ]
echo "as stated"
