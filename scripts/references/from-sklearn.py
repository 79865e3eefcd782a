"""Cohen's kappa by scikit-learn."""

import sklearn
from sklearn.metrics import cohen_kappa_score

import reference_data as data


def cohen(name, weights):
    a, b = data.columns_of_table(name)
    found = cohen_kappa_score(a, b, labels=list(range(len(data.table(name)))), weights=weights)
    return {
        "data": name,
        "measure": "cohen-kappa",
        "weights": weights or "identity",
        "call": f"cohen_kappa_score(a, b, labels=labels, weights={weights!r})",
        "value": float(found),
    }


data.write(
    "scikit-learn",
    sklearn.__version__,
    "from-sklearn.py",
    [
        cohen(name, weights)
        for name in data.names("tables")
        if name != "tables/counts-in-millions"
        for weights in (None, "linear", "quadratic")
    ],
)
