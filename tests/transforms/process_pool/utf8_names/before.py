"""Größen und Gewichte."""


def gewicht(größe):
    return sum(größe * k % 17 for k in range(60))


def main():
    gewichte = {}
    for größe in range(40):
        gewichte[f"größe {größe} → "] = gewicht(größe)
    print(ascii(list(gewichte.items())[:4]), sum(gewichte.values()))


if __name__ == "__main__":
    main()
