"""The tools: how each is run once, and what its destination holds afterwards, in the order in which it was landed."""
import dataclasses
import glob
import gzip
import json
import os
import pathlib
import signal
import subprocess
from decimal import Decimal

HERE = pathlib.Path(__file__).resolve().parent
SECONDS = 180


@dataclasses.dataclass
class Run:
    """One run of a tool for a case: where the API is, and where the tool keeps its things."""

    base: str
    folder: pathlib.Path
    venvs: pathlib.Path
    strict: bool
    reconcile: bool


def command(run, arguments, out, **variables):
    """Runs a command to its end, output into a file; gives its exit status, or "NO END" if it had to be stopped."""
    environment = dict(os.environ, HOME=str(run.folder), NO_PROXY="127.0.0.1", no_proxy="127.0.0.1", PYTHONDONTWRITEBYTECODE="1", **variables)
    with open(out, "w") as stdout, open(f"{out}.errors", "w") as stderr:
        process = subprocess.Popen([str(a) for a in arguments], stdout=stdout, stderr=stderr, env=environment, cwd=run.folder, start_new_session=True)
        try:
            return process.wait(SECONDS)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
            return "NO END"


def parsed(line):
    """A row with its numbers as they are written."""
    return json.loads(line, parse_float=Decimal)


def lines(path):
    with open(path, "rb") as file:
        packed = file.read(2) == b"\x1f\x8b"
    with (gzip.open if packed else open)(path, "rt", encoding="utf-8") as file:
        return [line for line in file if line.strip()]


class Tidemark:
    needs = "tidemark"
    # Longer than the definition's settleLag: until then a time that goes back may be an API's copy that lags, and the higher one counts.
    settles = 130

    def __init__(self, resource):
        self.resource = resource

    def run(self, run):
        arguments = [HERE / "../../tidemark", "sync", HERE / "items.yaml", "items_after" if run.strict else self.resource]
        arguments += ["--base-url", run.base, "--home", run.folder / "home", "--json"]
        if run.reconcile and list(run.folder.glob("home/s3/tidemark/manifests/*/*/*.json")):
            arguments += ["--mode", "reconcile"]
        return command(run, arguments, run.folder / "report", TIDEMARK_CREDENTIAL="bench")

    def rows(self, run):
        """By docs/lake.md: only what a manifest lists; sorted so that the line that counts is the last of its id."""
        bucket = run.folder / "home/s3/tidemark"
        found = []
        for manifest in sorted(bucket.glob("manifests/*/*/*.json")):
            for listed in json.loads(manifest.read_text())["objects"]:
                found += [(parsed(line), number) for number, line in enumerate(lines(bucket / listed["key"]))]
        return [row for row, number in sorted(found, key=lambda pair: lake_order(*pair))]


def lake_order(row, number):
    from api import instant

    mark = row["_tidemark"]
    version = mark["version"]
    rank = float("-inf") if version is None else instant(version)
    return mark.get("generation", 0), rank, mark["fetchedAt"], mark["run"], mark["batch"], number


class Dlt:
    needs = "dlt"
    settles = 0

    def __init__(self, setup):
        self.setup = setup

    def python(self, run, verb, out):
        program = [run.venvs / "dlt/bin/python", HERE / "dlt_items.py", verb, run.base, run.folder, self.setup]
        return command(run, program, out, RUNTIME__DLTHUB_TELEMETRY="false")

    def run(self, run):
        return self.python(run, "run", run.folder / "log")

    def rows(self, run):
        if self.setup == "merge":
            if not (run.folder / "items.duckdb").exists():
                return []
            out = run.folder / "rows"
            if self.python(run, "rows", out) != 0:
                raise RuntimeError((run.folder / "rows.errors").read_text())
            # DuckDB gives text; the numbers among it are numbers again here.
            return [{k: v if k == "updated_at" or v is None else Decimal(v) for k, v in parsed(line).items()} for line in lines(out)]
        # A file's name begins with the load's id, which is its time.
        files = sorted(glob.glob(str(run.folder / "bucket/landed/items/*")), key=os.path.basename)
        return [parsed(line) for file in files for line in lines(file)]


