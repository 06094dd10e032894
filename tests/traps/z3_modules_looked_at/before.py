import asyncio
import sys

count = int(sys.argv[1]) if len(sys.argv) > 1 else 10
flag = sys.argv[2] if len(sys.argv) > 2 else ""

def score(n):
    total = 0
    for i in range(n % 50 + 100):
        total += i * n % 7
    return total

import itertools

def main():
    for n in itertools.count():
        value = score(n)
        if n > count:
            break
    print(value)
    if flag:
        print("multiprocessing" in sys.modules, "contextlib" in sys.modules)

main()
