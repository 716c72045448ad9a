"""What `tidemark export` wrote, and whether a reader's rows are that."""

import csv

csv.field_size_limit(2**31 - 1)
COLUMNS = "id, version, generation, run, parent, record"


def rows(folder, name):
    """The rows of an export as CSV, which has no types to be taken wrongly."""
    with open(folder / f"{name}.csv", encoding="utf-8", newline="") as found:
        return sorted(
            (row["id"], row["version"] or None, int(row["generation"]), row["run"], row["parent"] or None, row["record"])
            for row in csv.DictReader(found))


def of_table(found):
    """The rows of a table by pyiceberg."""
    taken = found.scan(selected_fields=tuple(COLUMNS.split(", "))).to_arrow().select(COLUMNS.split(", "))
    return [tuple(row.values()) for row in taken.to_pylist()]


def told(resource, reader, right, count):
    print(f"{'ok   ' if right else 'WRONG'}  {resource:24} {reader:18} {count:,} records")
    return not right
