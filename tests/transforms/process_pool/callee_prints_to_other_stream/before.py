import sys


def check(number: int, limit: int) -> int:
    """What is left of number, divided by all below the limit."""
    total = sum(number % k for k in range(1, limit))
    average = total / limit  # not an integer

    # Somebody watches.
    print(f"{number} of {limit}: {average}", file=sys.stderr)
    if total > 15_000:
        return 0
    return total


def main():
    totals = []
    for number in range(50, 90):
        totals.append(check(number, limit=400))
    print(sum(totals))


main()
