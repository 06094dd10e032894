import sys

count = int(sys.argv[1]) if len(sys.argv) > 1 else 9
asked = []


class Part:
    @property
    def level(self):
        asked.append(1)
        return len(asked)

    def __getitem__(self, name):
        asked.append(name)
        return len(asked)


class Whole:
    def __init__(self):
        self.part = Part()


whole = Whole()
parts = {"first": [whole.part]}


def work(n):
    return sum(k * n % 7 for k in range(2000)), "{0.part.level}".format(whole)


def of_list(n):
    return sum(k * n % 7 for k in range(2000)), "{0[0][x]}".format([whole.part])


def named(n):
    return sum(k * n % 7 for k in range(2000)), "{first[0].level}".format_map(parts)


print([work(n) for n in range(count)])
print([of_list(n) for n in range(count)])
print([named(n) for n in range(count)])
