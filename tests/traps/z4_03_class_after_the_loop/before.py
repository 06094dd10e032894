"""What the work needs is defined only after the loop."""
import sys

size = int(sys.argv[1]) if len(sys.argv) > 1 else 40


def made(n):
    if n < 10:
        return n
    return Wrapper(n).value


results = []
try:
    for n in range(size):
        results.append(made(n))
except NameError as error:
    print("stopped:", error)


class Wrapper:
    def __init__(self, value):
        self.value = value * 2


print(repr(results), made(11))
