def distance(a, b):
    total = 0
    for k in range(1, 60):
        total += abs(a * k - b * k) % 13
    return total


def main():
    size = 12
    distances = [distance(a, b) for a in range(size) for b in range(a) if a != b + 3]
    print(len(distances), distances[:8], sum(distances))


if __name__ == "__main__":
    main()
