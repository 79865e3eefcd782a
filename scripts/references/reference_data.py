"""Reads the data under test/agreement/fixtures, and writes what a program says of them."""

import csv
import datetime
import json
import pathlib
import platform

FIXTURES = pathlib.Path("test/agreement/fixtures")


def names(kind):
    """`tables/cohen-1960-p37`, … of one folder, in order."""
    return sorted(f"{kind}/{file.stem}" for file in (FIXTURES / kind).glob("*.csv"))


def rows_of(name):
    with open(FIXTURES / f"{name}.csv", encoding="utf-8", newline="") as file:
        return list(csv.reader(file))


def table(name):
    """A contingency table: rows the first rater, columns the second."""
    return [[int(cell) for cell in row[1:]] for row in rows_of(name)[1:]]


def columns_of_table(name):
    """The same as two lists of category numbers, one a rater."""
    a, b = [], []
    for i, row in enumerate(table(name)):
        for j, times in enumerate(row):
            a += [i] * times
            b += [j] * times
    return a, b


def ratings(name):
    """One row a unit, one column a rater; None is not rated."""
    return [[cell or None for cell in row[1:]] for row in rows_of(name)[1:]]


def numbers(rows):
    """The same where every label is a number; None where one is not."""
    try:
        return [[None if cell is None else float(cell) for cell in row] for row in rows]
    except ValueError:
        return None


def complete(rows):
    return [row for row in rows if None not in row]


def sets(name):
    """One row a unit, one column a rater: a set of codes, empty where none was given."""
    return [[frozenset(filter(None, cell.split("; "))) for cell in row[1:]] for row in rows_of(name)[1:]]


def write(program, version, script, values, folder="expected"):
    """Writes <folder>/<program>.json. The date stays where nothing else changed."""
    file = FIXTURES / folder / f"{program}.json"
    document = {
        "program": program,
        "version": version,
        "runtime": f"Python {platform.python_version()}",
        "command": f"/usr/bin/python3 scripts/references/{script}",
        "date": datetime.date.today().isoformat(),
        "values": [{key: value for key, value in one.items() if value is not None} for one in values],
    }
    try:
        earlier = json.loads(file.read_text(encoding="utf-8"))
        if earlier | {"date": ""} == document | {"date": ""}:
            document["date"] = earlier["date"]
    except FileNotFoundError:
        pass
    file.write_text(json.dumps(document, allow_nan=False) + "\n", encoding="utf-8")
