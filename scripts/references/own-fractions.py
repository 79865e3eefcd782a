"""Our own second computation, in exact fractions, of what no program at hand computes, and of what some do.

Not an independent program: written by the same people, but apart from src/ and from the formulas alone, and
without rounding before the end. Where a program or a document has the same number, the tests hold both.

percent, Fleiss' kappa with ratings missing, Conger's kappa, AC1 and AC2: Gwet (2014), Handbook of inter-rater
reliability, 4th edition, as in the documentation of irrCAC. AC1 is Gwet (2008), Computing inter-rater
reliability and its variance in the presence of high agreement, British Journal of Mathematical and
Statistical Psychology 61. Alpha: Krippendorff (2011), Computing Krippendorff's alpha-reliability. Specific
agreement: Cicchetti and Feinstein (1990). Prevalence- and bias-adjusted kappa: Byrt, Bishop and Carlin
(1993). The greatest kappa that margins allow: Cohen (1960). Pooled kappa: De Vries et al. (2008). Lin's
concordance correlation: Lin (1989), with n in its variances; `lin-ccc-unbiased` has n - 1.
"""

from fractions import Fraction
from itertools import combinations

import reference_data as data


def corrected(observed, expected):
    return None if expected == 1 else (observed - expected) / (1 - expected)


def record(name, measure, observed=None, expected=None, value=None, **more):
    own = corrected(observed, expected) if value is None else value
    if own is None:
        return
    yield {
        "data": name,
        "measure": measure,
        **more,
        "call": "exact fractions",
        "value": float(own),
        "observed": None if observed is None else float(observed),
        "expected": None if expected is None else float(expected),
    }


def weights_of(kind, size):
    longest = max(1, size - 1)
    distance = {
        "identity": lambda i, j: Fraction(i != j),
        "linear": lambda i, j: Fraction(abs(i - j), longest),
        "quadratic": lambda i, j: Fraction(abs(i - j), longest) ** 2,
    }[kind]
    return [[1 - distance(i, j) for j in range(size)] for i in range(size)]


KINDS = ("identity", "linear", "quadratic")


def total(size, of):
    return sum(of(i, j) for i in range(size) for j in range(size))


def of_table(name):
    table = data.table(name)
    labels = data.rows_of(name)[0][1:]
    size = len(table)
    n = sum(map(sum, table))
    rows = [Fraction(sum(row), n) for row in table]
    columns = [Fraction(sum(column), n) for column in zip(*table)]
    both = [(a + b) / 2 for a, b in zip(rows, columns)]
    for kind in KINDS:
        w = weights_of(kind, size)
        po = total(size, lambda i, j: w[i][j] * Fraction(table[i][j], n))
        yield from record(
            name, "cohen-kappa", po, total(size, lambda i, j: w[i][j] * rows[i] * columns[j]), weights=kind
        )
        yield from record(
            name, "scott-pi", po, total(size, lambda i, j: w[i][j] * both[i] * both[j]), weights=kind
        )
        sum_of_weights = total(size, lambda i, j: w[i][j])
        yield from record(
            name, "bennett-s", po, sum_of_weights / size**2, weights=kind, categories=size
        )
        chance = sum_of_weights * sum(p * (1 - p) for p in both) / (size * (size - 1))
        yield from record(name, "gwet-ac1" if kind == "identity" else "gwet-ac2", po, chance, weights=kind)
    agreed = Fraction(sum(table[i][i] for i in range(size)), n)
    yield from record(name, "percent", value=agreed)
    most = sum(map(min, rows, columns))
    yield from record(name, "kappa-max", most, sum(a * b for a, b in zip(rows, columns)))
    for i, label in enumerate(labels):
        if rows[i] + columns[i] > 0:
            share = Fraction(2 * table[i][i], n) / (rows[i] + columns[i])
            yield from record(name, "specific-agreement", value=share, category=label)
    if size == 2:
        yield from record(name, "pabak", value=2 * agreed - 1)
    if n < 2_000:
        # Categories as the numbers 1, 2, 3, …
        pairs = [list(pair) for pair in zip(*data.columns_of_table(name))]
        yield from alphas(name, pairs, range(1, size + 1), True)


def pairs_agreeing(row, w):
    """The share of the pairs of raters of a unit who agree, by weight."""
    pairs = list(combinations(row, 2))
    return sum((w[a][b] for a, b in pairs), Fraction(0)) / len(pairs)


def of_ratings(name):
    labelled = data.ratings(name)
    scaled = data.numbers(labelled)
    used = {one for row in (scaled or labelled) for one in row if one is not None}
    labels = sorted(used)
    place = {label: at for at, label in enumerate(labels)}
    size = len(labels)
    rows = [[place[one] for one in row if one is not None] for row in (scaled or labelled)]
    rated = [row for row in rows if row]
    compared = [row for row in rows if len(row) > 1]
    shares = [sum(Fraction(row.count(k), len(row)) for row in rated) / len(rated) for k in range(size)]
    if "scores" not in name and compared:
        for kind in KINDS if scaled else KINDS[:1]:
            w = weights_of(kind, size)
            po = sum(pairs_agreeing(row, w) for row in compared) / len(compared)
            more = {"weights": kind, "units": "pairwise"}
            if kind == "identity":
                yield from record(name, "percent", value=po, **more)
            yield from record(
                name, "fleiss-kappa", po, total(size, lambda i, j: w[i][j] * shares[i] * shares[j]), **more
            )
            if size > 1:
                sum_of_weights = total(size, lambda i, j: w[i][j])
                chance = sum_of_weights * sum(p * (1 - p) for p in shares) / (size * (size - 1))
                yield from record(name, "gwet-ac1" if kind == "identity" else "gwet-ac2", po, chance, **more)
                yield from record(name, "bennett-s", po, sum_of_weights / size**2, categories=size, **more)
            yield from record(name, "conger-kappa", po, conger_chance(scaled or labelled, place, w), **more)
    yield from alphas(name, rows, labels, scaled is not None)
    if scaled and len(scaled[0]) == 2 and data.complete(scaled) == scaled:
        yield from concordance(name)


