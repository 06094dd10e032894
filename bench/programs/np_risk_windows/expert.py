# SPDX-License-Identifier: Apache-2.0
"""Days in forked processes, which have the returns already: each is told its number."""
import multiprocessing
import os
import sys
from concurrent.futures import ProcessPoolExecutor

os.environ["OPENBLAS_NUM_THREADS"] = "1"  # each process has a CPU of its own

import numpy as np  # noqa: E402


def common_share(returns):
    covariance = np.cov(returns, rowvar=False)
    vector = np.ones(len(covariance))
    for _ in range(60):
        vector = covariance @ vector
        vector = vector / np.sqrt(vector @ vector)
    return (vector @ covariance @ vector) / np.trace(covariance)


def share_of(day):
    return common_share(returns[day - 250 : day])


def main():
    global returns
    days = int(sys.argv[1]) if len(sys.argv) > 1 else 4_000
    rng = np.random.default_rng(34)
    market = rng.normal(0.0004, 0.01, days)
    betas = rng.uniform(0.3, 1.6, 60)
    mood = 1.0 + 0.8 * np.sin(np.arange(days) / 300.0)
    returns = np.outer(market * mood, betas) + rng.normal(0.0, 0.015, (days, 60))

    with ProcessPoolExecutor(
        len(os.sched_getaffinity(0)), multiprocessing.get_context("fork")
    ) as pool:
        shares = list(pool.map(share_of, range(250, days), chunksize=100))
    for day in range(250, days, days // 12):
        print(f"day {day}: {shares[day - 250]:.12f}")
    print(f"most on day {250 + int(np.argmax(shares))}, {sum(share > 0.5 for share in shares)} days above one half")


if __name__ == "__main__":
    main()
