import sys

import tool


def results(numbers):
    found = []
    for number in numbers:
        found.append(tool.slow(number))
    return found


print(results(range(int(sys.argv[1]))))
