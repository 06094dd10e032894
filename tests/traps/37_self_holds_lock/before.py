import logging
import sys
import threading


class Solver:
    def __init__(self, step):
        self.step = step
        self.lock = threading.Lock()
        self.log = logging.getLogger("solver")

    def solve(self, n):
        for _ in range(20_000):
            n = (n * 1103515245 + self.step) % 2147483648
        return n

    def solve_all(self, size):
        results = []
        for n in range(size):
            results.append(self.solve(n))
        return results


size = int(sys.argv[1]) if len(sys.argv) > 1 else 40
print(Solver(3).solve_all(size)[:4])
