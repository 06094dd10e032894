def advance(state):
    for _ in range(20):
        state = (state * 1_103 + 12_345) % 65_536
    return state


def main():
    state = 1
    states = []
    for _ in range(50):
        state = advance(state)
        states.append(state)
    print(states)


if __name__ == "__main__":
    main()
