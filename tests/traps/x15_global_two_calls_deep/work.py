import state


def burn(n):
    for _ in range(20_000):
        n = (n * 1103515245 + 12345) % 2147483648
    state.note(n)
    return n


def status():
    return state.highest, state.notes
