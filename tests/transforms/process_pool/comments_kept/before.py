# Compare the digits of powers.
def tail(base):   # keeps the last three digits
    value = 1
    for _ in range(50):
        value = value * base % 1000
    return value


def main():
    tails = []   # one per base
    # Small bases first.
    for base in range(2, 60):  # 0 and 1 are dull
        # The interesting part:
        tails.append(tail(base))  # three digits
        # (nothing else here)
    # All done.
    print(tails)   # trailing comment


if __name__ == "__main__":
    main()
