"""The fit of bench/minimise.bench.ts by iminuit (MIGRAD, with HESSE or without) or scipy (L-BFGS-B), with the exact gradient.

Reads {task, counts, start, errors, lower, upper, repeats} as JSON from stdin; task is 'migrad', 'hesse' or 'scipy'. Writes
CPU seconds of `repeats` fits and the minimum.
"""
import json
import sys
import time

import numpy as np

given = json.load(sys.stdin)
counts = np.array(given['counts'])
bins = len(counts)
t = (np.arange(bins) + 0.5) / bins
some = counts > 0


def parts(x):
    z = (t - x[1]) / x[2]
    unit = 0.3989422804014327 / x[2] * np.exp(-0.5 * z * z) / bins
    line = (1 + x[4] * (t - 0.5)) / bins
    return z, unit, line, x[0] * unit + x[3] * line


def value(x):
    mu = parts(x)[3]
    if np.any(mu <= 0):
        return np.inf
    return 2 * (np.sum(mu - counts) - np.sum(counts[some] * np.log(mu[some] / counts[some])))


def gradient(x):
    z, unit, line, mu = parts(x)
    weight = 2 * (1 - counts / mu)
    return np.array([
        weight @ unit,
        weight @ (x[0] * unit * z) / x[2],
        weight @ (x[0] * unit * (z * z - 1)) / x[2],
        weight @ line,
        weight @ (x[3] * (t - 0.5)) / bins,
    ])


limits = list(zip(given['lower'], given['upper']))
if given['task'] == 'scipy':
    from scipy.optimize import minimize

    # In units of the errors: without them this method takes many times as many steps.
    unit = np.array(given['errors'])

    def fit():
        found = minimize(
            lambda y: value(y * unit), np.array(given['start']) / unit, jac=lambda y: gradient(y * unit) * unit,
            bounds=[(low / u, high / u) for (low, high), u in zip(limits, unit)], method='L-BFGS-B',
        )
        return found.fun
else:
    from iminuit import Minuit

    def fit():
        minuit = Minuit(value, given['start'], grad=gradient)
        minuit.errordef = 1
        minuit.errors = given['errors']
        minuit.limits = limits
        minuit.migrad()
        if given['task'] == 'hesse':
            minuit.hesse()
        return minuit.fval


best = float(fit())
before = time.process_time()
for _ in range(given['repeats']):
    fit()
print(json.dumps({'seconds': time.process_time() - before, 'answer': best}))
