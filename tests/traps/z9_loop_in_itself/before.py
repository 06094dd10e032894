import sys
N = int(sys.argv[1]) if len(sys.argv) > 1 else 30

def work(n):
    t = 7
    for k in range(60):
        t = (t * 31 + n * k) % 1009
    return t

sys.setrecursionlimit(5000)
def dfs(depth, goal):
    best = 0
    if depth == goal:
        return 1
    for n in range(depth, depth + 1):
        v = work(n)
        best += v % 3 + dfs(depth + 1, goal)
    return best
print(dfs(0, 20 + N * 8))
