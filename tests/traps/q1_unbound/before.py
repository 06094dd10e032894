import sys


def best_of(xs, floor):
    best, place = floor, -1
    for i in range(len(xs)):
        if xs[i] > best:
            best, place = xs[i], i
            continue
        if xs[i] < -100.0:
            break
    return best, place


def found(xs, n):
    for i in range(n):
        if xs[i] > 2.0:
            hit = i
    return hit


n = int(sys.argv[1]) if len(sys.argv) > 1 else 4
print(best_of([0.5, 3.0, 2.0, -101.0, 9.0], 0.0), best_of([], 1.5), best_of([1.0], 2.0))
try:
    print(found([1.0, 3.0, 5.0, 1.0], n))
except UnboundLocalError:
    print("unbound")
