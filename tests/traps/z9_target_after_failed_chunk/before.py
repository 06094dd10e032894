import sys
N = int(sys.argv[1]) if len(sys.argv) > 1 else 30

def work(n):
    t = 7
    for k in range(60):
        t = (t * 31 + n * k) % 1009
    return t

def inverse(n):
    return sum(1000 // (n - k) for k in range(40, 44))
current = None
def run():
    global current
    total = 0
    for current in range(N + 20):
        total += inverse(current)
    return total
try:
    print(run())
except ZeroDivisionError:
    print("failed at", current)
