import sys
N = int(sys.argv[1]) if len(sys.argv) > 1 else 30

def work(n):
    t = 7
    for k in range(60):
        t = (t * 31 + n * k) % 1009
    return t

def label(n):
    if (sys.stderr.encoding or "none").lower() == "none":
        return work(n) + 1
    return work(n)
def main():
    for n in range(N):
        r = label(n)
        print(r)
        if r > 980:
            break
main()
