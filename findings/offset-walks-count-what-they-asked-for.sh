#!/usr/bin/env bash
# A walk by offset and limit skips or leaves most of a list, with success, where the API gives fewer records a page than it was asked for.
#
# One would guess: the next offset is behind the records that came, and a list whose total the answer tells is not complete before so many came.
# What happens: an API that caps its pages at four is asked for ten. dlt's OffsetPaginator counts on by the ten that it asked for, with total_path
#   and without: it reads 1 to 4 and 11 to 14 of 20 records. Its total is compared with the offset, never with what was read. A low-code Airbyte
#   source (OffsetIncrement, PageIncrement) takes the page of four for the last one, and reads 1 to 4. Both end with success.
# Why it matters: caps of pages are common and are lowered without a word; nothing tells such a walk from one that is complete.
# Seen with: dlt 1.31.0, airbyte-cdk 7.39.1 (PyPI), Python 3.11, 2026-11-28.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
for tool in dlt==1.31.0 airbyte-cdk==7.39.1; do
  python3 -m venv "$work/${tool%%=*}"
  "$work/${tool%%=*}/bin/pip" install --quiet --disable-pip-version-check "$tool"
done
cd "$work"

cat >api.py <<'PY'
import http.server
import json
import threading
import urllib.parse

CAP = 4
EVERY = list(range(1, 21))


class Api(http.server.BaseHTTPRequestHandler):
    """Twenty records by offset and limit, at most four a page, with their total."""

    def do_GET(self):
        address = urllib.parse.urlsplit(self.path)
        asked = dict(urllib.parse.parse_qsl(address.query))
        size = min(int(asked.get("limit", CAP)), CAP)
        first = int(asked.get("offset", 0))
        if address.path == "/numbered":
            first *= size
        body = json.dumps({"total": len(EVERY), "data": [{"id": each} for each in EVERY[first : first + size]]}).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Api)
ORIGIN = f"http://127.0.0.1:{server.server_port}"
threading.Thread(target=server.serve_forever, daemon=True).start()
PY

cat >by_dlt.py <<'PY'
from api import EVERY, ORIGIN
from dlt.sources.helpers.rest_client import RESTClient
from dlt.sources.helpers.rest_client.paginators import OffsetPaginator

client = RESTClient(base_url=ORIGIN)


def read(limit, total):
    pages = client.paginate("/list", paginator=OffsetPaginator(limit=limit, total_path=total), data_selector="data")
    ids = [row["id"] for page in pages for row in page]
    print(f"dlt, limit {limit}, total_path {total}: {ids}")
    return ids


assert read(4, "total") == EVERY
for total in ("total", None):
    assert read(10, total) == [1, 2, 3, 4, 11, 12, 13, 14], "findings: this has changed"
PY

cat >by_airbyte.py <<'PY'
import json
import subprocess

from api import EVERY, ORIGIN


def option(name):
    return {"type": "RequestOption", "inject_into": "request_parameter", "field_name": name}


def read(path, strategy):
    paginator = {
        "type": "DefaultPaginator",
        "page_size_option": option("limit"),
        "page_token_option": option("offset"),
        "pagination_strategy": strategy,
    }
    retriever = {
        "type": "SimpleRetriever",
        "requester": {"type": "HttpRequester", "url_base": ORIGIN, "path": path},
        "paginator": paginator,
        "record_selector": {"type": "RecordSelector", "extractor": {"type": "DpathExtractor", "field_path": ["data"]}},
    }
    schema = {"type": "InlineSchemaLoader", "schema": {"type": "object", "properties": {}}}
    stream = {"type": "DeclarativeStream", "name": "items", "primary_key": ["id"], "retriever": retriever, "schema_loader": schema}
    manifest = {
        "version": "7.39.1",
        "type": "DeclarativeSource",
        "check": {"type": "CheckStream", "stream_names": ["items"]},
        "spec": {"type": "Spec", "connection_specification": {"type": "object", "properties": {}}},
        "streams": [stream],
    }
    configured = {"name": "items", "json_schema": {}, "supported_sync_modes": ["full_refresh"]}
    catalog = {"streams": [{"stream": configured, "sync_mode": "full_refresh", "destination_sync_mode": "append"}]}
    for name, content in (("manifest", manifest), ("catalog", catalog), ("config", {})):
        with open(f"{name}.json", "w") as file:
            json.dump(content, file)
    command = ["airbyte-cdk/bin/source-declarative-manifest", "read", "--config", "config.json", "--catalog", "catalog.json"]
    done = subprocess.run([*command, "--manifest-path", "manifest.json"], capture_output=True, text=True, timeout=180)
    assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-2000:]
    messages = [json.loads(line) for line in done.stdout.splitlines()]
    ids = [message["record"]["data"]["id"] for message in messages if message["type"] == "RECORD"]
    print(f"airbyte-cdk, {strategy['type']}, page_size {strategy['page_size']}: {ids}")
    return ids


assert read("/list", {"type": "OffsetIncrement", "page_size": 4}) == EVERY
assert read("/list", {"type": "OffsetIncrement", "page_size": 10}) == [1, 2, 3, 4], "findings: this has changed"
numbered = {"type": "PageIncrement", "page_size": 10, "start_from_page": 0, "inject_on_first_request": True}
assert read("/numbered", numbered) == [1, 2, 3, 4], "findings: this has changed"
PY
dlt/bin/python by_dlt.py 2>dlt.log || { cat dlt.log; exit 1; }
airbyte-cdk/bin/python by_airbyte.py
echo "as stated"
