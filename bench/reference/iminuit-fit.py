"""The fit of bench/iminuit.bench.ts by iminuit: MIGRAD, HESSE and MINOS of all parameters, numpy likelihood.

Reads {counts, start, errors, lower, upper, repeats} as JSON from stdin, writes CPU seconds per fit, with and without
MINOS, the minimum and the MINOS errors as JSON.
"""
import json
import sys
import time

import numpy as np
from iminuit import Minuit

given = json.load(sys.stdin)
counts = np.array(given['counts'])
bins = len(counts)
t = (np.arange(bins) + 0.5) / bins
some = counts > 0


def twice_nll(n, mean, width, background, slope):
    z = (t - mean) / width
    mu = (n * 0.3989422804014327 / width * np.exp(-0.5 * z * z) + background * (1 + slope * (t - 0.5))) / bins
    if np.any(mu <= 0):
        return np.inf
    return 2 * (np.sum(mu - counts) - np.sum(counts[some] * np.log(mu[some] / counts[some])))


def fit(with_minos):
    minuit = Minuit(twice_nll, *given['start'])
    minuit.errordef = 1
    minuit.errors = given['errors']
    minuit.limits = list(zip(given['lower'], given['upper']))
    minuit.migrad()
    minuit.hesse()
    if with_minos:
        minuit.minos()
    return minuit


def seconds(with_minos):
    fit(with_minos)
    before = time.process_time()
    for _ in range(given['repeats']):
        fit(with_minos)
    return (time.process_time() - before) / given['repeats']


best = fit(True)
print(json.dumps({
    'hesse': seconds(False), 'minos': seconds(True), 'value': best.fval,
    'errors': [[best.merrors[k].lower, best.merrors[k].upper] for k in range(5)],
}))
