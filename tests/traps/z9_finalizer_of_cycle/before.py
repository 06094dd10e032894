import sys
N = int(sys.argv[1]) if len(sys.argv) > 1 else 30

def work(n):
    t = 7
    for k in range(60):
        t = (t * 31 + n * k) % 1009
    return t

class Node:
    def __init__(self, n):
        self.n = n
        self.other = None
    def __del__(self):
        print("gone", self.n)
def pair(n):
    a, b = Node(n), Node(n + 1)
    a.other, b.other = b, a
    return 0
def main():
    for n in range(3):
        pair(n)
    for n in range(N):
        r = work(n)
        if r > 980:
            break
    print("end")
main()
