"""Kendall's W by scipy, from Friedman's chi-square, which both correct for ties."""

import numpy
import scipy
from scipy.stats import friedmanchisquare

import reference_data as data


def concordance(name):
    rows = data.complete(data.numbers(data.ratings(name)) or [])
    if len(rows) < 3 or len(rows[0]) < 3:
        return
    # Raters rank the units: units are what Friedman's test calls treatments.
    chi_square = friedmanchisquare(*numpy.array(rows)).statistic
    if numpy.isnan(chi_square):
        return
    yield {
        "data": name,
        "measure": "kendall-w",
        "units": "complete",
        "call": "friedmanchisquare(*units) / (raters * (units - 1))",
        "value": float(chi_square) / (len(rows[0]) * (len(rows) - 1)),
    }


data.write(
    "scipy",
    scipy.__version__,
    "from-scipy.py",
    [one for name in data.names("ratings") for one in concordance(name)],
)
