import os
import sys

if len(sys.argv) > 2:
    os.environ["OPENBLAS_NUM_THREADS"] = sys.argv[2]
import numpy as np

os.environ["OPENBLAS_NUM_THREADS"] = "1"  # too late for this process
size = int(sys.argv[1]) if len(sys.argv) > 1 else 4


def score(number):
    a = np.random.default_rng(number).normal(0.0, 1.0, (90 + 30 * (number % 4), 120))
    b = a @ a.T + np.eye(len(a))
    small = b.astype(np.float32)
    c = np.linalg.inv(b) @ np.linalg.solve(b, a)
    d = np.linalg.eigvalsh(b).sum() + np.linalg.eigvals(b[:40, :40]).real.sum()
    e = np.vdot(b, b) + np.tensordot(a, a) + np.inner(b[0], b[1]) + np.correlate(a[0], b[0]).sum()
    f = np.linalg.slogdet(b)[1] + (small @ small).sum() + np.corrcoef(a)[0, 1] + np.cov(a)[1, 2]
    return [float(x) for x in (c.sum(), np.linalg.norm(c), d, e, f)]


def main():
    found = []
    for number in range(size):
        found.append(score(number))
    print(found)


if __name__ == "__main__":
    main()
