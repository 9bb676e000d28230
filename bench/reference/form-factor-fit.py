"""The fit of bench/fits.bench.ts by iminuit on numpy: templates multiplied by polynomials, MIGRAD, HESSE and MINOS.

Reads {observed, templates, start, repeats} as JSON from stdin; templates are those of 1, a, b, a^2, ab, b^2. Writes CPU
seconds of `repeats` fits and the values.
"""
import json
import sys
import time

import numpy as np
from iminuit import Minuit

given = json.load(sys.stdin)
observed, templates = np.array(given['observed']), np.array(given['templates'])
some = observed > 0
saturated = observed[some] * np.log(observed[some]) - observed[some]


def chi2(a, b):
    mu = np.array([1, a, b, a * a, a * b, b * b]) @ templates
    if np.any(mu <= 0):
        return np.inf
    return 2 * (np.sum(mu) - np.sum(observed[some] * np.log(mu[some])) + np.sum(saturated))


def fit():
    minuit = Minuit(chi2, *given['start'])
    minuit.errordef = 1
    minuit.migrad()
    minuit.hesse()
    minuit.minos()
    return minuit


best = fit()
before = time.process_time()
for _ in range(given['repeats']):
    fit()
print(json.dumps({'seconds': time.process_time() - before, 'answer': list(best.values)}))
