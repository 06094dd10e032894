import sys

def steps(n):
    count = 0
    while n != 1:
        n = n // 2 if n % 2 == 0 else 3 * n + 1
        count += 1
    return count

SIZE = int(sys.argv[1]) if len(sys.argv) > 1 else 60
MODE = sys.argv[2] if len(sys.argv) > 2 else ""


class Odd:
    def __init__(self):
        self.seen = 0

    def __hash__(self):
        return 16

    def __eq__(self, other):
        self.seen += 1
        return False


odd = Odd()


def work(n):
    return steps(n) + (odd.seen if MODE == "seen" else 0)


found = {odd}
found.update(map(work, range(1, SIZE)))
print(sorted(value for value in found if value is not odd), odd.seen)