def conger_chance(ratings, place, w):
    """Gwet's: each rater's shares of categories over what that rater rated, over all pairs of raters."""
    size = len(place)
    margins = []
    for column in zip(*ratings):
        own = [place[one] for one in column if one is not None]
        if not own:
            return Fraction(1)
        margins.append([Fraction(own.count(k), len(own)) for k in range(size)])
    pairs = list(combinations(margins, 2))
    return sum(total(size, lambda i, j: w[i][j] * a[i] * b[j]) for a, b in pairs) / len(pairs)


def alphas(name, rows, labels, scaled):
    pairable = [row for row in rows if len(row) > 1]
    size = len(labels)
    n = sum(map(len, pairable))
    count = [sum(row.count(k) for row in pairable) for k in range(size)]
    exact = [Fraction(str(label)) for label in labels] if scaled else []

    def ordinal(i, j):
        low, high = min(i, j), max(i, j)
        return (sum(count[low : high + 1]) - Fraction(count[low] + count[high], 2)) ** 2

    metrics = {"nominal": lambda i, j: int(i != j)}
    if scaled:
        metrics["ordinal"] = ordinal
        metrics["interval"] = lambda i, j: (exact[i] - exact[j]) ** 2
        if exact[0] >= 0:
            metrics["ratio"] = lambda i, j: 0 if i == j else ((exact[i] - exact[j]) / (exact[i] + exact[j])) ** 2
    for metric, distance in metrics.items():
        observed = sum(
            Fraction(2) * sum(distance(a, b) for a, b in combinations(row, 2)) / (len(row) - 1) for row in pairable
        )
        expected = total(size, lambda i, j: count[i] * count[j] * distance(i, j))
        if expected:
            value = 1 - (n - 1) * observed / expected
            yield from record(name, "krippendorff-alpha", value=value, metric=metric)


def concordance(name):
    x, y = zip(*([Fraction(one) for one in row] for row in data.ratings(name)))
    n = len(x)
    mean_x, mean_y = sum(x) / n, sum(y) / n
    squares = sum((a - mean_x) ** 2 for a in x) + sum((b - mean_y) ** 2 for b in y)
    products = sum((a - mean_x) * (b - mean_y) for a, b in zip(x, y))
    for measure, by in (("lin-ccc", n), ("lin-ccc-unbiased", n - 1)):
        value = 2 * products / by / (squares / by + (mean_x - mean_y) ** 2)
        yield from record(name, measure, value=value)


def of_sets(name):
    """Alpha of sets; two empty sets are alike, an empty and another are not.

    `masi` is 1 - JM of Passonneau (2006); dkpro-statistics has (1 - J)(1 - M), and 1 - M for Passonneau (2004).
    """
    rows = data.sets(name)

    def jaccard(a, b):
        return Fraction(0) if a == b else 1 - Fraction(len(a & b), len(a | b))

    def monotonicity(a, b):
        return Fraction(0 if a == b else 1 if a <= b or b <= a else 2 if a & b else 3, 3)

    every = [one for row in rows for one in row]
    for metric, distance in {
        "jaccard": jaccard,
        "masi": lambda a, b: 1 - (1 - jaccard(a, b)) * (1 - monotonicity(a, b)),
        "masi-dkpro": lambda a, b: jaccard(a, b) * monotonicity(a, b),
        "passonneau-2004": monotonicity,
    }.items():
        observed = sum(
            Fraction(2) * sum(distance(a, b) for a, b in combinations(row, 2)) / (len(row) - 1) for row in rows
        )
        expected = sum(distance(a, b) for a in every for b in every)
        value = 1 - (len(every) - 1) * observed / expected
        yield from record(name, "krippendorff-alpha", value=value, metric=metric)


def pooled():
    """Codes as tables of absent and present: one kappa of their mean agreements."""
    names = [name for name in data.names("tables") if len(data.table(name)) == 2]
    parts = []
    for name in names:
        table = data.table(name)
        n = sum(map(sum, table))
        rows, columns = [sum(row) for row in table], [sum(column) for column in zip(*table)]
        parts.append(
            (
                Fraction(table[0][0] + table[1][1], n),
                Fraction(sum(a * b for a, b in zip(rows, columns)), n * n),
            )
        )
    po, pe = (sum(part) / len(parts) for part in zip(*parts))
    yield from record(names, "pooled-kappa", po, pe)
    mean = sum(corrected(*part) for part in parts) / len(parts)
    yield from record(names, "mean-kappa", value=mean)


kinds = {"tables": of_table, "ratings": of_ratings, "sets": of_sets}
values = [one for kind, of in kinds.items() for name in data.names(kind) for one in of(name)]
data.write("own-fractions", "", "own-fractions.py", [*values, *pooled()])
