import sys
N = int(sys.argv[1]) if len(sys.argv) > 1 else 30

def work(n):
    t = 7
    for k in range(60):
        t = (t * 31 + n * k) % 1009
    return t

def setup():
    global min, range
    min = 5
    range = builtin_range
builtin_range = range
setup()
def main():
    for n in range(N):
        v = work(n)
        if v > 990:
            print(n, v, min)
            break
main()
