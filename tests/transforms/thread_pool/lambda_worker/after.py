import time
from concurrent.futures import ThreadPoolExecutor


def slow(n):
    time.sleep(0.002)
    return n * n


ask = lambda n: slow(n) - 1
with ThreadPoolExecutor(max_workers=32) as pool:
    print(list(pool.map(ask, range(25))))
