import sys


def hashes(xs, salt, n):
    out = []
    for i in range(n):
        h = xs[i] * 31 + salt
        h = h * 31 + i
        out.append(h % 1000003 - h // 7)
    return out


n = int(sys.argv[1]) if len(sys.argv) > 1 else 9
salt = int(sys.argv[2]) if len(sys.argv) > 2 else 3
print(hashes([i * i - 20 for i in range(n)], salt, n))
print(hashes([salt * i for i in range(n)], 1, n))
