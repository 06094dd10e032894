import sys


def report(name, repeats):
    total = 0
    for k in range(repeats):
        total += len(name) * k
    print(f"{name}: {total}")


names = [f"item {n}" for n in range(30)]
for name in names:
    # One line each.
    report(name, 500)
print("done", file=sys.stderr)
