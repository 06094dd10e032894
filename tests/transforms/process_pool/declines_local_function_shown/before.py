def report(limit):
    def weight(number):
        total = 0
        for step in range(300):
            total = (total * 31 + number + step) % 1_000_003
        return total

    weights = [weight(number) for number in range(limit)]
    return "%s: %s" % (weight.__qualname__, weights)


print(report(30))
