import sys
import time


class Rows(list):
    added = 0

    def __add__(self, other):
        Rows.added += 1
        return Rows(list(self) + [Rows.added])

    __radd__ = __add__


def total(number):
    time.sleep(0.002)
    return sum([Rows([number]), Rows([number])], [])


def main():
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 15
    found = []
    for number in range(size):
        found.append(total(number))
    print(found)


main()
