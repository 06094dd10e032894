import sys

import tool


def results(numbers):
    found = []
    for number in numbers:
        found.append(tool.slow(number))
    return found


count = int(sys.argv[1])
if count == 0:
    tool.__dict__.pop("slow")
print(results(range(count)))
