"""Draws the data sets test/agreement/fixtures/*/drawn-*.csv, each from a seed of its own."""

import csv
import random

from reference_data import FIXTURES


def write(kind, name, head, rows):
    with open(FIXTURES / kind / f"drawn-{name}.csv", "w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows([head, *rows])


def table(size, most, seed):
    draw = random.Random(seed)
    cells = [[draw.randint(0, most) for _ in range(size)] for _ in range(size)]
    for i in range(size):
        cells[i][i] += draw.randint(most, 3 * most)
    head = ["", *range(1, size + 1)]
    write("tables", f"{size}-categories-up-to-{most}", head, [[i + 1, *row] for i, row in enumerate(cells)])


def rated(name, rows):
    head = ["unit", *(f"r{rater + 1}" for rater in range(len(rows[0])))]
    write("ratings", name, head, [[unit + 1, *row] for unit, row in enumerate(rows)])


def nominal(units, raters, categories, missing, agree, seed):
    draw = random.Random(seed)
    rows = []
    for _ in range(units):
        true = draw.randint(1, categories)
        row = [true if draw.random() < agree else draw.randint(1, categories) for _ in range(raters)]
        rows.append(["" if draw.random() < missing else value for value in row])
    gaps = f"-{round(100 * missing)}-percent-missing" if missing else ""
    rated(f"nominal-{units}-units-{raters}-raters-{categories}-categories{gaps}", rows)


def ordinal(units, raters, points, missing, seed):
    """A true level, and raters who are off by a step or two, each with a leaning."""
    draw = random.Random(seed)
    leaning = [draw.choice([-0.4, 0, 0.4]) for _ in range(raters)]
    rows = []
    for _ in range(units):
        true = draw.uniform(0.5, points + 0.5)
        row = [min(points, max(1, round(draw.gauss(true + lean, 0.8)))) for lean in leaning]
        rows.append(["" if draw.random() < missing else value for value in row])
    gaps = f"-{round(100 * missing)}-percent-missing" if missing else ""
    rated(f"ordinal-{units}-units-{raters}-raters-{points}-points{gaps}", rows)


def scores(units, raters, seed):
    draw = random.Random(seed)
    shift = [draw.gauss(0, 3) for _ in range(raters)]
    rows = []
    for _ in range(units):
        true = draw.gauss(50, 10)
        rows.append([f"{draw.gauss(true + own, 4):.1f}" for own in shift])
    rated(f"scores-{units}-units-{raters}-raters", rows)


def code_sets(units, raters, codes, seed):
    """No set is empty: programs differ on what two empty sets have in common."""
    draw = random.Random(seed)
    every = [chr(ord("a") + code) for code in range(codes)]
    rows = []
    for _ in range(units):
        true = set(draw.sample(every, draw.randint(1, 3)))
        row = []
        for _ in range(raters):
            own = {code for code in every if (draw.random() < 0.8) == (code in true)} or true
            row.append("; ".join(sorted(own)))
        rows.append(row)
    head = ["unit", *(f"r{rater + 1}" for rater in range(raters))]
    write("sets", f"{units}-units-{raters}-raters-{codes}-codes", head, [[u + 1, *r] for u, r in enumerate(rows)])


for seed, shape in enumerate([(2, 5), (2, 40), (3, 9), (4, 9), (5, 30), (7, 12), (10, 8)], 1960):
    table(*shape, seed)
for seed, shape in enumerate(
    [
        (10, 2, 2, 0, 0.6),
        (20, 3, 2, 0, 0.7),
        (30, 6, 5, 0, 0.6),
        (40, 4, 3, 0.2, 0.7),
        (60, 5, 4, 0.4, 0.5),
        (25, 3, 2, 0.6, 0.8),
        (80, 8, 6, 0.1, 0.3),
        (12, 3, 3, 0, 0.0),
    ],
    1971,
):
    nominal(*shape, seed)
ordinal(40, 2, 5, 0, 1968)
ordinal(30, 4, 7, 0, 1973)
ordinal(50, 3, 5, 0.2, 2004)
scores(15, 2, 1989)
scores(12, 4, 1979)
scores(40, 6, 1939)
code_sets(20, 2, 4, 2006)
code_sets(30, 4, 6, 2007)
