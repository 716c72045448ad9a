#!/usr/bin/env bash
# dlt and Singer's SDK end a walk after its first page, with success, where a Link header holds what RFC 8288 allows beside the usual.
#
# One would guess: both leave the header to `requests`, whose `response.links` is used everywhere; whatever RFC 8288 allows in a Link header is
#   either read or refused.
# What happens: `requests` splits the header at each `;` and each parameter at each `=`, quoted or not, and stops at the first part that does not
#   fit. A semicolon in the address (`cursor=a;2`), a title with `=` or `;` in front of the relation, and two relations in one parameter
#   (`rel="next last"`) each leave a link without the relation "next". The paginators find no next page: one page of three is read, status 0.
# Why it matters: nothing tells such a walk from one that is complete.
# Seen with: dlt 1.31.0, singer-sdk 0.54.9, requests 2.34.2 (PyPI), Python 3.11, 2026-11-28.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check dlt==1.31.0 singer-sdk==0.54.9 requests==2.34.2
cd "$work"

cat >read.py <<'PY'
import http.server
import json
import logging
import sys
import threading
import urllib.parse

import requests
from dlt.sources.helpers.rest_client import RESTClient
from dlt.sources.helpers.rest_client.paginators import HeaderLinkPaginator
from singer_sdk.pagination import HeaderLinkPaginator as SingerPaginator

logging.disable(logging.CRITICAL)
FORMS = {
    "usual": '<{}>; rel="next"',
    "title": '<{}>; title="page=2"; rel="next"',
    "two relations": '<{}>; rel="next last"',
    "semicolon": '<{}>; rel="next"',
}


class Api(http.server.BaseHTTPRequestHandler):
    """Three pages of one record; the form of the link is the first part of the path."""

    def do_GET(self):
        address = urllib.parse.urlsplit(self.path)
        form = urllib.parse.unquote(address.path[1:])
        cursor = urllib.parse.parse_qs(address.query, separator="&").get("cursor", ["a;1"])[0]
        page = int(cursor[-1])
        self.send_response(200)
        if page < 3:
            mark = "a;" if form == "semicolon" else "a"
            self.send_header("Link", FORMS[form].format(f"{ORIGIN}{address.path}?cursor={mark}{page + 1}"))
        body = json.dumps([{"id": page}]).encode()
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Api)
ORIGIN = f"http://127.0.0.1:{server.server_port}"
threading.Thread(target=server.serve_forever, daemon=True).start()


def by_dlt(path):
    client = RESTClient(base_url=ORIGIN, paginator=HeaderLinkPaginator())
    return [row["id"] for page in client.paginate(path) for row in page]


def by_singer(path):
    paginator, ids = SingerPaginator(), []
    while not paginator.finished:
        following = paginator.current_value
        answer = requests.get(following.geturl() if following else ORIGIN + path, timeout=10)
        ids += [row["id"] for row in answer.json()]
        paginator.advance(answer)
    return ids


seen = {}
for form in FORMS:
    path = "/" + urllib.parse.quote(form)
    seen[form] = (by_dlt(path), by_singer(path))
    print(f"{form:14} dlt {seen[form][0]}  singer {seen[form][1]}")
every, first = [1, 2, 3], [1]
as_seen = {
    "usual": (every, every),
    "title": (first, first),
    "two relations": (first, first),
    "semicolon": (first, first),
}
sys.exit(0 if seen == as_seen else "findings: this has changed")
PY
"$work/venv/bin/python" read.py
