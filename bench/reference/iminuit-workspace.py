"""CLs and upper limits of HistFactory workspaces by iminuit: MIGRAD on a numpy likelihood, large-sample formulae.

Reads {tasks: [{workspace, mu, limit, repeats}]} as JSON from stdin; writes per task CPU seconds and the observed CLs at mu,
or the observed and median expected limits, as JSON. Modifiers: normfactor, normsys (code 4), histosys (code 4p), shapesys.
"""
import json
import math
import sys
import time

import numpy as np
from iminuit import Minuit


def cdf(x):
    return 0.5 * math.erfc(-x / math.sqrt(2))


class Model:
    """A workspace with all of its bins in one row, its modifiers as matrices over samples and bins."""

    def __init__(self, workspace):
        self.names, self.init, self.low, self.high, self.sigma, self.tau = [], [], [], [], [], []
        bins = sum(len(c['samples'][0]['data']) for c in workspace['channels'])
        rows, self.factors, self.norms, self.shapes = [], [], [], []
        first = 0
        for channel in workspace['channels']:
            size = len(channel['samples'][0]['data'])
            where = slice(first, first + size)
            for sample in channel['samples']:
                row = np.zeros(bins)
                row[where] = sample['data']
                s = len(rows)
                rows.append(row)
                for m in sample['modifiers']:
                    if m['type'] == 'normfactor':
                        self.factors.append((s, np.arange(first, first + size), [self.at(m['name'], 1, 0, 10)] * size))
                    elif m['type'] == 'normsys':
                        self.norms.append((s, self.at(m['name'], 0, -5, 5, sigma=1), m['data']['hi'], m['data']['lo']))
                    elif m['type'] == 'histosys':
                        up, down = np.zeros(bins), np.zeros(bins)
                        up[where] = np.array(m['data']['hi_data']) - row[where]
                        down[where] = row[where] - np.array(m['data']['lo_data'])
                        self.shapes.append((s, self.at(m['name'], 0, -5, 5, sigma=1), up, down))
                    elif m['type'] == 'shapesys':
                        tau = [(x / e) ** 2 for x, e in zip(sample['data'], m['data'])]
                        ks = [self.at(f"{m['name']}[{i}]", 1, 1e-10, 10, tau=t) for i, t in enumerate(tau)]
                        self.factors.append((s, np.arange(first, first + size), ks))
            first += size
        self.nominal = np.array(rows)
        self.poi = self.names.index(workspace['measurements'][0]['config']['poi'])
        data = {o['name']: o['data'] for o in workspace['observations']}
        self.counts = np.concatenate([data[c['name']] for c in workspace['channels']]).astype(float)
        self.normal = np.array([k for k, s in enumerate(self.sigma) if s is not None], int)
        self.poisson = np.array([k for k, t in enumerate(self.tau) if t is not None], int)
        self.taus = np.array([self.tau[k] for k in self.poisson])
        self.aux = np.array(self.init, float)
        self.norm_s = np.array([n[0] for n in self.norms], int)
        self.norm_k = np.array([n[1] for n in self.norms], int)
        hi, lo = np.array([n[2] for n in self.norms]), np.array([n[3] for n in self.norms])
        self.log_hi, self.log_lo = np.log(hi), np.log(lo)
        a, c = self.log_hi, self.log_lo
        e0, e1, e2 = (hi + lo) / 2 - 1, (hi * a + lo * c) / 2, (hi * a * a + lo * c * c) / 2
        o0, o1, o2 = (hi - lo) / 2, (hi * a - lo * c) / 2, (hi * a * a - lo * c * c) / 2
        a6 = (e2 - 5 * e1 + 8 * e0) / 8
        a4 = (e1 - 2 * e0 - 4 * a6) / 2
        a5 = (o2 - 3 * o1 + 3 * o0) / 8
        a3 = (o1 - o0 - 4 * a5) / 2
        self.terms = np.array([o0 - a3 - a5, e0 - a4 - a6, a3, a4, a5, a6])
        self.shape_s = np.array([s[0] for s in self.shapes], int)
        self.shape_k = np.array([s[1] for s in self.shapes], int)
        self.up = np.array([s[2] for s in self.shapes]).reshape(-1, bins)
        self.down = np.array([s[3] for s in self.shapes]).reshape(-1, bins)

    def at(self, name, init, low, high, sigma=None, tau=None):
        if name not in self.names:
            self.names.append(name)
            for column, value in zip((self.init, self.low, self.high, self.sigma, self.tau), (init, low, high, sigma, tau)):
                column.append(value)
        return self.names.index(name)

    def expected(self, theta):
        events = self.nominal.copy()
        if len(self.shape_s):
            alpha = theta[self.shape_k][:, None]
            inside = alpha * ((self.up + self.down) / 2
                              + alpha * (self.up - self.down) / 16 * (15 - 10 * alpha**2 + 3 * alpha**4))
            moved = np.where(np.abs(alpha) > 1, alpha * np.where(alpha > 0, self.up, self.down), inside)
            np.add.at(events, self.shape_s, moved)
        factor = np.ones(len(events))
        alpha = theta[self.norm_k]
        powers = np.cumprod(np.tile(alpha, (6, 1)), axis=0)
        inner = 1 + np.sum(self.terms * powers, axis=0)
        outer = np.exp(np.where(alpha > 0, alpha * self.log_hi, -alpha * self.log_lo))
        np.multiply.at(factor, self.norm_s, np.where(np.abs(alpha) >= 1, outer, inner))
        events *= factor[:, None]
        for s, where, ks in self.factors:
            events[s, where] *= theta[ks]
        return events.sum(axis=0)

    def value(self, counts, aux):
        some = counts > 0

        def twice_nll(theta):
            mean = self.expected(theta)
            if np.any(mean <= 0):
                return 1e30
            total = 2 * (np.sum(mean - counts) + np.sum(counts[some] * np.log(counts[some] / mean[some])))
            total += np.sum((theta[self.normal] - aux[self.normal]) ** 2)
            if len(self.poisson):
                n, m = aux[self.poisson] * self.taus, theta[self.poisson] * self.taus
                total += 2 * np.sum(m - n + n * np.log(n / m))
            return total

        return twice_nll

    def fit(self, counts, aux, mu=None, start=None):
        minuit = Minuit(self.value(counts, aux), np.array(self.init if start is None else start, float))
        minuit.errordef = 1
        minuit.strategy = 0
        minuit.limits = list(zip(self.low, self.high))
        minuit.errors = [0.1 if k != self.poi else 0.3 for k in range(len(self.names))]
        if mu is not None:
            minuit.values[self.poi] = mu
            minuit.fixed[self.poi] = True
        minuit.migrad()
        return np.array(minuit.values), minuit.fval


