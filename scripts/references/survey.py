"""Odds ratios of tables of two by two given their totals, by scipy: R's fisher.test has four digits of them only."""

import scipy
from scipy.stats import fisher_exact
from scipy.stats.contingency import odds_ratio

import reference_data

TABLES = [
    [[3, 1], [1, 3]], [[12, 5], [7, 20]], [[5, 5], [5, 5]], [[1, 9], [11, 3]], [[8, 2], [1, 5]], [[130, 201], [98, 233]],
    [[1, 200], [300, 40]], [[2503, 2497], [2495, 2505]],
]


def of_table(table, level):
    found = odds_ratio(table, kind="conditional")
    ends = found.confidence_interval(level)
    return {
        "kind": "odds ratio", "call": "odds_ratio(table, kind='conditional'), fisher_exact(table)", "table": table, "level": level,
        "p": fisher_exact(table)[1], "value": found.statistic, "low": ends.low, "high": ends.high,
    }


values = [of_table(table, level) for table in TABLES for level in (0.95, 0.9)]
reference_data.write("scipy", scipy.__version__, "survey.py", values, folder="../../fixtures")
