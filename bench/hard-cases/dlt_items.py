"""The API of the hard cases as a dlt pipeline: dlt_items.py run|rows BASE_URL FOLDER append|merge"""
import json
import os
import sys

import dlt
from dlt.sources.helpers.rest_client.paginators import JSONResponseCursorPaginator
from dlt.sources.rest_api import rest_api_source

verb, base, folder, setup = sys.argv[1:]
tuned = setup == "merge"
if tuned:
    destination = dlt.destinations.duckdb(os.path.join(folder, "items.duckdb"))
else:
    destination = dlt.destinations.filesystem(bucket_url="file://" + os.path.join(folder, "bucket"))
pipeline = dlt.pipeline("hard_cases", pipelines_dir=os.path.join(folder, "pipelines"), destination=destination, dataset_name="landed")

incremental = {"cursor_path": "updated_at", "initial_value": "1970-01-01T00:00:00Z", "start_param": "updated_since"}
if tuned:
    incremental |= {"lag": 300, "on_cursor_value_missing": "include"}

if verb == "rows":
    import duckdb

    columns = ["id", "rev", "amount", "updated_at"]
    with duckdb.connect(os.path.join(folder, "items.duckdb"), read_only=True) as connection:
        # One of the columns is missing where no record had a value.
        there = {row[0] for row in connection.execute("SELECT column_name FROM duckdb_columns() WHERE table_name = 'items'").fetchall()}
        chosen = [column for column in columns if column in there]
        if chosen:
            for row in connection.execute(f"SELECT {', '.join(f'{c}::VARCHAR' for c in chosen)} FROM landed.items").fetchall():
                print(json.dumps(dict(zip(chosen, row))))
else:
    pipeline.run(
        rest_api_source(
            {
                "client": {
                    "base_url": base,
                    "auth": {"type": "bearer", "token": "bench"},
                    "paginator": JSONResponseCursorPaginator(cursor_path="meta.next_cursor", cursor_param="cursor"),
                },
                "resources": [
                    {
                        "name": "items",
                        "primary_key": "id",
                        "write_disposition": setup,
                        # Of two versions of one id in a load the later counts.
                        "columns": {"updated_at": {"dedup_sort": "desc"}} if tuned else {},
                        "endpoint": {"path": "items", "params": {"limit": 100}, "data_selector": "data", "incremental": incremental},
                    }
                ],
            }
        ),
        loader_file_format=None if tuned else "jsonl",
    )
