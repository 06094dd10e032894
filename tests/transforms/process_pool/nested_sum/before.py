def burn(n):
    for _ in range(2_000):
        n = (n * 1103515245 + 12345) % 2147483648
    return n


def count_months(orders):
    months = 0
    for order in orders:
        for share in range(3):
            # every share is settled on its own
            months += burn(order + share) % 100
        print("settled", order)
    return months


print(count_months(range(8)))
