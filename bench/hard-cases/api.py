"""An API on loopback whose rows and misbehaviour a case scripts. It ends with its process and answers a bounded number of requests."""
import base64
import dataclasses
import datetime
import http.server
import json
import sys
import threading
import typing
import urllib.parse

MOST_REQUESTS = 500
PAGE = 100


def instant(text):
    """Epoch seconds of an ISO-8601 time."""
    return datetime.datetime.fromisoformat(text.replace("Z", "+00:00")).timestamp()


def spelled(seconds):
    return datetime.datetime.fromtimestamp(seconds, datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")


@dataclasses.dataclass
class Row:
    """A record: `at` is the time that it shows, `clock` the one by which the server orders."""

    id: int
    at: typing.Optional[str]
    clock: float
    rev: int = 1
    amount: str = "10.50"
    before: str = ""

    def json(self):
        shown = json.dumps(self.at)
        return f'{{{self.before}"id":{self.id},"rev":{self.rev},"amount":{self.amount},"updated_at":{shown}}}'

    def filtered_by(self):
        return self.clock if self.at is None else instant(self.at)


@dataclasses.dataclass
class Answer:
    """What a case says instead of a page."""

    status: int
    body: str


class Api:
    def __init__(self, strict=False, positions=False):
        """strict: the lower bound is excluded. positions: a cursor is a place in the list instead of the last row's key."""
        self.rows = {}
        self.strict = strict
        self.positions = positions
        self.disturb = None
        self.walks = 0
        self.requests = 0
        self.lock = threading.Lock()

    def put(self, row):
        self.rows[row.id] = row

    def edit(self, id, at):
        old = self.rows[id]
        self.rows[id] = dataclasses.replace(old, at=spelled(at), clock=at, rev=old.rev + 1)

    def answer(self, path, query):
        with self.lock:
            self.requests += 1
            if self.requests > MOST_REQUESTS:
                return Answer(503, '{"error":"this case has had its requests"}')
            if path == "/items":
                return self.page(query)
            row = self.rows.get(int(path.rsplit("/", 1)[1]))
            return Answer(200, f'{{"data":{row.json()}}}') if row else Answer(404, '{"error":"no such item"}')

    def page(self, query):
        if query.get("cursor"):
            place = self.decoded(query["cursor"])
        else:
            self.walks += 1
            place = {"page": 1, "walk": self.walks, "since": query.get("updated_since")}
        instead = self.disturb(self, place) if self.disturb else None
        if isinstance(instead, Answer):
            return instead
        rows = sorted(filter(self.selected(place["since"]), self.rows.values()), key=lambda row: (row.clock, row.id))
        if "key" in place:
            rows = [row for row in rows if [row.clock, row.id] > place["key"]]
        start = place.get("offset", 0)
        size = min(int(query.get("limit") or PAGE), PAGE)
        shown, more = rows[start : start + size], len(rows) > start + size
        following = {"page": place["page"] + 1, "walk": place["walk"], "since": place["since"]}
        if more and self.positions:
            following["offset"] = start + size
        elif more:
            following["key"] = [shown[-1].clock, shown[-1].id]
        cursor = self.encoded(following) if more else None
        if instead == "no cursor":
            cursor = None
        # The cursor stands twice: in `meta`, and on top for definitions that look there.
        meta = json.dumps({"next_cursor": cursor, "has_more": more})
        data = ",".join(row.json() for row in shown)
        return Answer(200, f'{{"data":[{data}],"meta":{meta},"next_cursor":{json.dumps(cursor)}}}')

    def selected(self, since):
        if not since:
            return lambda row: True
        bound = instant(since)
        return (lambda row: row.filtered_by() > bound) if self.strict else (lambda row: row.filtered_by() >= bound)

    @staticmethod
    def encoded(place):
        return base64.urlsafe_b64encode(json.dumps(place).encode()).decode()

    @staticmethod
    def decoded(cursor):
        return json.loads(base64.urlsafe_b64decode(cursor))


class Server(http.server.ThreadingHTTPServer):
    def handle_error(self, request, client_address):
        # A tool that ends leaves its connections as they are.
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)


def serve(api):
    """Starts a server for the API on a free port of 127.0.0.1, as a thread that ends with the process."""

    class Handler(http.server.BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        timeout = 120

        def do_GET(self):
            url = urllib.parse.urlsplit(self.path)
            answer = api.answer(url.path, dict(urllib.parse.parse_qsl(url.query)))
            body = answer.body.encode()
            self.send_response(answer.status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_):
            pass

    server = Server(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server