class Singer:
    needs = "singer"
    settles = 0

    def __init__(self, **variables):
        self.variables = variables

    def run(self, run):
        state, output = run.folder / "state.json", run.folder / "output"
        output.mkdir(exist_ok=True)
        (run.folder / "tap.json").write_text(json.dumps({"base_url": run.base}))
        (run.folder / "target.json").write_text(json.dumps({"destination_path": str(output), "do_timestamp_file": False}))
        tap = f"{run.venvs}/singer/bin/python {HERE}/tap_items.py --config tap.json" + (" --state state.json" if state.exists() else "")
        pipe = f"set -o pipefail; {tap} | {run.venvs}/target/bin/target-jsonl --config target.json"
        status = command(run, ["bash", "-c", pipe], run.folder / "states", **self.variables)
        said = lines(run.folder / "states")
        # As a runner of taps does: the last state that the target gave back, of a run that failed as well.
        if said:
            state.write_text(said[-1])
        return status

    def rows(self, run):
        return [parsed(line) for file in sorted((run.folder / "output").glob("*.jsonl")) for line in lines(file)]


class Airbyte:
    needs = "airbyte"
    settles = 0

    NESTED = (
        "cursor_value: \"{{ response['meta']['next_cursor'] }}\"\n"
        "          stop_condition: \"{{ not response['meta']['has_more'] }}\""
    )
    TOP = "cursor_value: \"{{ response['next_cursor'] }}\""

    def __init__(self, pagination=NESTED, lookback="", spelling="%Y-%m-%dT%H:%M:%SZ"):
        self.manifest = (HERE / "airbyte.yaml").read_text().replace("PAGINATION", pagination)
        self.manifest = self.manifest.replace("LOOKBACK", lookback).replace("SPELLING", spelling)

    def run(self, run):
        (run.folder / "manifest.yaml").write_text(self.manifest)
        (run.folder / "config.json").write_text(json.dumps({"base_url": run.base}))
        stream = {"name": "items", "json_schema": {}, "supported_sync_modes": ["full_refresh", "incremental"]}
        configured = {"stream": stream, "sync_mode": "incremental", "destination_sync_mode": "append"}
        (run.folder / "catalog.json").write_text(json.dumps({"streams": [configured]}))
        arguments = [run.venvs / "airbyte/bin/source-declarative-manifest", "read", "--config", "config.json"]
        arguments += ["--catalog", "catalog.json", "--manifest-path", "manifest.yaml"]
        if (run.folder / "state.json").exists():
            arguments += ["--state", "state.json"]
        status = command(run, arguments, run.folder / "messages")
        # A destination that lands every RECORD, and keeps the last STATE for the next run.
        with open(run.folder / "landed", "a", encoding="utf-8") as landed:
            for line in lines(run.folder / "messages"):
                message = parsed(line)
                if message["type"] == "RECORD":
                    landed.write(line)
                elif message["type"] == "STATE":
                    (run.folder / "state.json").write_text(json.dumps([json.loads(line)["state"]]))
        return status

    def rows(self, run):
        return [parsed(line)["record"]["data"] for line in lines(run.folder / "landed")]


TOOLS = {
    "dlt": Dlt("append"),
    "dlt-tuned": Dlt("merge"),
    "singer": Singer(),
    "singer-sorted": Singer(TAP_SORTED="yes"),
    "airbyte": Airbyte(),
    # A state that keeps the offset of the time that it was taken from, and reads again what is younger than five minutes before it.
    "airbyte-tuned": Airbyte(lookback="lookback_window: PT5M", spelling="%Y-%m-%dT%H:%M:%S%z"),
    "airbyte-top": Airbyte(pagination=Airbyte.TOP),
    "tidemark": Tidemark("items"),
    # Told that the cursor names a record.
    "tidemark-cursor": Tidemark("items_by_cursor"),
}
