import numba


def compiled(function):
    """By Numba, kept on disk if it can be; None where that is turned off."""
    if numba.config.DISABLE_JIT or numba.config.BOUNDSCHECK == 0:
        return None
    try:
        return numba.njit(cache=True, boundscheck=True)(function)
    except RuntimeError:  # no folder to keep it in
        return numba.njit(boundscheck=True)(function)


@compiled
def fitting(number):
    """The number, if sums of two such fit into 64 bits."""
    if abs(number) > 3 * 10**18:
        raise OverflowError
    return number


@compiled
def exact(number):
    """The number, if a float holds it exactly."""
    if abs(number) > 2**53:
        raise OverflowError
    return number


@compiled
def product_of(a, b):
    """a * b, if it is not too large."""
    if abs(float(a) * float(b)) > 3e18:
        raise OverflowError
    return a * b


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


@compiled
def out_by_numba_loop(count, state, MODULUS, limit, total):
    """A loop of draws(), on arrays."""
    out = []
    for _ in range(count):
        state_1 = fitting(product_of(state, 1103515245) + 12345) % MODULUS
        state = fitting(product_of(state_1, 1103515245) + 12345) % MODULUS
        number_2 = state // 65536 % limit
        share_3 = exact(number_2) / limit
        if (1.0 / exact(number_2 - 5) if share_3 > 0.75 else share_3 if number_2 % 2 == 0 else -0.5 * share_3) > 0.1:
            number_4 = state % 7
            share_5 = exact(number_4) / 7
            total = (
                total * 0.5 + (1.0 / exact(number_4
                - 5) if share_5 > 0.75 else share_5 if number_4 % 2 == 0 else -0.5 * share_5)
            )
        out.append(state)
    return total, out


def out_by_numba(count, state, MODULUS, limit, total, out):
    """A loop of draws(), compiled. None: not done, it would differ."""
    if (
        abs(count) > 2**53
        or abs(state) > 2**53
        or type(MODULUS) is not int
        or abs(MODULUS) > 2**53
        or abs(limit) > 2**53
    ):
        return None
    try:
        total, new_out = out_by_numba_loop(count, state, MODULUS, limit, total)
    except Exception:  # nothing has been changed yet
        return None
    out.extend(new_out)
    return total


def draws(state, count, limit, out):
    total = 0.0
    folded = out_by_numba(count, state, MODULUS, limit, total, out)
    if folded is None:
        for _ in range(count):
            state = following(following(state))
            if price(state // 65536 % limit, limit) > 0.1:
                total = total * 0.5 + price(state % 7, 7)
            out.append(state)
    else:
        total = folded
    return total


for count, limit in ((12, 9), (0, 1), (3, 1), (9, 0), (40, 6)):
    out = []
    try:
        print(draws(42, count, limit, out), out)
    except ZeroDivisionError as error:
        print(error, out)
