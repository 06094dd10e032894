import sys
N = int(sys.argv[1]) if len(sys.argv) > 1 else 30

def work(n):
    t = 7
    for k in range(60):
        t = (t * 31 + n * k) % 1009
    return t
if N >= 5:
    def fast(n):
        return work(n)

def main():
    for n in range(N):
        if N < 5:
            print("small")
            break
        v = fast(n)
        if v > 980:
            break
    print("end")
main()
