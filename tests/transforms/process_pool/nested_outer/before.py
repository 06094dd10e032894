def clash(a, b):
    return sum(1 for x, y in zip(a, b) if x == y)


def main():
    rows = [[(n * k) % 5 for k in range(30)] for n in range(24)]
    best = []
    for i in range(len(rows)):
        top = 0
        for j in range(len(rows)):
            if i != j:
                top = max(top, clash(rows[i], rows[j]))
        best.append(top)
    print(best)


if __name__ == "__main__":
    main()
