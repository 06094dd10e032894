state = [0]


def advance():
    state[0] += 1
    return state[0] % 7
