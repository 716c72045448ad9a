"""Runs the recipes of ../query.md, each in its reader, and compares them with what `tidemark export` wrote: try.sh calls it."""

import pathlib
import sys

import chdb
import duckdb
import pandas
import polars
import pyarrow.parquet
from pyiceberg.catalog.sql import SqlCatalog

import lines
from oracle import COLUMNS, of_table, rows, told

RESOURCES = ["lev/deals", "lev/deal_notes", "zendesk/tickets", "zendesk/organizations", "askelephant/companies"]


# Exports as Parquet


def parquet_duckdb(file):
    return duckdb.sql(f"SELECT {COLUMNS} FROM read_parquet('{file}')").fetchall()


def parquet_polars(file):
    return polars.scan_parquet(file).select(COLUMNS.split(", ")).collect().rows()


def parquet_pandas(file):
    frame = pandas.read_parquet(file, dtype_backend="pyarrow")[COLUMNS.split(", ")]
    return [tuple(None if value is pandas.NA else value for value in row) for row in frame.itertuples(index=False, name=None)]


def parquet_pyarrow(file):
    return [tuple(row.values()) for row in pyarrow.parquet.read_table(file, columns=COLUMNS.split(", ")).to_pylist()]


def parquet_chdb(file):
    table = chdb.query(f"SELECT {COLUMNS} FROM file('{file}', Parquet)", "ArrowTable")
    text = lambda value: value.decode() if isinstance(value, bytes) else value
    return [tuple(text(value) for value in row.values()) for row in table.to_pylist()]


# Tables


def table(home, resource):
    return SqlCatalog("tidemark", uri=f"sqlite:///{home}/tables/catalog.db").load_table(resource.replace("/", "."))


def table_pyiceberg(found):
    return of_table(found)


def table_polars(found):
    return polars.scan_iceberg(found).select(COLUMNS.split(", ")).collect().rows()


# Raw lines: each reader hands over whole lines as text, and nothing of them is taken for a number before it is known what it is.


def raw_duckdb(paths):
    rows = duckdb.execute(
        "SELECT line FROM read_csv($1, columns={'line': 'VARCHAR'}, header=false, delim='\x01', quote='', escape='',"
        " auto_detect=false, hive_partitioning=false, max_line_size=100000000, parallel=false)", [paths]).fetchall()
    return [row[0] for row in rows]


def raw_polars(paths):
    return [line for path in paths for line in polars.read_lines(path, name="line")["line"].to_list()]


def raw_chdb(paths):
    found = []
    for path in paths:
        table = chdb.query(
            f"SELECT json FROM file('{path}', JSONAsString) SETTINGS use_hive_partitioning = 0, max_threads = 1", "ArrowTable")
        found += [value if isinstance(value, str) else value.decode() for value in table["json"].to_pylist()]
    return found


def raw_python(paths):
    return lines.read(paths)


def main(home, folder):
    failed = 0
    lake = home / "s3" / "tidemark"
    for resource in RESOURCES:
        connection, name = resource.split("/")
        expected = rows(folder, f"{connection}-{name}")
        file = str(folder / f"{connection}-{name}.parquet")
        for reader in (parquet_duckdb, parquet_polars, parquet_pandas, parquet_pyarrow, parquet_chdb):
            failed += told(resource, reader.__name__, sorted(reader(file), key=str) == sorted(expected, key=str), len(expected))
        found = table(home, resource)
        for reader in (table_pyiceberg, table_polars):
            failed += told(resource, reader.__name__, sorted(reader(found), key=str) == sorted(expected, key=str), len(expected))
        paths, kind = lines.objects(lake, connection, name), lines.version_type(lake, connection, name)
        records = sorted(row[-1] for row in expected)
        for reader in (raw_python, raw_duckdb, raw_polars, raw_chdb):
            found = sorted(lines.state(reader(paths), kind).values())
            failed += told(resource, reader.__name__, found == records, len(records))
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]))
