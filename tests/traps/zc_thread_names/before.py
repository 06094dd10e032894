import asyncio
import sys

count = int(sys.argv[1]) if len(sys.argv) > 1 else 10
flag = sys.argv[2] if len(sys.argv) > 2 else ""

import time, threading, concurrent.futures

def load(number):
    time.sleep(0.002)
    return number

def main():
    found = []
    for number in range(count):
        found.append(load(number))
    return found

def who():
    return threading.current_thread().name

print(main())
pool = concurrent.futures.ThreadPoolExecutor(1)
print(pool.submit(who).result())
