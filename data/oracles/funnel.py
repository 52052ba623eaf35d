"""Computes binomial limits of funnel plots with SciPy, as expected values for the tests of `analysis/funnel`.

Usage: python funnel.py > funnel.json
For a share of n pairs around a centre: r is the least count with P(R <= r) >= p, and the limit is (r - alpha) / n with
alpha = (P(R <= r) - p) / P(R = r), cut off at 0 and 1 (Spiegelhalter 2005, doi:10.1002/sim.1970, appendix A.1.1).
"""

import json
import platform

import scipy
from scipy.stats import binom, norm

CENTRES = [0.003, 0.05, 0.2, 0.411, 0.5, 0.77, 0.98]
PAIRS = [1, 2, 7, 20, 55, 66, 190, 435, 1770, 2850, 9730, 250_000]
TAILS = [0.025, 0.001]


def limit(pairs, centre, p):
    r = int(binom.ppf(p, pairs, centre))
    # ppf rounds; the definition decides.
    while r > 0 and binom.cdf(r - 1, pairs, centre) >= p:
        r -= 1
    while binom.cdf(r, pairs, centre) < p:
        r += 1
    alpha = (binom.cdf(r, pairs, centre) - p) / binom.pmf(r, pairs, centre)
    return min(1.0, max(0.0, (r - alpha) / pairs))


rows = [
    {
        "pairs": pairs,
        "centre": centre,
        "limits": [[round(limit(pairs, centre, p), 12) for p in (tail, 1 - tail)] for tail in TAILS],
    }
    for centre in CENTRES
    for pairs in PAIRS
]
made = {"script": "funnel.py", "scipy": scipy.__version__, "python": platform.python_version()}
deviations = [round(float(norm.ppf(1 - tail)), 12) for tail in TAILS]
print(f'{{\n"made": {json.dumps(made)},\n"deviations": {json.dumps(deviations)},\n"binomial": [')
print(",\n".join(json.dumps(row) for row in rows))
print("]\n}")
