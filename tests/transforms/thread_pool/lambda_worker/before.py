import time


def slow(n):
    time.sleep(0.002)
    return n * n


ask = lambda n: slow(n) - 1
print([ask(n) for n in range(25)])
