"""What scikit-learn, statsmodels and nltk print where a coefficient of two raters is degenerate."""

import json
import sys
import warnings

import nltk
import numpy
import sklearn
import statsmodels
from nltk.metrics.agreement import AnnotationTask
from sklearn.metrics import cohen_kappa_score
from statsmodels.stats.inter_rater import aggregate_raters, cohens_kappa, fleiss_kappa, to_table

warnings.simplefilter("ignore")
CASES = {
    "one category": ("aaaa", "aaaa"),
    "one rater constant": ("aaaa", "aabb"),
    "both constant, differing": ("aaaa", "bbbb"),
    "no category in common": ("abab", "cdcd"),
    "one unit, agreed": ("a", "a"),
    "one unit, not agreed": ("a", "b"),
    "no units": ("", ""),
}


def shown(compute):
    try:
        value = float(compute())
    except Exception as error:  # The outcome is the error.
        return type(error).__name__
    return "nan" if numpy.isnan(value) else repr(round(value, 6) + 0.0)


def codes(words):
    labels = sorted(set("".join(words)))
    return [[labels.index(one) for one in word] for word in words]


def statsmodels_kappa(a, b):
    table, _ = to_table(numpy.array(codes((a, b))).T)
    return cohens_kappa(table).kappa


def statsmodels_fleiss(a, b):
    counts, _ = aggregate_raters(numpy.array(codes((a, b))).T)
    return fleiss_kappa(counts)


def task(a, b):
    return AnnotationTask([(rater, unit, label) for rater, word in (("a", a), ("b", b)) for unit, label in enumerate(word)])


values = [
    {
        "case": name,
        "first": a,
        "second": b,
        "cohen": {
            "scikit-learn": shown(lambda: cohen_kappa_score(list(a), list(b))),
            "statsmodels": shown(lambda: statsmodels_kappa(a, b)),
            "nltk": shown(lambda: task(a, b).kappa()),
        },
        "fleiss": {"statsmodels": shown(lambda: statsmodels_fleiss(a, b)), "nltk": shown(lambda: task(a, b).pi())},
        "alpha": {"nltk": shown(lambda: task(a, b).alpha())},
    }
    for name, (a, b) in CASES.items()
]
document = {
    "programs": {
        "scikit-learn": sklearn.__version__,
        "statsmodels": statsmodels.__version__,
        "nltk": nltk.__version__,
    },
    "runtime": f"Python {sys.version.split()[0]}",
    "command": "/usr/bin/python3 scripts/references/degenerate.py",
    "values": values,
}
with open("test/agreement/fixtures/degenerate/python.json", "w", encoding="utf-8") as file:
    json.dump(document, file, indent=2)
    file.write("\n")
