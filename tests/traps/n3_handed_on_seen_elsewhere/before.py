import sys


def scaled(values, factor):
    return [value * factor for value in values]


def moved(values):
    return [value + OFFSET for value in values]


OFFSET = 0.25


def shown():
    return len(middle), middle[:2]


n = int(sys.argv[1]) if len(sys.argv) > 1 else 6
middle = scaled([1.0 * i for i in range(n)], 1.5)
last = moved(middle)
end = scaled(last, 2.0)
print(shown(), end)


def closed(values):
    def count():
        return len(low), low[-1:]

    low = scaled(values, 0.5)
    high = moved(low)
    top = moved(high)
    return count(), top


def looped(values, turns):
    print("in", len(values))
    for turn in range(turns):
        if turn > 1:
            print(before[-1:])
        before = scaled(values, 0.5)
        values = moved(before)
        if turn == 3:
            break
    return values


def hidden(values):
    OFFSET = 4.0
    low = scaled(values, OFFSET)
    high = moved(low)
    return high


print(closed(end), looped(end, n), hidden(end))
if n > 6:
    OFFSET = "none"
    try:
        print(hidden(end))
    except TypeError as error:
        print(error)
