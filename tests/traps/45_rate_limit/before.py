import sys
import time


def request(number):
    return number * number % 13


size = int(sys.argv[1]) if len(sys.argv) > 1 else 30
answers = []
for number in range(size):
    answers.append(request(number))
    time.sleep(0.005)
print(answers)
