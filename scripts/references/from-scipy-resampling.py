"""BCa intervals by scipy, with its resamples, and what kappa is without each unit, by scikit-learn and statsmodels."""

import warnings

import numpy
import scipy
import sklearn
import statsmodels
from scipy.stats import bootstrap
from scipy.stats._resampling import _bca_interval
from sklearn.metrics import cohen_kappa_score
from statsmodels.stats.inter_rater import aggregate_raters, fleiss_kappa

import reference_data as data

REPLICATES = 399


def cohen(name, weights):
    columns = data.columns_of_table(name) if name.startswith("tables/") else list(zip(*data.complete(data.numbers(data.ratings(name)))))
    a, b = (numpy.array(column, dtype=int) for column in columns)
    labels = sorted({*a, *b})
    given = None if weights == "identity" else weights
    return len(a), lambda units: cohen_kappa_score(a[units], b[units], labels=labels, weights=given)


def fleiss(name, _):
    rows = numpy.array(data.complete(data.numbers(data.ratings(name))), dtype=int)
    counts, _ = aggregate_raters(rows)
    return len(counts), lambda units: fleiss_kappa(counts[units])


def one(name, measure, weights, kind, seed):
    n, of_units = kind(name, weights)
    everyone = numpy.arange(n)
    statistic = lambda units: of_units(units.astype(int))
    without = [statistic(numpy.delete(everyone, unit)) for unit in everyone]
    spread = numpy.array(without) - numpy.mean(without)
    found = {}
    limits = []
    for level in (0.8, 0.95):
        found = bootstrap(
            (everyone,), statistic, vectorized=False, n_resamples=REPLICATES, method="BCa",
            confidence_level=level, random_state=numpy.random.default_rng(seed),
        )
        interval = found.confidence_interval
        limits.append({"level": level, "low": interval.low, "high": interval.high})
    of_rows = lambda units, axis=-1: numpy.apply_along_axis(statistic, axis, units)
    accelerated = _bca_interval((everyone,), of_rows, -1, 0.025, found.bootstrap_distribution, None)[2]
    return {
        "data": name,
        "measure": measure,
        "weights": weights,
        "call": "bootstrap((units,), kappa, method='BCa')",
        "value": float(statistic(everyone)),
        "without": [float(value) for value in without],
        "jackknife": float(numpy.sqrt((n - 1) / n * numpy.sum(spread**2))),
        "acceleration": float(accelerated),
        "resamples": [float(value) for value in found.bootstrap_distribution],
        "limits": limits,
    }


warnings.simplefilter("error")
data.write(
    "scipy",
    f"{scipy.__version__}, scikit-learn {sklearn.__version__}, statsmodels {statsmodels.__version__}",
    "from-scipy-resampling.py",
    [
        one("tables/drawn-5-categories-up-to-30", "cohen-kappa", "identity", cohen, 1),
        one("tables/ms-patients-winnipeg", "cohen-kappa", "linear", cohen, 2),
        one("ratings/drawn-ordinal-40-units-2-raters-5-points", "cohen-kappa", "quadratic", cohen, 3),
        one("ratings/fleiss-1971", "fleiss-kappa", "identity", fleiss, 4),
        one("ratings/drawn-nominal-30-units-6-raters-5-categories", "fleiss-kappa", "identity", fleiss, 5),
    ],
    folder="resampling",
)
