def gcd_steps(a, b):
    steps = 0
    while b:
        a, b = b, a % b
        steps += 1
    return steps


def main():
    lefts = [n * 17 + 3 for n in range(60)]
    rights = [n * 11 + 8 for n in range(64)]
    steps = []
    for left, right in zip(lefts, rights):
        steps.append(gcd_steps(left, right))
    print(steps)


if __name__ == "__main__":
    main()
