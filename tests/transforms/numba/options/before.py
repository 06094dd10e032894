from math import erf, exp, log, sqrt


def normal(x):
    return 0.5 * (1.0 + erf(x / sqrt(2.0)))


def value(spots, strike, rate, sigma, years):
    """The mean price of a call option, and the highest."""
    total = highest = 0.0
    for spot in spots:
        drift = (rate + 0.5 * sigma**2) * years
        first = (log(spot / strike) + drift) / (sigma * sqrt(years))
        price = spot * normal(first) - strike * exp(-rate * years) * normal(first - sigma * sqrt(years))
        if price > highest:
            highest = price
        total += price
    return total / len(spots), highest


for spots in ([90.0 + 0.25 * k for k in range(100)], [100.0], [100.0, 0.0], [100.0, -1.0], [float("inf")]):
    try:
        print(value(spots, 100.0, 0.03, 0.2, 1.5))
    except ValueError as error:
        print(error)
