"""Random continua: the least disorder of gamma by scipy's integer programming over every unitary alignment there is, and
alpha_U and the u-alpha family place by place and pair by pair, in fractions."""

from fractions import Fraction
from itertools import combinations, product
from random import Random

import numpy
import scipy
from scipy.optimize import Bounds, LinearConstraint, milp

import reference_data


def draw(random, raters, spans, length, overlapping):
    """Spans of each rater: start, end, code."""
    found = []
    for _ in range(raters):
        own, place = [], 0
        for _ in range(random.randint(max(1, spans - 1), spans)):
            start = random.randint(0, length - 2) if overlapping else place + random.randint(0, 2)
            end = start + random.randint(1, max(1, length // spans))
            if end > length:
                break
            own.append([start, end, random.choice("abc")])
            place = end
        found.append(sorted(set(map(tuple, own))))
    return found


def dissimilarity(one, other, alpha, beta):
    place = Fraction(abs(one[0] - other[0]) + abs(one[1] - other[1]), one[1] - one[0] + other[1] - other[0]) ** 2
    return alpha * place + (0 if one[2] == other[2] else beta)


def least_disorder(raters, alpha, beta):
    """The sum over unitary alignments: every tuple, none left out, chosen by an integer program."""
    pairs = list(combinations(range(len(raters)), 2))
    row = {(rater, at): number for number, (rater, at) in enumerate(
        (rater, at) for rater, own in enumerate(raters) for at in range(len(own)))}
    costs, columns = [], []
    for choice in product(*[[None, *range(len(own))] for own in raters]):
        if all(one is None for one in choice):
            continue
        cost = sum(
            1 if choice[a] is None or choice[b] is None
            else dissimilarity(raters[a][choice[a]], raters[b][choice[b]], alpha, beta)
            for a, b in pairs)
        costs.append(float(Fraction(cost) / len(pairs)))
        columns.append([row[rater, at] for rater, at in enumerate(choice) if at is not None])
    matrix = numpy.zeros((len(row), len(columns)))
    for number, members in enumerate(columns):
        matrix[members, number] = 1
    found = milp(costs, constraints=LinearConstraint(matrix, 1, 1), integrality=numpy.ones(len(columns)), bounds=Bounds(0, 1))
    assert found.success
    return found.fun


def alpha_u(raters, code, length):
    """Krippendorff (2004): every section against every other one, and every unit at every place it could be."""
    m = len(raters)
    sections = []
    for own in raters:
        units = [(start, end) for start, end, one in own if one == code]
        here, place = [], 0
        for start, end in units:
            if start > place:
                here.append((place, start, False))
            here.append((start, end, True))
            place = end
        if place < length:
            here.append((place, length, False))
        sections.append(here)

    def apart(g, h):
        overlap = g[0] < h[1] and h[0] < g[1]
        if g[2] and h[2] and overlap:
            return (g[0] - h[0]) ** 2 + (g[1] - h[1]) ** 2
        if g[2] and not h[2] and h[0] <= g[0] and g[1] <= h[1]:
            return (g[1] - g[0]) ** 2
        if h[2] and not g[2] and g[0] <= h[0] and h[1] <= g[1]:
            return (h[1] - h[0]) ** 2
        return 0

    observed = Fraction(sum(
        apart(g, h) for i in range(m) for j in range(m) if i != j for g in sections[i] for h in sections[j]
    ), m * (m - 1) * length ** 2)
    everything = [section for own in sections for section in own]
    units = [(end - start) for start, end, is_unit in everything if is_unit]
    gaps = [(end - start) for start, end, is_unit in everything if not is_unit]
    chance = 0
    for one, long in enumerate(units):
        for other, far in enumerate(units):
            if one != other:
                # Every offset at which the two overlap.
                chance += sum(o ** 2 + (o + long - far) ** 2 for o in range(1 - long, far))
        # At every place in every gap that holds it, and the gap against it.
        chance += 2 * sum(long ** 2 for gap in gaps for _ in range(gap - long + 1) if gap >= long)
    expected = Fraction(chance, length * (m * length * (m * length - 1) - sum(l * (l - 1) for l in units)))
    return float(1 - observed / expected)


def u_alpha(raters, length):
    """Krippendorff et al. (2016): every place of every rater against every other rater's."""
    m = len(raters)
    value = [[None] * length for _ in raters]
    unit = [[None] * length for _ in raters]
    for rater, own in enumerate(raters):
        for at, (start, end, code) in enumerate(own):
            for place in range(start, end):
                value[rater][place], unit[rater][place] = code, at
    places = [(rater, place) for rater in range(m) for place in range(length)]

    def alpha(met, chance):
        observed = sum(differ for differ, _ in met) / Fraction(sum(weight for _, weight in met))
        expected = Fraction(sum(differ for differ, _ in chance), sum(weight for _, weight in chance))
        return float(1 - observed / expected) if expected else None

    # By chance a place meets every other one, but not those of its own unit, nor itself.
    chance = [(a, b) for a in places for b in places if a != b and not (
        a[0] == b[0] and unit[a[0]][a[1]] is not None and unit[a[0]][a[1]] == unit[b[0]][b[1]])]
    at = lambda place: value[place[0]][place[1]]
    met = [((i, place), (j, place)) for i in range(m) for j in range(m) if i != j for place in range(length)]
    every = lambda differ: alpha([(differ(a, b), 1) for a, b in met], [(differ(a, b), 1) for a, b in chance])
    return {
        "u-alpha": every(lambda a, b: at(a) != at(b)),
        "u-alpha-binary": every(lambda a, b: (at(a) is None) != (at(b) is None)),
    }


values = []
random = Random(2015)
for raters, spans, length, overlapping in [
    (2, 6, 30, False), (2, 7, 40, True), (3, 4, 30, False), (3, 5, 25, True), (4, 3, 24, False), (4, 4, 20, True), (5, 3, 20, True),
] * 3:
    drawn = draw(random, raters, spans, length, overlapping)
    if any(not own for own in drawn):
        continue
    alpha, beta = random.choice([(3, 1), (1, 1), (1, 0), (2, 3)])
    values.append({
        "kind": "disorder", "call": "milp(costs, ...) over all unitary alignments", "raters": drawn, "length": length,
        "positional": alpha, "categorical": beta, "value": least_disorder(drawn, alpha, beta),
    })
    if not overlapping:
        codes = sorted({code for own in drawn for _, _, code in own})
        values.append({
            "kind": "alphas", "call": "place by place, pair by pair", "raters": drawn, "length": length,
            "alpha-u": {code: alpha_u(drawn, code, length) for code in codes}, **u_alpha(drawn, length),
        })
reference_data.write("scipy-spans", scipy.__version__, "spans.py", values, folder="../../fixtures")
