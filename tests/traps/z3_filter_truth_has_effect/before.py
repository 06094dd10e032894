import sys

asked = [0]

def burn(n):
    value = n
    for _ in range(4000):
        value = (value * 1103515245 + 12345) % 2147483648
    return value


class Answer:
    def __init__(self, value):
        self.value = value

    def __bool__(self):
        asked[0] += 1
        return self.value % 3 == 0


def good(n):
    return Answer(burn(n) + asked[0])


size = int(sys.argv[1]) if len(sys.argv) > 1 else 30
print(list(filter(good, range(size))), asked)
