import math as _math
import numba
import numpy as np
from math import erf, exp, log, sqrt


def compiled(function):
    """By Numba, kept on disk if it can be; None where that is turned off."""
    if numba.config.DISABLE_JIT or numba.config.BOUNDSCHECK == 0:
        return None
    try:
        return numba.njit(cache=True, boundscheck=True)(function)
    except RuntimeError:  # no folder to keep it in
        return numba.njit(boundscheck=True)(function)


@compiled
def square_root(number):
    """Its square root, if it has one."""
    if number < 0:
        raise ValueError
    return np.sqrt(number)


@compiled
def finite(number):
    """The number, if it is one: Python raises instead."""
    if not abs(number) <= 1.7976931348623157e308:
        raise ValueError
    return number


def normal(x):
    return 0.5 * (1.0 + erf(x / sqrt(2.0)))


@compiled
def loop_by_numba_loop(spots, rate, sigma, years, strike, highest, total, exponent):
    """A loop of value(), on arrays."""
    for spot in spots:
        drift = (rate + 0.5 * finite(_math.pow(sigma, exponent))) * years
        first = (
            (finite(_math.log(spot / strike)) + drift) / (sigma
            * square_root(years))
        )
        x_1 = first - sigma * square_root(years)
        price = (
            spot * (0.5 * (1.0 + _math.erf(first / square_root(2.0)))) - strike
            * finite(_math.exp(-rate * years)) * (0.5 * (1.0 + _math.erf(x_1
            / square_root(2.0))))
        )
        if price > highest:
            highest = price
        total += price
    return highest, total


def loop_by_numba(spots, rate, sigma, years, strike, highest, total):
    """A loop of value(), compiled. None: not done, it would differ."""
    if numba.config.USING_SVML:
        return None
    try:
        highest, total = loop_by_numba_loop(np.array(spots, dtype=float), rate, sigma, years, strike, highest, total, 2.0)
    except Exception:  # nothing has been changed yet
        return None
    return highest, total


def value(spots, strike, rate, sigma, years):
    """The mean price of a call option, and the highest."""
    total = highest = 0.0
    folded = loop_by_numba(spots, rate, sigma, years, strike, highest, total)
    if folded is None:
        for spot in spots:
            drift = (rate + 0.5 * sigma**2) * years
            first = (log(spot / strike) + drift) / (sigma * sqrt(years))
            price = spot * normal(first) - strike * exp(-rate * years) * normal(first - sigma * sqrt(years))
            if price > highest:
                highest = price
            total += price
    else:
        highest, total = folded
    return total / len(spots), highest


for spots in ([90.0 + 0.25 * k for k in range(100)], [100.0], [100.0, 0.0], [100.0, -1.0], [float("inf")]):
    try:
        print(value(spots, 100.0, 0.03, 0.2, 1.5))
    except ValueError as error:
        print(error)
