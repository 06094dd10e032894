MODULUS = 2147483648


def following(state):
    """The next number of the row."""
    return (state * 1103515245 + 12345) % MODULUS


def price(number, limit):
    share = number / limit
    if share > 0.75:
        return 1.0 / (number - 5)
    if number % 2 == 0:
        return share
    return -0.5 * share


def draws(state, count, limit, out):
    total = 0.0
    for _ in range(count):
        state = following(following(state))
        if price(state // 65536 % limit, limit) > 0.1:
            total = total * 0.5 + price(state % 7, 7)
        out.append(state)
    return total


for count, limit in ((12, 9), (0, 1), (3, 1), (9, 0), (40, 6)):
    out = []
    try:
        print(draws(42, count, limit, out), out)
    except ZeroDivisionError as error:
        print(error, out)
