def collatz(n):
    steps = 0
    while n != 1:
        n = 3 * n + 1 if n % 2 else n // 2
        steps += 1
    return steps


def main():
    steps = []
    for n in range(1, 200):
        steps.append(collatz(n))
    print(max(steps), sum(steps))


main()
