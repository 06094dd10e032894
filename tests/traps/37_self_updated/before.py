import sys


class Solver:
    def __init__(self):
        self.solved = 0
        self.worst = 0

    def solve(self, n):
        for _ in range(20_000):
            n = (n * 1103515245 + 12345) % 2147483648
        self.solved += 1
        self.worst = max(self.worst, n)
        return n

    def solve_all(self, size):
        return [self.solve(n) for n in range(size)]


size = int(sys.argv[1]) if len(sys.argv) > 1 else 40
solver = Solver()
print(solver.solve_all(size)[:4], solver.solved, solver.worst)
