"""The limit and the toys of bench/counting.bench.ts by numpy and scipy, vectorised.

Reads {task: 'limit' or 'toys', n, b, error, level, repeats, toys, signal} as JSON from stdin; writes CPU seconds of
`repeats` times the work, and the answer.
  limit: CLs of a count over a Gaussian background cut off at zero, Gauss-Legendre nodes over eight standard deviations,
         solved by brentq
  toys:  CLs of the profile likelihood ratio by pseudo-experiments, the background profiled in closed form
"""
import json
import sys
import time

import numpy as np
from scipy.optimize import brentq
from scipy.special import pdtr

given = json.load(sys.stdin)
n, b, error = given['n'], given['b'], given['error']


def limit():
    low, high = max(0.0, b - 8 * error), b + 8 * error
    x, w = np.polynomial.legendre.leggauss(64)
    x = low + (high - low) * (x + 1) / 2
    w = w * np.exp(-0.5 * ((x - b) / error) ** 2)
    below = w @ pdtr(n, x)
    return brentq(lambda s: w @ pdtr(n, s + x) / below - given['level'], 0, 200, xtol=1e-10)


def term(count, mean):
    return mean - np.where(count > 0, count * np.log(np.where(count > 0, mean, 1)), 0)


def background(s, count, center):
    """The background that maximises the likelihood at signal s: the root of a quadratic, not below zero."""
    half = 0.5 * (s - center + error * error)
    root = -half + np.sqrt(half * half + s * center - error * error * (s - count))
    return np.maximum(root, 0)


def statistic(s, count, center):
    """2 ln of the likelihood ratio of s, 0 where the best signal is above it."""
    at = background(s, count, center)
    best_signal = np.maximum(count - np.maximum(center, 0), 0)
    best = np.where(best_signal > 0, np.maximum(center, 0), background(0, count, center))
    value = term(count, s + at) + 0.5 * ((at - center) / error) ** 2
    least = term(count, best_signal + best) + 0.5 * ((best - center) / error) ** 2
    return np.where(best_signal > s, 0, np.maximum(0, 2 * (value - least)))


def toys():
    s, random = given['signal'], np.random.default_rng(1)
    seen = statistic(s, np.array([n]), np.array([b]))[0]
    parts = []
    for true in (s, 0):
        mean = background(true, n, b)
        count = random.poisson(true + mean, given['toys'])
        center = mean + error * random.standard_normal(given['toys'])
        parts.append(np.mean(statistic(s, count, center) >= seen - 1e-9))
    return parts[0] / parts[1]


work = limit if given['task'] == 'limit' else toys
answer = float(work())
before = time.process_time()
for _ in range(given['repeats']):
    work()
print(json.dumps({'seconds': time.process_time() - before, 'answer': answer}))
