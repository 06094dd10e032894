import sys
import time

buffer = [0, 0]


def fetch(n):
    buffer[0] = n
    time.sleep(0.002)
    buffer[1] = buffer[0] * 3
    time.sleep(0.001)
    return buffer[0] + buffer[1]


size = int(sys.argv[1]) if len(sys.argv) > 1 else 30
answers = []
for n in range(size):
    answers.append(fetch(n))
print(answers, buffer)
