import os
from concurrent.futures import InterpreterPoolExecutor
from math import factorial

with InterpreterPoolExecutor(
    max_workers=min(2, len(os.sched_getaffinity(0)))
) as pool:
    digits = list(pool.map(factorial, range(60)))
print(sum(digits))
