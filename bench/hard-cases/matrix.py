"""Runs each case with each tool and prints what became of the API's truth; ./run calls it."""
import argparse
import collections
import datetime
import pathlib
import sys
import time
from decimal import Decimal

from api import instant, serve
from cases import CASES
from tools import TOOLS, Run


def newest(rows):
    """The row that counts for each id: the highest updated_at, then the one landed last; Tidemark's rows come in its own order."""
    counting = {}
    for row in rows:
        id = str(row["id"])
        if id not in counting or "_tidemark" in row or age(row) >= age(counting[id]):
            counting[id] = row
    return {id: row for id, row in counting.items() if row.get("_tidemark", {}).get("op") != "delete"}


def age(row):
    at = row.get("updated_at")
    return float("-inf") if at is None else instant(str(at).replace(" ", "T"))


def compared(rows, truth):
    """What is wrong with the destination, as counts by word."""
    counting = newest(rows)
    there = {str(id): row for id, row in truth.items()}
    found = collections.Counter()
    found["LOST"] = len(there.keys() - counting.keys())
    found["EXTRA"] = len(counting.keys() - there.keys())
    for id in there.keys() & counting.keys():
        if counting[id]["rev"] != there[id].rev:
            found["STALE"] += 1
        elif counting[id]["amount"] != Decimal(there[id].amount):
            found["ALTERED"] += 1
    # By the record's own members: a tool may add some of its own, such as the time of the load.
    same = collections.Counter((str(row["id"]), str(row.get("rev")), str(row.get("updated_at"))) for row in rows)
    found["DOUBLE"] = sum(same.values()) - len(same)
    return {word: count for word, count in found.items() if count}


def text(found):
    return ", ".join(f"{word} {count}" for word, count in found.items())


def cell(case, tool, run):
    """Runs the case with the tool: what each run said, and what the destination holds in the end."""
    said, failed = [], []
    runs = len(case.steps) + 1
    for number in range(1, runs + 1):
        case.api.requests = 0
        status = tool.run(run)
        if status != 0:
            failed.append(number)
            if status == "NO END":
                said.append(f"NO END in run {number}")
        landed = {str(row["id"]) for row in tool.rows(run)}
        if number == 1 and case.still and status == 0 and len(landed) < len(case.api.rows):
            said.append(f"run 1 green with {len(landed)} of {len(case.api.rows)}")
        if 1 < number < runs and status == 0:
            wrong = compared(tool.rows(run), case.api.rows)
            said += [f"{text(wrong)} after run {number}"] if wrong else []
        if number < runs:
            case.steps[number - 1](case.api)
    if failed:
        said.insert(0, "ERROR in every run" if len(failed) == runs else f"ERROR in run {', '.join(map(str, failed))}")
    wrong = compared(tool.rows(run), case.api.rows)
    if wrong.keys() - {"DOUBLE"} and tool.settles and runs not in failed:
        said.append(f"{text(wrong)} after run {runs}")
        said.append(f"{once_more(case, tool, run)} in a run {tool.settles} s later")
    elif wrong:
        said.append(text(wrong))
    return "; ".join(said) or "ok"


def once_more(case, tool, run):
    """What a run comes to that begins when the tool no longer takes a time that goes back for a copy that lags."""
    time.sleep(tool.settles)
    case.api.requests = 0
    if tool.run(run) != 0:
        return "ERROR"
    wrong = compared(tool.rows(run), case.api.rows)
    return text(wrong) if wrong else "ok"


def line(cells):
    print("| " + " | ".join(cells) + " |", flush=True)


def arguments():
    reader = argparse.ArgumentParser(prog="bench/hard-cases/run")
    reader.add_argument("--tools", default=",".join(TOOLS), help="which, by comma: " + ", ".join(TOOLS))
    reader.add_argument("--cases", default=",".join(CASES), help="which, by comma: " + ", ".join(CASES))
    reader.add_argument("--venvs", type=pathlib.Path, help=argparse.SUPPRESS)
    reader.add_argument("--work", type=pathlib.Path, help=argparse.SUPPRESS)
    reader.add_argument("--needs", action="store_true", help=argparse.SUPPRESS)
    given = reader.parse_args()
    given.tools, given.cases = given.tools.split(","), given.cases.split(",")
    for unknown in set(given.tools) - TOOLS.keys() | set(given.cases) - CASES.keys():
        reader.error(f"no such tool or case: {unknown}")
    return given


def main():
    given = arguments()
    if given.needs:
        print("\n".join(sorted({TOOLS[name].needs for name in given.tools})))
        return
    print(f"{datetime.date.today()}\n")
    line(["case", *given.tools])
    line(["---"] * (len(given.tools) + 1))
    for name in given.cases:
        results = []
        for chosen in given.tools:
            # Each tool meets an API of its own.
            case = CASES[name]()
            server = serve(case.api)
            folder = given.work / name / chosen
            folder.mkdir(parents=True)
            run = Run(f"http://127.0.0.1:{server.server_port}", folder, given.venvs, case.api.strict, case.reconcile)
            results.append(cell(case, TOOLS[chosen], run))
            server.shutdown()
            server.server_close()
            print(f"{name:8} {chosen:14} {results[-1]}", file=sys.stderr, flush=True)
        line([f"**{name}** {CASES[name]().says}", *results])


if __name__ == "__main__":
    main()
