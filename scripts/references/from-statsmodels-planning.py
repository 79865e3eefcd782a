"""The variance of kappa in the common correlation model by statsmodels, and goodness-of-fit limits by scipy's solver."""

import warnings

import numpy
import scipy
import statsmodels
from scipy.optimize import brentq
from scipy.stats import chi2, chisquare
from statsmodels.stats.inter_rater import cohens_kappa

import reference_data as data


def shares(kappa, prevalence):
    mixed = prevalence * (1 - prevalence)
    return (1 - prevalence) ** 2 + mixed * kappa, 2 * mixed * (1 - kappa), prevalence**2 + mixed * kappa


def variance(kappa, prevalence):
    neither, one, both = shares(kappa, prevalence)
    n = 1e6
    found = cohens_kappa(n * numpy.array([[neither, one / 2], [one / 2, both]]))
    return {
        "measure": "kappa-variance", "kappa": kappa, "prevalence": prevalence,
        "call": "n * cohens_kappa(expected table).std_kappa ** 2", "value": float(n * found.std_kappa**2),
    }


def limits(name, level):
    (neither, second), (first, both) = data.table(name)
    n = neither + second + first + both
    observed = numpy.array([neither, first + second, both])
    prevalence = (2 * both + first + second) / (2 * n)
    value = 1 - (first + second) / (2 * n * prevalence * (1 - prevalence))
    least = -min(prevalence / (1 - prevalence), (1 - prevalence) / prevalence)
    away = lambda kappa: chisquare(observed, n * numpy.array(shares(kappa, prevalence))).statistic - chi2.ppf(level, 1)
    solve = lambda end: brentq(away, value, end, xtol=1e-15)
    return {
        "measure": "goodness-of-fit", "data": name, "level": level,
        "call": "brentq(chisquare(counts, model).statistic - chi2.ppf(level, 1))",
        "value": value, "low": solve(least + 1e-12), "high": solve(1 - 1e-12),
    }


warnings.simplefilter("error")
tables = [name for name in data.names("tables") if len(data.table(name)) == 2 and all(cell > 0 for row in data.table(name) for cell in row)]
data.write(
    "common-correlation",
    f"statsmodels {statsmodels.__version__}, scipy {scipy.__version__}",
    "from-statsmodels-planning.py",
    [variance(kappa, prevalence) for kappa in (-0.1, 0, 0.4, 0.7, 0.95) for prevalence in (0.1, 0.3, 0.5, 0.85)]
    + [limits(name, level) for name in tables for level in (0.8, 0.95)],
    folder="planning",
)
