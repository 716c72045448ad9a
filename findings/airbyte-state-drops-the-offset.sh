#!/usr/bin/env bash
# A low-code Airbyte source reads 12:30+02:00 rightly and keeps it as 12:30Z in its state: two hours of records are never asked for.
#
# One would guess: cursor_datetime_formats names the spellings that records may have, %z among them, and datetime_format says how a time is
#   written into state and request; 12:30+02:00 in a format that ends with a literal Z is then 10:30Z, as times are converted elsewhere.
# What happens: the wall clock of the record's own zone is written in front of the Z. The next run asks from 12:30Z on, and what changed between
#   10:30Z and 12:30Z is passed over, with status 0. With datetime_format "%Y-%m-%dT%H:%M:%S%z" the state is 12:30+0200 and nothing is lost.
# Why it matters: an API that shows times in its account's zone is read by definitions that were written for one in UTC.
# Seen with: airbyte-cdk 7.39.1 (PyPI), Python 3.11, 2026-11-27.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check airbyte-cdk==7.39.1
cd "$work"

cat >read.py <<'PY'
import http.server
import json
import subprocess
import sys
import threading

ROWS = b'{"data":[{"id":1,"updated_at":"2026-05-01T12:30:00+02:00"}]}'


class Api(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(ROWS)))
        self.end_headers()
        self.wfile.write(ROWS)

    def log_message(self, *_):
        pass


server = http.server.HTTPServer(("127.0.0.1", 0), Api)
threading.Thread(target=server.serve_forever, daemon=True).start()


def state(written):
    manifest = {
        "version": "7.39.1",
        "type": "DeclarativeSource",
        "check": {"type": "CheckStream", "stream_names": ["items"]},
        "spec": {"type": "Spec", "connection_specification": {"type": "object", "properties": {}}},
        "streams": [
            {
                "type": "DeclarativeStream",
                "name": "items",
                "primary_key": ["id"],
                "incremental_sync": {
                    "type": "DatetimeBasedCursor",
                    "cursor_field": "updated_at",
                    "start_datetime": {"type": "MinMaxDatetime", "datetime": "2026-01-01T00:00:00Z", "datetime_format": "%Y-%m-%dT%H:%M:%SZ"},
                    "datetime_format": written,
                    "cursor_datetime_formats": ["%Y-%m-%dT%H:%M:%S%z"],
                },
                "retriever": {
                    "type": "SimpleRetriever",
                    "requester": {"type": "HttpRequester", "url_base": f"http://127.0.0.1:{server.server_port}", "path": "/items"},
                    "record_selector": {"type": "RecordSelector", "extractor": {"type": "DpathExtractor", "field_path": ["data"]}},
                },
                "schema_loader": {"type": "InlineSchemaLoader", "schema": {"type": "object", "properties": {}}},
            }
        ],
    }
    stream = {"name": "items", "json_schema": {}, "supported_sync_modes": ["full_refresh", "incremental"]}
    catalog = {"streams": [{"stream": stream, "sync_mode": "incremental", "destination_sync_mode": "append"}]}
    for name, content in (("manifest", manifest), ("catalog", catalog), ("config", {})):
        with open(f"{name}.json", "w") as file:
            json.dump(content, file)
    command = ["venv/bin/source-declarative-manifest", "read", "--config", "config.json", "--catalog", "catalog.json"]
    read = subprocess.run([*command, "--manifest-path", "manifest.json"], capture_output=True, text=True, timeout=180)
    assert read.returncode == 0, read.stdout[-2000:] + read.stderr[-2000:]
    messages = [json.loads(line) for line in read.stdout.splitlines()]
    kept = [message["state"]["stream"]["stream_state"]["updated_at"] for message in messages if message["type"] == "STATE"][-1]
    print(f"2026-05-01T12:30:00+02:00 written as {written:22} {kept}")
    return kept


assert state("%Y-%m-%dT%H:%M:%SZ") == "2026-05-01T12:30:00Z"
assert state("%Y-%m-%dT%H:%M:%S%z") == "2026-05-01T12:30:00+0200"
PY
venv/bin/python read.py
echo "as stated"
