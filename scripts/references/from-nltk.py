"""Percent agreement, S, pi, kappas and alpha by nltk's AnnotationTask.

nltk 3.8 brings the distances of nominal and interval alpha, of Jaccard and of MASI; those of ordinal and
ratio alpha are ours, after Krippendorff (2011), section D. Its MASI takes 0.67 and 0.33 where Passonneau
(2006) has 2/3 and 1/3: both are here, told apart by `metric`.
"""

from collections import Counter

import nltk
from nltk.metrics import binary_distance, interval_distance, jaccard_distance, masi_distance
from nltk.metrics.agreement import AnnotationTask

import reference_data as data


def task(rows, distance=binary_distance):
    triples = [(r, u, one) for u, row in enumerate(rows) for r, one in enumerate(row) if one is not None]
    return AnnotationTask(data=triples, distance=distance)


def chance_corrected(name, rows):
    """Of complete ratings only: nltk does not say what it makes of missing ones."""
    raters = len(rows[0])
    found = task(rows)
    head = {"data": name, "units": "complete"}
    yield head | {"measure": "percent", "call": "avg_Ao()", "value": found.avg_Ao()}
    if len(found.K) == 1:
        return
    yield head | {"measure": "bennett-s", "call": "S()", "categories": len(found.K), "value": found.S()}
    yield head | {
        "measure": "scott-pi" if raters == 2 else "fleiss-kappa",
        "call": "pi()",
        "value": found.pi(),
    }
    if raters == 2:
        yield head | {"measure": "cohen-kappa", "weights": "identity", "call": "kappa()", "value": found.kappa()}
    else:
        yield head | {"measure": "light-kappa", "call": "kappa()", "value": found.kappa()}
        yield head | {"measure": "conger-kappa", "call": "multi_kappa()", "value": found.multi_kappa()}


def ordinal_distance(rows):
    pairable = Counter(
        one for row in rows for one in row if one is not None and sum(x is not None for x in row) > 1
    )

    def distance(a, b):
        low, high = min(a, b), max(a, b)
        between = sum(often for one, often in pairable.items() if low <= one <= high)
        return (between - (pairable[low] + pairable[high]) / 2) ** 2

    return distance


def ratio_distance(a, b):
    return 0.0 if a == b else ((a - b) / (a + b)) ** 2


def alpha(name, rows, metric, distance, call):
    return {
        "data": name,
        "measure": "krippendorff-alpha",
        "metric": metric,
        "call": call,
        "value": task(rows, distance).alpha(),
    }


def alphas(name, rows):
    yield alpha(name, rows, "nominal", binary_distance, "alpha(), binary_distance")
    scaled = data.numbers(rows)
    if scaled is None:
        return
    yield alpha(name, scaled, "interval", interval_distance, "alpha(), interval_distance")
    yield alpha(name, scaled, "ordinal", ordinal_distance(scaled), "alpha(), our distance")
    if min(one for row in scaled for one in row if one is not None) >= 0:
        yield alpha(name, scaled, "ratio", ratio_distance, "alpha(), our distance")


def masi_in_thirds(a, b):
    common = len(a & b)
    weight = 1 if a == b else 2 / 3 if a <= b or b <= a else 1 / 3 if common else 0
    return 1 - common / len(a | b) * weight


values = []
for name in data.names("tables"):
    if sum(map(sum, data.table(name))) < 2_000:
        rows = [list(pair) for pair in zip(*data.columns_of_table(name))]
        values += [*chance_corrected(name, rows), alpha(name, rows, "nominal", binary_distance, "alpha()")]
for name in data.names("ratings"):
    rows = data.ratings(name)
    if "scores" not in name and data.complete(rows):
        values += chance_corrected(name, data.complete(rows))
    values += alphas(name, rows)
for name in data.names("sets"):
    rows = data.sets(name)
    if not all(one for row in rows for one in row):
        continue  # Two empty sets are 0/0 to nltk.
    values += [
        alpha(name, rows, "jaccard", jaccard_distance, "alpha(), jaccard_distance"),
        alpha(name, rows, "masi-0.67-0.33", masi_distance, "alpha(), masi_distance"),
        alpha(name, rows, "masi", masi_in_thirds, "alpha(), our distance"),
    ]
data.write("nltk", nltk.__version__, "from-nltk.py", values)
