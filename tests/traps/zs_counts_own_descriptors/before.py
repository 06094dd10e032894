# Each item is told with how many threads and open files there are meanwhile.
import os
import sys
from pathlib import Path


def threads():
    for line in Path("/proc", str(os.getpid()), "status").read_text().split("\n"):
        if line.startswith("Threads:"):
            return int(line.split()[1])


def weigh(number):
    open_files = len(os.listdir("/proc/self/fd"))
    total = sum(k * number % 7 for k in range(4000))
    return total, open_files, threads()


count = int(sys.argv[1]) if len(sys.argv) > 1 else 8
for number in range(count):
    total, open_files, running = weigh(number)
    print(number, total, open_files, running)
