def combine(head, rest):
    value = head
    for number in rest:
        value = (value * 257 + number) % 65_537
    return value


def main():
    rows = [tuple(range(n, n + 3 + n % 4)) for n in range(50)]
    values = []
    for head, *rest in rows:
        values.append(combine(head, rest))
    print(values)


if __name__ == "__main__":
    main()
