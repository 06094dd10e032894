def cost(plan):
    total = 0
    for step in range(60):
        total += (plan * step) % 17 - 5
    return total


def main():
    cheapest = min(cost(plan) for plan in range(1, 150))
    print(cheapest)


if __name__ == "__main__":
    main()
