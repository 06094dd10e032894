import sys

memo = {}


def depth(n):
    if n in memo:
        return memo[n]
    result = 0 if n == 0 else 1 + depth(n - 1)
    memo[n] = result
    return result


def main():
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    out = []
    for n in range(size):
        out.append(depth(n))
    print(out[-1:], sum(out))


main()
