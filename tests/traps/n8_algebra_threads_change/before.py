import ctypes
import sys

import numpy as np

size = int(sys.argv[1]) if len(sys.argv) > 1 else 4


def score(number):
    a = np.random.default_rng(number).normal(0.0, 1.0, (150, 150))
    return float(np.linalg.inv(a).sum())


def limit(threads):
    with open("/proc/self/maps") as maps:
        for line in maps:
            path = line.split()[-1]
            if "openblas" in path:
                library = ctypes.CDLL(path)
                for name in ("scipy_openblas_set_num_threads64_", "openblas_set_num_threads64_"):
                    if hasattr(library, name):
                        getattr(library, name)(threads)
                return


for number in range(size):
    print(score(number))
    limit(1 + number % 2)
