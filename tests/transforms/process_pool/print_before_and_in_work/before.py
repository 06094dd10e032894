def simulate(seed):
    state = seed
    for step in range(2000):
        state = (state * 1103515245 + 12345) % 2147483648
        if state % 997 == 0:
            print("  hit at", step)
    return state


def main():
    best = 0
    for seed in range(12):
        print("seed", seed)
        state = simulate(seed)
        best = max(best, state)
        print("  ended with", state)
    print("best", best)


if __name__ == "__main__":
    main()
