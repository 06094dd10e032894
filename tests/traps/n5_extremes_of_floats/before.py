def scaled(values, by):
    made = []
    for value in values:
        made.append(value * by)
    return made


def far(values, limit):
    count = 0
    for value in values:
        if abs(value) > limit:
            count += 1
    return count


def plain(values, by):
    made = scaled(values, by)
    print(max(made), min(made), sum(made), far(made, 1.5))


def keyed(values, by):
    made = scaled(values, by)
    print(max(made, key=abs), min(made, default=None), sum(made, 0.5), max(made, made[0:1] or [0]), far(made, 1.5))


def later(values, by):
    made = scaled(values, by)
    print(far(made, 1.5), max(made), made.pop(), min(made), sum(made))


def again(values, by):
    made = scaled(values, by)
    more = scaled(made, by)
    print(max(made), max(more), max(made) is max(made), sum(more) - sum(made))
    print(min(more), far(more, 2.0), far(made, 2.0))
    return max(more)


NAN, INF = float("nan"), float("inf")
for values in ([0.5, -2.0, 3.5], [0.0, -0.0], [-0.0, 0.0], [NAN, 1.0], [1.0, NAN, 3.0], [INF, -INF], [0.1] * 11,
               [1e16, 1.0, -1e16, 3.0, 1e308, 1e308], [2.5], []):
    for by in 1.0, -1.0, 0.0:
        try:
            print(plain(values, by))
        except Exception as error:
            print(type(error).__name__, error)
        try:
            print(keyed(values, by))
        except Exception as error:
            print(type(error).__name__, error)
        try:
            print(later(values, by))
        except Exception as error:
            print(type(error).__name__, error)
        try:
            print(again(values, by))
        except Exception as error:
            print(type(error).__name__, error)
