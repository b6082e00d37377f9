"""Fits the polynomials of org.retrato.runtime.compile.loop and prints their coefficients, highest power first.

A fit has the least greatest weighted error (Lawson's algorithm, 1961). Its coefficients are exact floats: each is rounded
before those of higher powers are fitted anew. Needs numpy and mpmath.
"""

import mpmath as mp
import numpy as np

mp.mp.dps = 40
NODES = 600
ROUNDS = 400


def lawson(values, weights, basis):
    """Returns coefficients c that nearly minimize the greatest of |weights * (values - basis @ c)|."""
    importance = np.ones(len(values))
    least, best = np.inf, None
    for _ in range(ROUNDS):
        scale = np.sqrt(importance) * weights
        norms = np.linalg.norm(basis * scale[:, None], axis=0)
        scaled = basis * scale[:, None] / norms
        coefficients = np.linalg.lstsq(scaled, values * scale, rcond=1e-16)[0] / norms
        errors = np.abs(weights * (values - basis @ coefficients))
        if errors.max() < least:
            least, best = errors.max(), coefficients
        importance *= errors / errors.max() + 1e-6
        importance /= importance.sum()
    return best


def fit(function, terms, low, high, weight):
    """Returns float coefficients from the constant up, and the greatest weighted error."""
    low, high = mp.mpf(low), mp.mpf(high)
    nodes = [(low + high) / 2 - (high - low) / 2 * mp.cospi((i + mp.mpf(0.5)) / NODES) for i in range(NODES)]
    x = np.array([float(t) for t in nodes])
    weights = np.array([float(weight(t)) for t in nodes])
    rest = [function(t) for t in nodes]
    coefficients = []
    for power in range(terms):
        values = np.array([float(r / t**power) for r, t in zip(rest, nodes)])
        basis = np.stack([x**i for i in range(terms - power)], axis=1)
        lowest = np.float32(lawson(values, weights * np.abs(x) ** power, basis)[0])
        coefficients.append(lowest)
        rest = [r - mp.mpf(float(lowest)) * t**power for r, t in zip(rest, nodes)]
    return coefficients, max(w * abs(float(r)) for w, r in zip(weights, rest))


def show(name, function, terms, low, high, weight):
    coefficients, error = fit(function, terms, low, high, weight)
    print(f"{name}: error 2^{np.log2(error):.1f}")
    print("   ", ", ".join(str(c) + "f" for c in reversed(coefficients)))


def of_square(function):
    """Makes a function of the square of its argument."""
    return lambda z: function(mp.sqrt(z))


HALF_LN2 = mp.log(2) / 2 * mp.mpf("1.0005")
SQRT_HALF = mp.sqrt(0.5)
MARGIN = mp.mpf(2) ** -20

# exp(r) = 1 + r + r^2 P(r)
show("Exponentials", lambda r: (mp.expm1(r) - r) / r**2, 6, -HALF_LN2, HALF_LN2, lambda r: abs(r**2 / mp.expm1(r)))
# log(1 + f) = f - f^2 / 2 + f^3 P(f)
show("Logarithms", lambda f: (mp.log1p(f) - f + f**2 / 2) / f**3, 9, SQRT_HALF - 1 - MARGIN, 2 * SQRT_HALF - 1 + MARGIN,
     lambda f: abs(f**3 / mp.log1p(f)))
# sin(r) = r + r^3 P(r^2)
show("Trigonometry", of_square(lambda r: (mp.sin(r) / r - 1) / r**2), 5, 0, (mp.pi / 2 * mp.mpf("1.0005"))**2,
     of_square(lambda r: r**3 / mp.sin(r)))
# ln(1 - erf(-m)) = m + m P(m) for negative m
show("ErrorFunction", lambda m: mp.log(mp.erfc(-m)) / m - 1, 9, -4, "-1e-9", lambda m: mp.erfc(-m) * m / mp.erf(m))
# atanh(s) = s + s^3 P(s^2); the constant is 1/3 in two floats
S = (mp.sqrt(2) - 1) / (mp.sqrt(2) + 1) * mp.mpf("1.0001")
show("Powers, log2", of_square(lambda s: (mp.atanh(s) / s - 1) / s**2), 4, 0, S**2, lambda z: z)
# 2^r = 1 + r P(r)
show("Powers, exp2", lambda r: (2**r - 1) / r, 7, "-0.501", "0.501", abs)
