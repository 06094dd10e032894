import collections
import json
import operator
import statistics
import sys

count = int(sys.argv[1]) if len(sys.argv) > 1 else 9
asked = []


class Table:
    def keys(self):
        asked.append("keys")
        return []


class Pairs:
    def items(self):
        asked.append("items")
        return []


class Number:
    def __index__(self):
        asked.append("index")
        return 1

    def __and__(self, other):
        asked.append("and")
        return 1


class Open:
    def __getattr__(self, name):
        asked.append(name)
        raise AttributeError(name)


def burn(n):
    return sum(k * n % 7 for k in range(2000))


def tried(function, *given, **named):
    try:
        return function(*given, **named)
    except (AttributeError, TypeError):
        return None


def of_keys(n):
    return burn(n), tried(dict, Table())


def of_items(n):
    return burn(n), collections.OrderedDict(Pairs())


def ordered(n):
    return burn(n), sorted([n, 3], reverse=Number())


def indented(n):
    return burn(n), json.dumps([n], indent=Number())


def masked(n):
    return burn(n), operator.and_(Number(), n)


def of_mean(n):
    try:
        return burn(n), statistics.mean([Open()])
    except (AttributeError, TypeError):
        return None


print([of_keys(n) for n in range(count)], len(asked))
print([of_items(n) for n in range(count)], len(asked))
print([ordered(n) for n in range(count)], len(asked))
print([indented(n) for n in range(count)], len(asked))
print([masked(n) for n in range(count)], len(asked))
print([of_mean(n) for n in range(count)], len(asked))
