import sys
import threading
import time

local = threading.local()
local.count = 0


def fetch(n):
    time.sleep(0.002)
    local.count += 1
    return n, threading.current_thread().name, local.count


size = int(sys.argv[1]) if len(sys.argv) > 1 else 30
answers = []
for n in range(size):
    answers.append(fetch(n))
print(answers[-2:], local.count)
