import time


def rows(number):
    time.sleep(0.002)
    if number == 7:
        raise ValueError(f"page {number} is broken")
    return [number * 10 + place for place in range(number % 4)]


def main():
    found = []
    for number in range(12):
        try:
            for row in rows(number):
                if row % 3:
                    found.append(row)
        except ValueError as error:
            print("skipped:", error, "after", len(found))
    print(found)


if __name__ == "__main__":
    main()
