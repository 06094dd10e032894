history = []


def step(n):
    history.append(n)
    return sum(history[-3:])


def main():
    sums = []
    for n in range(50):
        sums.append(step(n))
    print(sums)


if __name__ == "__main__":
    main()
