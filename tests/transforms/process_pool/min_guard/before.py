def cost(plan):
    total = 500
    for step in range(60):
        total += (plan * step) % 17 - 5
    return total


def main():
    lowest = float("inf")
    chosen = None
    for plan in range(1, 150):
        value = cost(plan)
        if value < lowest:
            lowest = value
            chosen = plan
    print(chosen, lowest)


if __name__ == "__main__":
    main()
