def variance(values):
    mean = sum(values) / len(values)
    return sum((v - mean) ** 2 for v in values) / len(values)


def main():
    series = {f"s{k}": [(k * n * 7) % 23 for n in range(40)] for k in range(1, 20)}
    spread = {}
    for name, values in series.items():
        spread[name] = variance(values)
    for name in sorted(spread):
        print(name, repr(spread[name]))


if __name__ == "__main__":
    main()