class Test:
    def __init__(self, model):
        self.model = model
        self.background, _ = model.fit(model.counts, model.aux, mu=0)
        self.asimov = model.expected(self.background)
        self.free, self.best = model.fit(model.counts, model.aux)

    def q(self, mu):
        model = self.model
        _, here = model.fit(model.counts, model.aux, mu=mu, start=self.free)
        q = 0 if self.free[model.poi] > mu else max(0, here - self.best)
        _, there = model.fit(self.asimov, self.background, mu=mu, start=self.background)
        return math.sqrt(q), math.sqrt(max(0, there))

    def cls(self, mu):
        a, b = self.q(mu)
        if a <= b:
            return cdf(-a) / cdf(b - a)
        return cdf(-(a * a + b * b) / (2 * b)) / cdf(-(a * a - b * b) / (2 * b))

    def median(self, mu):
        return 2 * cdf(-self.q(mu)[1])


def crossing(f, high):
    low, at_low = 0.0, 0.95
    at_high = f(high) - 0.05
    for _ in range(40):
        middle = low - at_low * (high - low) / (at_high - at_low)
        at = f(middle) - 0.05
        if abs(at) < 1e-5:
            return middle
        if at > 0:
            low, at_low = middle, at
            at_high /= 2
        else:
            high, at_high = middle, at
            at_low /= 2
    return middle


out = []
for task in json.load(sys.stdin)['tasks']:
    model = Model(task['workspace'])
    before = time.process_time()
    for _ in range(task['repeats']):
        test = Test(model)
        answer = [crossing(test.cls, 4), crossing(test.median, 4)] if task['limit'] else [test.cls(task['mu'])]
    out.append({'seconds': (time.process_time() - before) / task['repeats'], 'answer': answer})
print(json.dumps(out))
