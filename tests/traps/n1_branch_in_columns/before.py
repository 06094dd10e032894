import sys


def table(xs, ws):
    out = []
    for x in xs:
        for w in ws:
            if w > 1.0:
                scale = 2.0
            else:
                scale = 0.5
            out.append(x / (w + 3.0) * scale + x)
    return out


def best_pair(xs, ws):
    best = -1.0
    count = 0
    for x in xs:
        for w in ws:
            if x + w > 2.0:
                count += 1
            value = x - w * x
            if value > best:
                best = value
    return best, count


n = int(sys.argv[1]) if len(sys.argv) > 1 else 7
m = int(sys.argv[2]) if len(sys.argv) > 2 else 3
xs = [0.5 * i - 1.0 for i in range(n)]
ws = [0.75 * i for i in range(m)]
print(table(xs, ws), best_pair(xs, ws))
