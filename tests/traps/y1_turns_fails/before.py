import sys


def run(levels, rates, limit, steps, every):
    step = None
    try:
        for step in range(steps):
            for i in range(limit):
                levels[i] = levels[i] + (levels[i] // rates[i] if rates[i] < 50 else 1)
            if step % every == 0 or step > 1000:
                rates[step % len(rates)] -= 1
                print(step, levels)
    except (ZeroDivisionError, IndexError) as error:
        print(step, error, levels, rates)
    return step, levels


n = int(sys.argv[1])
print(run([k * 1000003 for k in range(n)], list(range(1, n + 1)), n, 30, 4))
print(run([k * 1000003 for k in range(n)], [3] * n, n, 12, 5))
print(run([10**12 * k for k in range(n)], [1] * n, n, 100, 150))
print(run([2**70, 5], [3, 3], 2, 6, 2))
print(run([True, 5], [3, 3], 2, 6, 2))
print(run([1, 2, 3], [3, 3, 3], 4, 6, 2))
print(run([1, 2, 3], [3, 3], 3, 6, 2))
print(run([-7, 2, -3], [-3, 3, 50], 3, 6, 2))
print(run([1, 2, 3], [3, 3, 3], 3, 6, 0), run([], [], 0, 2, 1) if n > 90 else "")
shared = [4, 5, 6]
print(run(shared, shared, 3, 6, 2))
