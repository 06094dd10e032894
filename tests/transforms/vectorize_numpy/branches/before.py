def clipped(xs, low, high):
    out = []
    for x in xs:
        if x < low:
            y = low - 1.0 / x
        else:
            y = x if x < high else high
        out.append(y)
    return out


print(clipped([0.5 * i - 4.0 for i in range(30)], -1.0, 6.5))
print(clipped([2.0, 0.0, float("nan")], -1.0, 6.5))
try:
    clipped([2.0, 0.0, float("nan")], 1.0, 6.5)
except ZeroDivisionError as error:
    print(error)
