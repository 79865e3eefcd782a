"""Cohen's, Fleiss' and Randolph's kappa by statsmodels."""

import numpy
import statsmodels
from statsmodels.stats.inter_rater import aggregate_raters, cohens_kappa, fleiss_kappa

import reference_data as data

# Printed by Fleiss, Cohen and Everitt; psych's help of cohen.kappa has them.
OWN_WEIGHTS = numpy.array([[1, 0, 0.4444], [0, 1, 0.6667], [0.4444, 0.6667, 1]])


def cohen(name, weights):
    own = isinstance(weights, numpy.ndarray)
    # With a matrix, statsmodels takes distances.
    found = cohens_kappa(
        numpy.array(data.table(name), float),
        weights=1 - weights if own else None,
        wt=None if own or weights == "identity" else weights,
    )
    return {
        "data": name,
        "measure": "cohen-kappa",
        "weights": "fleiss-cohen-everitt" if own else weights,
        "call": "cohens_kappa(table, weights=1 - weights)" if own else f"cohens_kappa(table, wt={weights!r})",
        "value": found.kappa,
        "se": found.std_kappa,
        "seNull": found.std_kappa0,
    }


def many(name):
    rows = data.complete(data.ratings(name))
    if not rows or len({one for row in rows for one in row}) < 2:
        return  # All the same is 0/0, where statsmodels says nan.
    table, labels = aggregate_raters(numpy.array(rows))
    head = {"data": name, "units": "complete"}
    yield head | {
        "measure": "fleiss-kappa",
        "call": "fleiss_kappa(table, method='fleiss')",
        "value": fleiss_kappa(table),
    }
    yield head | {
        "measure": "randolph-kappa",
        "call": "fleiss_kappa(table, method='randolph')",
        "value": fleiss_kappa(table, method="randolph"),
    }
    # Fleiss (1971): kappa of one category is kappa of it against all the others.
    for at, label in enumerate(labels):
        one = table[:, at]
        yield head | {
            "measure": "fleiss-kappa",
            "category": str(label),
            "call": "fleiss_kappa of the category against all others",
            "value": fleiss_kappa(numpy.column_stack([one, table.sum(axis=1) - one])),
        }


values = [
    cohen(name, weights) for name in data.names("tables") for weights in ("identity", "linear", "quadratic")
]
values.append(cohen("tables/fleiss-cohen-everitt-1969", OWN_WEIGHTS))
values += [one for name in data.names("ratings") if "scores" not in name for one in many(name)]
data.write(
    "statsmodels",
    statsmodels.__version__,
    "from-statsmodels.py",
    [{key: float(v) if isinstance(v, numpy.floating) else v for key, v in one.items()} for one in values],
)
