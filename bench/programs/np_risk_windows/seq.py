# SPDX-License-Identifier: Apache-2.0
"""How much of the risk of a portfolio is one common factor: a covariance and its largest eigenvalue for each day."""
import sys

import numpy as np


def common_share(returns):
    covariance = np.cov(returns, rowvar=False)
    vector = np.ones(len(covariance))
    for _ in range(60):
        vector = covariance @ vector
        vector = vector / np.sqrt(vector @ vector)
    return (vector @ covariance @ vector) / np.trace(covariance)


def main():
    days = int(sys.argv[1]) if len(sys.argv) > 1 else 4_000
    rng = np.random.default_rng(34)
    market = rng.normal(0.0004, 0.01, days)
    betas = rng.uniform(0.3, 1.6, 60)
    mood = 1.0 + 0.8 * np.sin(np.arange(days) / 300.0)
    returns = np.outer(market * mood, betas) + rng.normal(0.0, 0.015, (days, 60))

    shares = [common_share(returns[day - 250 : day]) for day in range(250, days)]
    for day in range(250, days, days // 12):
        print(f"day {day}: {shares[day - 250]:.12f}")
    print(f"most on day {250 + int(np.argmax(shares))}, {sum(share > 0.5 for share in shares)} days above one half")


if __name__ == "__main__":
    main()
