import sys
N = int(sys.argv[1]) if len(sys.argv) > 1 else 30

def work(n):
    t = 7
    for k in range(60):
        t = (t * 31 + n * k) % 1009
    return t

class Model:
    def score(self, n):
        return work(n) % 97
def main():
    model = None
    if N:
        model = Model()
    for n in range(N):
        v = model.score(n)
        if v == 13:
            print("hit", n)
            break
    print("end")
main()
